import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Document, Dossier } from '../../src/register/model/dossier.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { verbs } from '../../src/teams/buttons/actions.ts';
import { type ABot, aBot } from '../e2e/a-bot.ts';
import { aConnector } from '../e2e/a-connector.ts';

type Json = Record<string, unknown>;
type Somebody = { name: string; id: string };

const somebody = (name: string, end: number): Somebody => ({
  name,
  id: `bbbbbbbb-0000-4000-8000-00000000000${end}`,
});
const olga = somebody('Olga Officier', 1);
const vera = somebody('Vera Vervanger', 2);
const wim = somebody('Wim Behandelaar', 3);
const dirk = somebody('Dirk Directeur', 4);
const karel = somebody('Karel Collega', 5);
const nora = somebody('Nora Collega', 6);
const rob = somebody('Rob Beklaagde', 7);
const inSettings = (...people: Somebody[]) =>
  people.map(({ name, id }) => `${name} <${name.split(' ')[0]}@elders.example> ${id}`).join('; ');

const number = 'K-2026-0001';
const none = 'K-2026-0999';

/** Something for every field of every step, so that nobody is stopped by one that was left open. */
const filled: Record<string, string> = {
  ...Object.fromEntries(
    'text reason position proposed statement report settlement decision reasons notHeardBecause branch present experts'
      .split(' ')
      .map((field) => [field, 'Ik wil het weten.']),
  ),
  ...{ on: '2026-11-23', sentOn: '2026-11-23', manner: 'oral', judgement: 'founded', agrees: 'yes' },
  ...{ respondent: dirk.id, to: vera.id, letter: '1', of: dirk.id, receivedOn: '2026-11-23' },
  ...{ until: '2026-11-30' },
};

/** The fields of a registration. */
const complaint = {
  ...filled,
  complainantName: 'Mevrouw Pietersen',
  origin: 'client',
  summary: 'Er werd niet teruggebeld.',
};

/** Verbs that name who is at the desk whatever the number: who would handle a complaint, and who is who for somebody new there. */
const namesTheDesk = ['ask-register', 'register', 'register-another', 'help'];

/** Removes what differs between two answers to the same question: the number asked for, ids, moments, and the bytes of a file with a moment in it. */
const plain = (answer: unknown): string =>
  JSON.stringify(answer)
    .replaceAll(number, 'a number')
    .replaceAll(none, 'a number')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)/g, 'an instant')
    .replace(/\b\d\d:\d\d\b/g, 'a time')
    .replace(/"sizeInBytes":\d+/g, '"sizeInBytes":0');

const unsealed = (document: Document): Document => Object.assign({ ...document }, { seal: undefined });

type Way = {
  /** The rest of the activity that a button with that verb and data comes in by. */
  activity(verb: string, data: Json): Json;
  /** The verbs that a client sends so; absent for all. */
  only?: (verb: string) => boolean;
};

const invoke = (name: string, value: Json): Json => ({ type: 'invoke', name, value });

const ways: Record<string, Way> = {
  'adaptiveCard/action': {
    activity: (verb, data) =>
      invoke('adaptiveCard/action', {
        action: { type: 'Action.Execute', verb, data: { ...data, verb } },
        trigger: 'manual',
      }),
  },
  'task/fetch': {
    activity: (verb, data) => invoke('task/fetch', { data: { ...data, verb } }),
    only: (verb) => verb.startsWith('ask-'),
  },
  'task/submit': { activity: (verb, data) => invoke('task/submit', { data: { ...data, verb } }) },
  'composeExtension/submitAction': {
    activity: (verb, data) =>
      invoke('composeExtension/submitAction', {
        commandId: 'registerComplaint',
        data: { ...data, verb },
      }),
  },
  'a message with a value': { activity: (verb, data) => ({ type: 'message', value: { ...data, verb } }) },
};

/** A form that somebody sent, with what was in it. */
type Used = { verb: string; form: string; typed: Record<string, string> };

/** The form of the dossier by every way; one of another by the usual way alone, for the ways only read a press differently. */
const formsTriedBy = (way: string, used: Used[]): Used[] =>
  way === 'adaptiveCard/action' ? used : used.slice(0, 1);

