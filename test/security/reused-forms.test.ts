import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { website } from '../../src/procedure/articles/art04-website.ts';
import type { StepCommand } from '../../src/procedure/model/commands.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { act, verbs } from '../../src/teams/buttons/actions.ts';
import type { Shown } from '../../src/teams/buttons/button-press.ts';
import { pressedOf } from '../../src/teams/buttons/button-press.ts';
import { buttonOf, type Card, fieldsOf, textOf } from '../e2e/a-card.ts';
import * as asked from '../procedure/asked.ts';
import {
  awayAtEaster,
  everybodyAtTheDesk,
  fatima,
  ingrid,
  joris,
  lars,
  sanne,
  willem,
} from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat } from '../teams/a-chat.ts';

const none = 'K-2026-0999';
const tim: Person = { id: personId('00000000-0000-4000-8000-000000000009'), name: 'Tim Visser' };
const everybody = [...everybodyAtTheDesk, sanne, joris, tim];

/** A form that somebody sent for a dossier. */
type Used = { by: Person; verb: string; form: string };

/** A course of things, and for whom the dossier exists after it: Art. 5 made general, read from the regulation. */
type Scene = {
  /** Who registered it, where that is not Sanne. */
  by?: Person;
  about?: Person[];
  steps: readonly (StepCommand | { away: Person } | { back: Person })[];
  /** Who may open it; everybody else, here or below, is told what they are told of a number that was never given. */
  opens: readonly Person[];
  /** Who is asked for their side (hoor en wederhoor), and for nothing else. */
  states?: Person;
  /** Who may be the second to agree to erasure (AVG), and do nothing else. */
  seconds?: readonly Person[];
  /** Who must be at a hearing, and is shown that without sight of the dossier. */
  invited?: Person;
};

const { addNote, addRespondent, handOver, acknowledge } = asked;
const closed = [asked.withdraw(), asked.requestErasure()];
const objected = [acknowledge(), asked.answer(), asked.object()];

const scenes: Record<string, Scene> = {
  'the receiver became a respondent': {
    steps: [addNote(), addRespondent({ respondent: sanne })],
    opens: [lars],
  },
  'the handler became a respondent': {
    steps: [acknowledge(), addRespondent({ respondent: lars })],
    opens: [fatima],
  },
  'who had handed it over does so no more': {
    steps: [handOver(), addNote({ by: fatima }), handOver({ by: fatima, to: willem.id })],
    opens: [lars, willem],
  },
  'a respondent was asked and stated': {
    steps: [asked.requestStatement(), asked.giveStatement({ by: joris })],
    opens: [lars],
    states: joris,
  },
  'a respondent who stated turned out to be none': {
    steps: [asked.requestStatement(), asked.giveStatement({ by: joris }), asked.removeRespondent()],
    opens: [lars],
  },
  'the officer is away': {
    steps: [{ away: lars }, addNote({ by: fatima })],
    opens: [lars, fatima],
  },
  'the officer is back': {
    steps: [{ away: lars }, addNote({ by: fatima }), { back: lars }],
    opens: [lars],
  },
  'the officer is away, and it is about them too': {
    steps: [addNote(), addRespondent({ respondent: lars }), { away: lars }],
    opens: [fatima],
  },
  'a second representative is invited': {
    steps: [...objected, asked.offerHearing({ secondRepresentative: ingrid.id })],
    opens: [lars],
    invited: ingrid,
  },
  'the board decided': {
    steps: [...objected, asked.waiveHearing(), asked.decide({ by: willem })],
    opens: [lars, willem],
  },
  'nobody may handle it': {
    about: everybodyAtTheDesk,
    steps: [addNote({ by: sanne })],
    opens: [sanne],
  },
  'the website named the officer, and nobody has looked yet': {
    by: website,
    about: [lars],
    steps: [addNote({ by: fatima })],
    opens: [fatima],
  },
  'the website named the officer, and it is not about him': {
    by: website,
    about: [lars],
    steps: [addNote({ by: fatima }), asked.judgeName({ by: fatima, isAbout: false })],
    opens: [lars],
  },
  'erasure is asked': { steps: closed, opens: [lars], seconds: [fatima, willem, ingrid] },
  'erasure is declined': {
    steps: [...closed, asked.answerErasure({ by: fatima, agrees: false })],
    opens: [lars],
  },
  'it is erased': { steps: [...closed, asked.answerErasure({ by: fatima })], opens: [] },
};

