import assert from 'node:assert/strict';
import { type Activity, TurnContext } from 'botbuilder';
import type { Connector } from '../../../src/teams/adapter/connector.ts';
import type { Visitor } from '../../../src/teams/adapter/visitor.ts';
import type { Stays } from '../../../src/teams/buttons/button-press.ts';
import type { Office } from '../../../src/teams/office/office.ts';
import { taskModules } from '../../../src/teams/task-modules/task-modules.ts';
import type { TaskAnswer } from '../../../src/teams/task-modules/task-response.ts';
import { textOf } from '../../e2e/a-card.ts';
import { sanne } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat } from '../a-chat.ts';

const typed = {
  complainantName: 'De heer Bos',
  origin: 'client',
  summary: 'Te laat.',
  receivedOn: '2026-04-01',
  manner: 'oral',
};

const visitor: Visitor = {
  person: sanne,
  personal: true,
  address: { serviceUrl: 'https://teams.example/', conversationId: 'a:sanne', botId: '28:bot' },
};

describe('a dialog, when something is out of order', () => {
  let office: Office;
  const replaced: string[] = [];
  const failing = async () => {
    throw new Error('The platform is down.');
  };

  beforeEach(async () => {
    replaced.length = 0;
    office = (await aChat()).office;
  });
  afterEach(closeOffices);

  /** Registers from a dialog with a connector of our own; returns the answer. */
  function submit(
    connector: Partial<Connector>,
    name = 'task/submit',
    summary = typed.summary,
  ): Promise<TaskAnswer | Stays> {
    const value = {
      commandId: 'registerComplaint',
      data: { verb: 'register', form: 'f', opener: 'o', ...typed, summary },
    };
    const activity = { type: 'invoke', name, value } as Activity;
    const context = new TurnContext({} as never, activity);
    return taskModules(office, connector as Connector, async () => [])(context, visitor);
  }

  function shown(answer: TaskAnswer | Stays) {
    assert.ok('task' in answer);
    return answer.task.type === 'continue' ? answer.task.value.card.content : answer.task.value;
  }

  it('gives back all that was typed, under a button that sends it again, when the register fails', async () => {
    const { register } = office;
    office.register = { ...register, file: failing };
    const card = shown(await submit({}));
    assert.match(textOf(card), /Het lukte niet[\s\S]*dat kan geen kwaad[\s\S]*Te laat\./);
    assert.doesNotMatch(JSON.stringify(card), /platform is down/);
    const [again] = card.actions;
    assert.equal(again.title, 'Opnieuw proberen');
    assert.deepEqual(JSON.parse(JSON.stringify(again.data)), {
      verb: 'register',
      number: '',
      form: 'f',
      opener: 'o',
      ...typed,
    });

    office.register = register;
    assert.match(textOf(shown(await submit({ replace: async () => true }))), /is geregistreerd/);
  });

  for (const name of ['task/submit', 'composeExtension/submitAction'])
    it(`asks about another text in a form that was used before, and replaces nothing: ${name}`, async () => {
      const replace = async () => true;
      assert.match(textOf(shown(await submit({ replace }, name))), /is geregistreerd/);
      const card = shown(await submit({ replace: failing }, name, 'Ook te duur.'));
      assert.match(textOf(card), /al geregistreerd, met iets anders erin[\s\S]*Ook te duur\./);
      assert.notEqual(card.actions[0].data.form, 'f');
      assert.equal((await office.register.registeredBy(sanne)).length, 2);
      assert.match(textOf(shown(await submit({ replace }, name))), /is geregistreerd/);
    });

  it('shows the result, though the card in the chat cannot be replaced', async () => {
    assert.match(textOf(shown(await submit({ replace: failing }))), /is geregistreerd/);
  });

  it('replaces the card in the chat of who pressed, and no other', async () => {
    await submit({ replace: async (address, id) => replaced.push(`${address.conversationId} ${id}`) > 0 });
    assert.deepEqual(replaced, ['a:sanne o']);
  });

  it('shows the result of a message action, though the confirmation cannot be sent', async () => {
    await office.addresses.meet(visitor);
    const card = shown(await submit({ send: failing }, 'composeExtension/submitAction'));
    assert.match(textOf(card), /is geregistreerd/);
  });
});
