import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openSteps } from '../../src/procedure/open-steps.ts';
import { stepForms } from '../../src/teams/steps/all-steps.ts';
import { buttonOf, type Card, textOf } from '../e2e/a-card.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat } from '../teams/a-chat.ts';

type Data = Record<string, unknown>;

const none = 'K-2026-0999';

/** Every verb that names a dossier. */
const verbs = [
  ...Object.keys(stepForms).flatMap((step) => [`ask-${step}`, `draft-${step}`, step]),
  ...[
    'case',
    'give-statement',
    'add-to-statement',
    'ask-supplement',
    'supplement',
    'ask-answer-erasure',
    'answer-erasure',
    'ask-answer-redaction',
    'answer-redaction',
    'disclose',
    'ask-download',
    'download',
  ],
];

/** Something for every field, so that nobody is refused for one that was left open. */
const filled: Record<string, string> = {
  ...Object.fromEntries(
    'text reason position proposed statement report settlement decision reasons summary notHeardBecause branch'
      .split(' ')
      .map((field) => [field, 'Ik wil het weten.']),
  ),
  ...{ on: '2026-04-01', sentOn: '2026-04-01', manner: 'post', judgement: 'founded', agrees: 'yes' },
  ...{
    complainantName: 'Mevrouw Jansen',
    origin: 'client',
    respondent: joris.id,
    to: fatima.id,
    letter: '1',
  },
};

/** An answer without what differs by itself: the number that was asked for, and the id of a new form. */
const plain = (card: Card, number: string): string =>
  JSON.stringify(card)
    .replaceAll(number, 'a number')
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'an id');

describe('a card in the hands of somebody whose dossier it is not', () => {
  let chat: Chat;
  /** The data of buttons of Lars: of a form that was sent, and of one that was not yet. */
  let used: Data;
  let waiting: Data;

  beforeEach(async () => {
    chat = await aChat();
    await chat.take('Ontvangst bevestigen');
    used = await formOfANote();
    await chat.press('Notitie toevoegen', { Notitie: 'Gebeld.' });
    waiting = await formOfANote();
  });
  afterEach(closeOffices);

  async function formOfANote(): Promise<Data> {
    await chat.open();
    await chat.press('Notitie toevoegen');
    return buttonOf(chat.card(), 'Notitie toevoegen')?.data ?? assert.fail('there is no such button');
  }

  const sends = (by: typeof lars, verb: string, data: Data) =>
    chat.pressAs(by, { verb, data: { ...data, verb } }, filled);

  for (const person of [sanne, joris, fatima, willem, ingrid]) {
    it(`says to ${person.name} what it says of a dossier that does not exist, whatever the verb, version and form`, async () => {
      const before = await chat.dossier();
      const cards = [waiting, used, { ...waiting, version: 1 }, { ...waiting, form: randomUUID() }];
      // Who registered it may add to it.
      const theirs = (verb: string) => person === sanne && verb.endsWith('supplement');
      for (const verb of verbs.filter((one) => !theirs(one))) {
        for (const data of [...cards, { number: chat.number }]) {
          const answer = await sends(person, verb, data);
          assert.match(
            textOf(answer),
            verb.endsWith('supplement')
              ? /^Aanvullen kan nu niet/
              : /^Dit kan niet\n.*of het nummer bestaat niet/,
            verb,
          );
          const nothing = await sends(person, verb, { ...data, number: none });
          assert.equal(plain(answer, chat.number), plain(nothing, none), verb);
        }
      }
      assert.deepEqual(await chat.dossier(), before);
    });
  }

  it('gives Lars no step that is not his, or not for this stage, and no letter for it', async () => {
    const before = await chat.dossier();
    const open = openSteps(lars, before.complaint, chat.ours.context());
    const closed = Object.keys(stepForms).filter((step) => !open.some((one) => one === step));
    assert.ok(closed.length > 5);
    for (const step of [
      ...closed,
      'give-statement',
      'add-to-statement',
      'supplement',
      'answer-erasure',
      'answer-redaction',
    ])
      for (const verb of [`ask-${step}`, `draft-${step}`, step])
        await sends(lars, verb, { ...waiting, form: randomUUID() });
    for (const verb of ['constructor', '__proto__', 'toString', 'draft-toString', 'ask-'])
      assert.match(textOf(await sends(lars, verb, waiting)), /Deze knop ken ik niet/);
    assert.deepEqual(await chat.dossier(), before);
  });

  it('does nothing for Lars either at another version, which he is told', async () => {
    const before = await chat.dossier();
    for (const version of [0, 1, before.journal.length + 1, -1, '', 'x', null, undefined]) {
      const answer = await sends(lars, 'add-note', { ...waiting, version });
      assert.match(textOf(answer), /Deze kaart is verouderd/, `${version}`);
    }
    assert.deepEqual(await chat.dossier(), before);
  });

  it('works for Lars once: the same form again changes nothing', async () => {
    const { journal } = await chat.dossier();
    for (const form of [waiting, waiting, used]) await sends(lars, 'add-note', form);
    assert.equal((await chat.dossier()).journal.length, journal.length + 1);
  });
});