/** Something for every field of every step, so that nobody is stopped by one that was left open. */
const filled: Record<string, string> = {
  ...Object.fromEntries(
    'text reason position proposed statement report settlement decision reasons notHeardBecause branch present experts'
      .split(' ')
      .map((field) => [field, 'Ik wil het weten.']),
  ),
  ...{ on: '2026-04-01', sentOn: '2026-04-01', manner: 'post', judgement: 'founded', agrees: 'yes' },
  ...{ respondent: joris.id, to: fatima.id, letter: '1', of: joris.id, receivedOn: '2026-04-01' },
};

/** Matches the success of a statement and of erasure; a step has a result. */
const success = /Je verklaring is ontvangen|Er is niets gewist|persoonsgegevens zijn uit het register/;

/** Verbs that name no dossier: one form is enough. */
const namesNone =
  'help ask-register register register-another my-complaints cases deadlines absence-form year-report board-report row-list'.split(
    ' ',
  );

/** Verbs of what somebody has at the desk, that name no dossier and change what is theirs. */
const ownAffairs = ['absence', 'end-absence'];

const plain = (card: Card, number: string): string =>
  JSON.stringify(card)
    .replaceAll(number, 'a number')
    .replaceAll(none, 'a number')
    .replace(/"form":"[^"]*"/g, '"form":"an id"');

async function played({ by = sanne, about = [joris], steps }: Scene): Promise<{ chat: Chat; used: Used[] }> {
  const supposed = by === website ? { supposed: about.map(({ id }) => id) } : {};
  const chat = await aChat({ respondents: about, ...supposed }, { by });
  const used: Used[] = [{ by, verb: 'register', form: 'form' }];
  for (const step of steps) {
    if ('away' in step) {
      const { from, until } = awayAtEaster(step.away);
      await chat.ours.setAbsence(step.away, { from, until });
    } else if ('back' in step) await chat.ours.endAbsence(step.back);
    else {
      const form = randomUUID();
      await chat.ours.execute(step, { form, typed: filled });
      used.push({ by: step.by, verb: step.type, form });
    }
  }
  return { chat, used };
}

const press = async (
  chat: Chat,
  by: Person,
  verb: string,
  number: string,
  version: number,
  form: string,
): Promise<Shown> => {
  let sent: Shown['card'] | undefined;
  const outcome = await act(
    {
      verb,
      by,
      pressed: { number, version, form, input: filled },
      names: async (ids) => ids.map((id) => everybody.find((one) => one.id === id) ?? tim),
      sendToChat: async ({ attachments }) => {
        sent = attachments?.[0]?.content;
      },
    },
    chat.office,
  );
  if ('card' in outcome) return outcome;
  assert.ok(outcome.isDone && sent, `${verb}: the card stays as it is`);
  return { card: sent };
};

async function everything({ ours }: Chat): Promise<string> {
  const documents = [];
  for await (const { document } of ours.store.all()) documents.push(document);
  return JSON.stringify(documents);
}