/** Makes the contents of a form: as when it was used and, under its own button, another one as well. */
function typedUnder(verb: string, used: Used[]): Record<string, string>[] {
  const [first = assert.fail()] = used;
  // Leaves a registration incomplete: a whole one is somebody's own, and not of the dossier that its button names.
  if (verb === 'register') return [filled];
  const other = { ...first.typed, text: 'Iets anders.', statement: 'Iets anders.' };
  return verb === first.verb ? [first.typed, other] : [first.typed];
}

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 300);
  return `${around(other)}\ninstead of\n${around(one)}`;
}

describe('a form that was used before, over HTTP, in the hands of who has lost sight of the dossier', () => {
  let bot: ABot;
  let client: Awaited<ReturnType<typeof aConnector>>;
  /** Who has no sight of it any more, and the forms they sent: the first was for the dossier, the other for one of theirs. */
  const standings: Record<string, { who: Somebody; used: Used[] }> = {
    'the receiver became a respondent': { who: karel, used: [] },
    'a colleague who was asked turned out to be no respondent': { who: nora, used: [] },
    'a substitute stood in once': { who: vera, used: [] },
  };

  const from = ({ name, id }: Somebody, rest: Json) =>
    bot.post('/api/messages', {
      id: '1',
      channelId: 'msteams',
      serviceUrl: client.serviceUrl,
      from: { id: `29:${id}`, name, aadObjectId: id },
      recipient: { id: '28:other-bot', name: 'Klachtenbot' },
      conversation: { id: `chat-${id}`, conversationType: 'personal', tenantId: 'a-tenant' },
      ...rest,
    });

  /** All that somebody gets: the answer itself, and what came in their chat meanwhile. */
  async function press(who: Somebody, way: Way, verb: string, data: Json): Promise<Json> {
    const before = client.sent.length;
    const { status, text } = await from(who, way.activity(verb, data));
    const chat = client.sent
      .slice(before)
      .filter(({ conversationId }) => conversationId === `chat-${who.id}`);
    return { status, text, chat };
  }

  /** Sends a form by its button; answers with the form. */
  async function send(
    who: Somebody,
    verb: string,
    typed: Record<string, string> = filled,
    of = number,
  ): Promise<Used> {
    const form = randomUUID();
    const version = verb === 'register' ? undefined : (await bot.dossier(of)).journal.length;
    const way = ways['adaptiveCard/action'] as Way;
    const { text } = await press(who, way, verb, { number: of, version, form, ...typed });
    assert.match(String(text), /^\{"statusCode":200,/, verb);
    return { verb, form, typed };
  }

  /**
   * All that is stored, but for the latest moment that was seen, and the seals of what is no dossier: ending an absence that
   * nobody planned seals the desk anew.
   */
  async function everything(): Promise<Document[]> {
    const store = sqliteStore(bot.file);
    const documents: Document[] = [];
    for await (const { document } of store.all())
      if (document.id !== 'clock')
        documents.push(document.kind === 'dossier' ? document : unsealed(document));
    await store.close();
    return documents;
  }

  /** Waits until nothing is under way any more; receipts follow a while after the answer, by the clock of the bot. */
  async function atRest(): Promise<void> {
    const queued = async () =>
      (await everything())
        .flatMap((one) => ('outbox' in one ? one.outbox : []))
        .filter(({ status }) => status === 'queued');
    while ((await queued()).some(({ content }) => content.kind !== 'receipt')) await pause(20);
    await bot.clock('2026-11-23T11:00');
    while ((await queued()).length > 0) await pause(20);
    // Cards follow what happened, after a while in which changes are collected.
    for (let before = ''; ; await pause(1_500)) {
      const now = JSON.stringify(await everything());
      if (now === before) return;
      before = now;
    }
  }

  before(async () => {
    client = await aConnector();
    bot = await aBot({
      OFFICER: inSettings(olga),
      SUBSTITUTES: inSettings(vera, wim),
      BOARD: inSettings(dirk),
    });
    for (const one of [olga, vera, wim, dirk, karel, nora, rob])
      await from(one, { type: 'message', text: 'help' });

    const [receiver, colleague, substitute] = Object.values(standings).map(({ used }) => used);
    receiver?.push(await send(karel, 'register', complaint));
    await send(olga, 'add-respondent', { ...filled, respondent: nora.id });
    await send(olga, 'request-statement', { ...filled, respondent: nora.id });
    colleague?.push(await send(nora, 'give-statement'));
    await send(olga, 'remove-respondent', { ...filled, respondent: nora.id });
    await send(olga, 'absence', { from: '2026-11-23', until: '2026-11-24' });
    substitute?.push(await send(vera, 'add-note'));
    await send(olga, 'end-absence', {});
    await send(olga, 'hand-over', { ...filled, to: wim.id });
    await send(wim, 'add-respondent', { ...filled, respondent: karel.id });
    await send(wim, 'add-respondent', { ...filled, respondent: rob.id });
    for (const { who, used } of Object.values(standings)) used.push(await send(who, 'register', complaint));
    await atRest();
  });
  after(async () => {
    await bot?.end();
    await client?.close();
  });

  it('was used: the dossier remembers it, and has gone its course', async () => {
    const { forms, complaint, journal }: Dossier = await bot.dossier(number);
    for (const { who, used } of Object.values(standings)) {
      const [{ verb, form } = assert.fail()] = used;
      assert.ok(
        forms.some((one) => one.startsWith(`${who.id}/${verb}/${form}`)),
        `${who.name} ${verb}`,
      );
    }
    assert.equal(complaint.handler?.person.id, wim.id, JSON.stringify(journal.map(({ type }) => type)));
    assert.deepEqual(
      complaint.respondents.map(({ id }) => id),
      [karel.id, rob.id],
    );
    assert.equal((await everything()).filter(({ kind }) => kind === 'dossier').length, 4);
  });

  for (const [name, way] of Object.entries(ways)) {
    it(`opens nothing by ${name}, whatever the verb`, async () => {
      const before = await everything();
      const version = (await bot.dossier(number)).journal.length;
      const opensNothing = async ({ who, used }: { who: Somebody; used: Used[] }) => {
        for (const verb of verbs.filter(way.only ?? (() => true)))
          for (const typed of typedUnder(verb, used)) {
            const ask = async (of: string, form: string) =>
              plain(await press(who, way, verb, { number: of, form, version, ...typed }));
            const nothing = await ask(none, randomUUID());
            for (const { form } of formsTriedBy(name, used)) {
              const answer = await ask(number, form);
              if (answer !== nothing) assert.fail(`${who.name} ${verb}: ${firstDifference(nothing, answer)}`);
              assert.doesNotMatch(answer, /Rob Beklaagde/, `${who.name} ${verb}`);
              if (!namesTheDesk.includes(verb)) assert.doesNotMatch(answer, /Wim B/, `${who.name} ${verb}`);
            }
          }
      };
      await Promise.all(Object.values(standings).map(opensNothing));
      assert.deepEqual(await everything(), before);
    });
  }

  for (const [name, way] of Object.entries(ways).filter(([name]) => name !== 'composeExtension/submitAction'))
    it(`would open by ${name} for who handles it`, async () => {
      const version = (await bot.dossier(number)).journal.length;
      const verb = 'ask-remove-respondent';
      assert.match(
        plain(await press(wim, way, verb, { number, version, form: randomUUID() })),
        /Rob Beklaagde/,
      );
    });

  for (const [name, way] of Object.entries(ways).filter(([, { only }]) => !only))
    it(`gives the receiver the receipt as it was by ${name}, with nobody in it who came later`, async () => {
      const before = (await everything()).filter(({ kind }) => kind === 'dossier');
      const { form, typed } = standings['the receiver became a respondent']?.used[0] ?? assert.fail();
      const answer = plain(await press(karel, way, 'register', { number, form, ...typed }));
      assert.match(answer, /Klacht a number is geregistreerd.*Olga Officier/);
      assert.doesNotMatch(answer, /Rob Beklaagde|Wim Behandelaar/);
      assert.deepEqual(
        (await everything()).filter(({ kind }) => kind === 'dossier'),
        before,
      );
    });
});
