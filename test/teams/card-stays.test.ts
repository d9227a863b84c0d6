import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { TurnContext } from 'botbuilder';
import { openSteps } from '../../src/procedure/open-steps.ts';
import type { Connector } from '../../src/teams/adapter/connector.ts';
import { bot } from '../../src/teams/bot.ts';
import { act } from '../../src/teams/buttons/actions.ts';
import type { Outcome } from '../../src/teams/buttons/button-press.ts';
import { pressedOf } from '../../src/teams/buttons/button-press.ts';
import { bytesOf, fits } from '../../src/teams/cards/card-size.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { limits } from '../../src/teams/form/text.ts';
import { type FormStep, stepForms } from '../../src/teams/steps/all-steps.ts';
import { textOf } from '../e2e/a-card.ts';
import { lars, sanne } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat } from './a-chat.ts';
import { examples } from './card-examples.ts';
import { inputsOf } from './card-parts.ts';
import { idsOf, settingOf } from './form-examples.ts';

/** The characters with the most bytes: emoji of four, and those that JSON writes as two. */
const heavy = (length: number): string => '😀"\\\n'.repeat(Math.ceil(length / 4)).slice(0, length);
const emoji = (length: number): string => '😀'.repeat(length);

describe('a card with texts as long as fields can be', () => {
  for (const [what, text] of Object.entries({ emoji: emoji(limits.text), marks: heavy(limits.text) }))
    for (const [name, card] of Object.entries(examples(text))) {
      if (name.endsWith('form, with faults') || name === 'registration form, with faults') continue;
      const kept = JSON.stringify(card).includes('"id":"typed"');
      if (!kept)
        it(`is under 28 KB, of ${what}: ${name}`, () =>
          assert.ok(fits(card) || inputsOf(card).length > 0, `${bytesOf(card)}`));
    }
});

describe('a press of a button', () => {
  afterEach(closeOffices);

  const steps = (Object.keys(stepForms) as FormStep[]).filter((step) => step !== 'lift-hold');
  const verbs = [
    ...steps.flatMap((step) => [step, `draft-${step}`, `download-${step}`]),
    ...[
      'register',
      'give-statement',
      'add-to-statement',
      'supplement',
      'answer-erasure',
      'answer-redaction',
      'absence',
      'download',
    ],
  ];

  async function anOffice() {
    const chat = await aChat();
    const pressed = async (verb: string, input: Record<string, unknown>): Promise<Outcome> => {
      const version = await chat.version();
      const found = pressedOf({ verb, data: { number: chat.number, version, form: randomUUID(), ...input } });
      assert.ok(found);
      return act(
        { ...found, by: lars, names: async () => [], sendToChat: async () => undefined },
        chat.office,
      );
    };
    return { ...chat, pressed };
  }

  const stays = (outcome: Outcome): string => {
    assert.ok('stays' in outcome, 'card' in outcome ? textOf(outcome.card) : '');
    return outcome.stays;
  };

  it('that came without any of its fields leaves the form as it is, and says so', async () => {
    const office = await anOffice();
    const before = await office.version();
    for (const verb of verbs) {
      const said = stays(await office.pressed(verb, {}));
      assert.match(said, /Teams stuurde niet mee wat je hebt ingevuld.*staat er nog.*nog een keer/, verb);
    }
    assert.equal(await office.version(), before);
  });

  it('with more than a card can show leaves the form as it is, and says what is wrong', async () => {
    const office = await anOffice();
    const taken = await office.pressed('acknowledge', {
      wording: 'Er is niet teruggebeld.',
      manner: 'handed',
      sentOn: '1-4-2026',
    });
    assert.ok('card' in taken && taken.result, JSON.stringify(taken).slice(0, 2000));
    const { complaint } = await office.ours.view(office.number, lars);
    const setting = settingOf(complaint, office.ours.context());
    const open = steps.filter((step) => openSteps(lars, complaint, setting).includes(step));
    assert.ok(open.includes('answer') && open.length > 5, open.join());
    for (const step of open) {
      const fields = stepForms[step].fields(setting);
      const ids = idsOf(step, setting);
      const isText = (id: string): boolean => fields[id]?.input.type === 'Input.Text';
      if (!ids.some(isText)) continue;
      for (const length of [3000, 12_000, 60_000])
        for (const phase of ['', 'draft-', 'download-', 'ask-']) {
          const filled = Object.fromEntries(ids.map((id) => [id, isText(id) ? emoji(length) : '']));
          const outcome = await office.pressed(`${phase}${step}`, filled);
          if ('card' in outcome)
            assert.ok(fits(outcome.card) && keeps(outcome.card, filled), `${phase}${step}`);
          else assert.match(outcome.stays, /Er gaat niets verloren|alles wat je typte staat er nog/);
        }
    }
  });

  it('points at nothing that is not there: of a letter that is too long, and of a form that is out of date', async () => {
    const office = await anOffice();
    await office.pressed('acknowledge', {
      wording: 'Er is niet teruggebeld.',
      manner: 'post',
      sentOn: '1-4-2026',
    });
    const full = { position: emoji(2000), proposal: emoji(2000), notHeardBecause: emoji(2000), measures: '' };
    const letter = stays(await office.pressed('draft-answer', { ...full, judgement: 'founded' }));
    assert.match(letter, /^De brief is te lang om hier te laten zien\. .*Maak de langste tekst korter/);
    for (const phase of ['', 'draft-', 'download-', 'ask-']) {
      const version = (await office.version()) - 1;
      const stale = stays(await office.pressed(`${phase}answer`, { ...full, version, letter: emoji(6000) }));
      assert.match(
        stale,
        /intussen iets veranderd.*niets vastgelegd.*Zodra de tekst korter is, krijg je hier/,
      );
    }
    assert.doesNotMatch(letter, /hieronder|opnieuw|blijft staan/);
  });

  it('names the fields that are wrong where the card cannot', async () => {
    const office = await anOffice();
    const said = stays(await office.pressed('add-note', { text: emoji(12_000) }));
    assert.match(said, /“Notitie”: Maak dit korter: hoogstens 2000 tekens\. Nu zijn het er 12000\./);
    assert.doesNotMatch(said, /😀/);
  });

  /** Whether every text that was typed is still there. */
  const keeps = (card: Card, filled: Record<string, string>): boolean =>
    Object.values(filled).every((text) => JSON.stringify(card).includes(JSON.stringify(text).slice(1, -1)));

  it('with fields as full as they can be is taken, however much they weigh', async () => {
    const office = await anOffice();
    const note = emoji(limits.text);
    const outcome = await office.pressed('add-note', { text: note });
    assert.ok('card' in outcome && fits(outcome.card));
    const { journal } = await office.ours.view(office.number, lars);
    assert.ok(JSON.stringify(journal).includes(note));
  });
});