describe('a form that was used before, in any hands and under any button', () => {
  after(closeOffices);

  for (const [name, scene] of Object.entries(scenes)) {
    it(`opens nothing when ${name}`, async () => {
      const { chat, used } = await played(scene);
      const before = await everything(chat);
      const version = await chat.version();
      const forms = [...new Set(used.map(({ form }) => form)), randomUUID(), ''];
      for (const person of everybody.filter((one) => !scene.opens.includes(one)))
        for (const verb of verbs.filter(
          (one) => !ownAffairs.includes(one) && !isTheirs(one, person, scene),
        )) {
          const nothing = plain(
            (await press(chat, person, verb, none, version, '')).card as Card,
            chat.number,
          );
          for (const form of namesNone.includes(verb) ? forms.slice(0, 1) : forms) {
            const { card, result } = await press(chat, person, verb, chat.number, version, form);
            assert.equal(plain(card as Card, chat.number), nothing, `${person.name} ${verb}`);
            assert.equal(result, undefined, `${person.name} ${verb}`);
          }
        }
      assert.equal(await everything(chat), before);
    });

    it(`claims nothing that did not happen when ${name}`, async () => {
      const { chat, used } = await played(scene);
      const before = await chat.dossier();
      const people = [...scene.opens, scene.states ?? [], scene.seconds ?? []].flat();
      const steps = verbs.filter(isStep);
      for (const person of people)
        for (const verb of steps)
          for (const { form } of used.filter(({ by }) => by.id === person.id || by.id === sanne.id)) {
            const { card, result } = await press(
              chat,
              person,
              verb,
              chat.number,
              before.journal.length,
              form,
            );
            const now = await chat.dossier();
            const claimed = result !== undefined || success.test(textOf(card));
            const happened =
              now.journal.length > before.journal.length ||
              used.some((one) => one.by.id === person.id && isSameStep(one.verb, verb) && one.form === form);
            assert.ok(!claimed || happened, `${person.name} ${verb}: ${textOf(card)}`);
            await putBack(chat, before);
          }
    });
  }
});

/** Tells whether two verbs send the form of the same step: a statement is given, and added to. */
const isSameStep = (one: string, other: string): boolean =>
  one === other || [one, other].every((verb) => /^(give|add-to)-statement$/.test(verb));

const isStep = (verb: string): boolean =>
  ['give-statement', 'add-to-statement', 'supplement', 'answer-erasure', 'answer-redaction'].includes(verb) ||
  verbs.includes(`ask-${verb}`);

/** Tells whether the verb is for somebody who was asked something without sight of the dossier. */
const isTheirs = (verb: string, person: Person, { states, seconds = [], invited }: Scene): boolean =>
  (verb === 'calendar' && person.id === invited?.id) ||
  (/^(give|add-to)-statement$/.test(verb) && person.id === states?.id) ||
  (verb.endsWith('supplement') && person.id === sanne.id) ||
  (verb.endsWith('add-document') && [sanne.id, states?.id].includes(person.id)) ||
  (verb.endsWith('answer-erasure') && seconds.some(({ id }) => id === person.id));

async function putBack({ ours, number }: Chat, before: Dossier): Promise<void> {
  const stored = await ours.store.read(number);
  if (stored && JSON.stringify(stored.document) !== JSON.stringify(before))
    await ours.store.write(before, stored.etag);
}

describe('the registration form, pressed again by the receiver', () => {
  afterEach(closeOffices);

  const input = {
    complainantName: 'Mevrouw Pietersen',
    email: 'a.pietersen@voorbeeld.nl',
    origin: 'client',
    summary: 'Er werd niet teruggebeld.',
    receivedOn: '2026-04-01',
    manner: 'oral',
  };

  const later: Record<string, readonly StepCommand[]> = {
    'nothing else happened': [],
    'they became a respondent': [addRespondent({ respondent: sanne })],
    'the handler became one, and then they did': [
      addRespondent({ respondent: lars }),
      addRespondent({ by: fatima, respondent: sanne }),
    ],
    'it was handed over and answered': [
      handOver(),
      acknowledge({ by: fatima }),
      asked.answer({ by: fatima }),
    ],
    'it was closed': [asked.withdraw()],
  };

  async function registered() {
    const chat = await aChat();
    const { ours, office } = chat;
    const again = async () => {
      const press = { verb: 'register', data: { verb: 'register', form: 'form-of-Sanne' } };
      return textOf(await chat.pressAs(sanne, press, input));
    };
    const receipt = await again();
    assert.match(receipt, /^Klacht K-2026-0002 is geregistreerd\nWordt doorgegeven aan Lars Brouwer/);
    const takes = async (steps: readonly StepCommand[]) => {
      for (const step of steps) await ours.execute({ ...step, number: 'K-2026-0002' });
    };
    const count = async () => (await ours.registeredBy(sanne)).length;
    return { ours, chat, office, again, receipt, takes, count };
  }

  for (const [name, steps] of Object.entries(later))
    it(`gives the receipt as it was, and no second complaint, when ${name}`, async () => {
      const { again, receipt, takes, count } = await registered();
      await takes(steps);
      assert.equal(await again(), receipt);
      assert.equal(await count(), 2);
    });

  for (const [name, steps] of Object.entries({
    ...later,
    'it was erased': [...closed, asked.answerErasure({ by: fatima })],
  }))
    it(`asks about another text before it is a second complaint, when ${name}`, async () => {
      const { ours, chat, takes, again, receipt, count } = await registered();
      await takes(steps);
      const before = await ours.dossier('K-2026-0002');
      const known = await count();
      const other = { ...input, summary: 'Er werd ook niet teruggeschreven.' };
      const press = { verb: 'register', data: { form: 'form-of-Sanne' } };
      const card = await chat.pressAs(sanne, press, other);
      assert.match(textOf(card), /klacht K-2026-0002 al geregistreerd, met iets anders erin/);
      assert.equal(fieldsOf(card)['Korte inhoud'], other.summary);
      assert.deepEqual([await ours.dossier('K-2026-0002'), await count()], [before, known]);
      const button = buttonOf(card, 'Klacht registreren');
      assert.match(textOf(await chat.pressAs(sanne, button, other)), /^Klacht K-2026-0003 is geregistreerd/);
      assert.match(textOf(await chat.pressAs(sanne, button, other)), /^Klacht K-2026-0003 is geregistreerd/);
      assert.equal((await ours.dossier('K-2026-0003'))?.complaint.summary, other.summary);
      if (name === 'nothing else happened') assert.equal(await again(), receipt);
    });

  it('names nobody any more once it is erased', async () => {
    const receipts = [];
    for (const steps of [[], [addRespondent({ respondent: sanne })]]) {
      const { again, takes, ours } = await registered();
      await takes([...steps, ...closed, asked.answerErasure({ by: fatima })]);
      receipts.push(await again());
      assert.equal(await ours.dossier('K-2026-0003'), undefined);
    }
    assert.equal(receipts[0], receipts[1]);
    assert.match(receipts[0] ?? '', /^Klacht K-2026-0002 is geregistreerd\nDoorgegeven aan \[gewist\]/);
    assert.doesNotMatch(receipts[0] ?? '', /Zodra/);
  });
});

/** A few steps with a text of their own, each as its button sends it. */
const texts = {
  'add-note': { text: 'EERST' },
  'record-statement': { of: 'complainant', on: '2026-04-01', text: 'EERST' },
  'record-experts': { experts: 'EERST' },
  'set-hold': { reason: 'EERST' },
  'add-respondent': { respondent: fatima.id, reason: 'EERST' },
  'request-erasure': { reason: 'EERST' },
  withdraw: { on: '2026-04-01', reason: 'EERST', manner: 'none', sentOn: '2026-04-01' },
};