describe('a form that stays as it is', () => {
  afterEach(closeOffices);

  /** Returns the response to an activity of Sanne, with a registration without its fields. */
  async function told(activity: Partial<Activity>, chatFails = false): Promise<Partial<Activity>[]> {
    const { office } = await aChat();
    const sent: Partial<Activity>[] = [];
    const from = { id: '29:sanne', name: sanne.name, aadObjectId: '3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01' };
    const context = new TurnContext(
      {} as never,
      {
        channelId: 'msteams',
        serviceUrl: 'https://teams.example/',
        conversation: { id: 'a:sanne', conversationType: 'personal' },
        recipient: { id: '28:bot' },
        replyToId: 'the-form',
        from,
        ...activity,
      } as Activity,
    );
    context.sendActivity = async (one) => {
      const { type } = one as Partial<Activity>;
      if (chatFails && type === 'message') throw new Error('The platform is down.');
      sent.push(one as Partial<Activity>);
      return undefined;
    };
    context.updateActivity = async () => assert.fail('the form was replaced');
    await bot({ office, connector: {} as Connector, anyClient: false })(context);
    return sent;
  }

  const data = { verb: 'register', form: 'f' };

  it('on a card: Teams is told in an error, which leaves the card', async () => {
    const [first, ...others] = await told({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { ...data, data } },
    });
    assert.deepEqual(others, []);
    const { value } = first ?? {};
    assert.equal(value.status, 200);
    assert.equal(value.body.type, 'application/vnd.microsoft.error');
    assert.match(value.body.value.message, /Teams stuurde niet mee/);
  });

  it('for a client that sends it in a message: another message says so', async () => {
    const [first, ...others] = await told({ type: 'message', value: data });
    assert.deepEqual([first?.type, others], ['message', []]);
    assert.match(textOf(first?.attachments?.[0]?.content), /Teams stuurde niet mee/);
  });

  it('in a dialog: it gets no answer that could take its place, and the chat says so', async () => {
    const [word, answer] = await told({ type: 'invoke', name: 'task/submit', value: { data } });
    assert.match(textOf(word?.attachments?.[0]?.content), /Teams stuurde niet mee/);
    assert.deepEqual(answer?.value, { status: 400 });
  });

  it('in a dialog, also when nothing can be said in the chat', async () => {
    const sent = await told({ type: 'invoke', name: 'task/submit', value: { data } }, true);
    assert.deepEqual(
      sent.map(({ value }) => value),
      [{ status: 400 }],
    );
  });
});