describe('a form of a step, pressed again with something else in it', () => {
  afterEach(closeOffices);

  for (const [verb, input] of Object.entries(texts))
    it(`keeps what was typed now and claims nothing: ${verb}`, async () => {
      const chat = await aChat();
      if (verb === 'set-hold' || verb === 'request-erasure')
        await chat.ours.execute(asked.withdraw({ number: chat.number }));
      const data = { number: chat.number, version: await chat.version(), form: randomUUID() };
      const send = (typed: Record<string, string>) => chat.pressAs(lars, { verb, data }, typed);
      const done = textOf(await send(input));
      const before = await chat.dossier();
      assert.match(JSON.stringify(before.journal), /EERST/, done);
      const card = await send(
        Object.fromEntries(Object.entries(input).map(([id, one]) => [id, one.replace('EERST', 'DAARNA')])),
      );
      assert.match(textOf(card), /al eerder verwerkt, met iets anders erin/);
      assert.match(JSON.stringify(card), /DAARNA/);
      assert.doesNotMatch(JSON.stringify(card), new RegExp(data.form));
      assert.deepEqual(await chat.dossier(), before);
      assert.doesNotMatch(textOf(await send(input)), /al eerder verwerkt/);
      assert.deepEqual(await chat.dossier(), before);
    });

  it('gives a respondent a form for a second statement, that names nobody new but who handles it today', async () => {
    const chat = await aChat();
    const number = chat.number;
    await chat.ours.execute(asked.requestStatement({ number }));
    const press = { verb: 'give-statement', data: { number, form: randomUUID() } };
    const thanks = textOf(await chat.pressAs(joris, press, { statement: 'EERST' }));
    await chat.ours.execute(handOver({ number }));
    assert.equal(textOf(await chat.pressAs(joris, press, { statement: 'EERST' })), thanks);
    assert.doesNotMatch(thanks, /Lars|Fatima/);
    const before = await chat.dossier();
    const card = await chat.pressAs(joris, press, { statement: 'DAARNA' });
    const handles = 'Fatima el Amrani, vervanger, behandelt de klacht.';
    for (const one of [card, await chat.pressAs(joris, press, { statement: '' })])
      assert.doesNotMatch(textOf(one).replace(handles, ''), /Fatima|Lars/);
    assert.match(textOf(card), /Wat je nu typte, is niet verstuurd/);
    assert.equal(fieldsOf(card)['Mijn verklaring'], 'DAARNA');
    assert.deepEqual(await chat.dossier(), before);
    await chat.pressAs(joris, buttonOf(card, 'Aanvulling versturen'), { statement: 'DAARNA' });
    assert.equal((await chat.complaint()).statements.length, 2);
  });

  it('puts the question of erasure again to who answered another one with it', async () => {
    const chat = await aChat();
    const number = chat.number;
    for (const step of closed) await chat.ours.execute({ ...step, number });
    const data = { number, version: await chat.version(), form: randomUUID() };
    const press = { verb: 'answer-erasure', data };
    assert.match(textOf(await chat.pressAs(fatima, press, { agrees: 'no' })), /blijft bewaard/);
    await chat.ours.execute(asked.requestErasure({ number }));
    const before = await chat.dossier();
    assert.match(
      textOf(await chat.pressAs(fatima, press, { agrees: 'yes' })),
      /al eerder verwerkt, met een ander antwoord/,
    );
    assert.deepEqual(await chat.dossier(), before);
  });
});

describe('what a button carries that was none of ours', () => {
  afterEach(closeOffices);

  const long = 'x'.repeat(256 * 1024);

  it('is no form, number, version or verb', () => {
    for (const odd of [long, 'x'.repeat(65), 'a/b', 'a b', 'é', 'a\n', '\u0000', {}, [], 7, true, null]) {
      const pressed = pressedOf({ verb: 'add-note', data: { number: odd, form: odd } })?.pressed;
      assert.deepEqual([pressed?.number, pressed?.form], ['', ''], JSON.stringify(odd).slice(0, 20));
      const version = pressedOf({ verb: 'add-note', data: { version: odd === 7 ? 7.5 : odd } });
      assert.equal(version?.pressed.version, undefined);
      const verb = typeof odd === 'string' ? 'unknown' : undefined;
      assert.equal(pressedOf({ verb: odd, data: {} })?.verb, verb);
    }
    const form = randomUUID();
    const { verb, pressed } = pressedOf({ verb: 'x', data: { form, number: none, version: '12' } }) ?? {};
    assert.deepEqual([verb, pressed?.form, pressed?.number, pressed?.version], ['x', form, none, 12]);
  });

  it('is not stored, and what was typed beside it comes back', async () => {
    const chat = await aChat();
    const data = { number: chat.number, version: await chat.version(), form: long };
    await chat.pressAs(lars, { verb: 'add-note', data }, { text: 'NOTITIE' });
    assert.ok(JSON.stringify(await chat.dossier()).length < 20_000);
    assert.match(textOf(await chat.pressAs(lars, { verb: long, data }, { text: 'NOTITIE' })), /NOTITIE/);
  });
});
