import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Step } from '../../src/procedure/model/commands.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { openSteps } from '../../src/procedure/open-steps.ts';
import { stepNames } from '../../src/procedure/steps.ts';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import { type Dossier, versionOf } from '../../src/register/model/dossier.ts';
import { append, eventOf } from '../../src/register/model/journal.ts';
import { readDossier, type Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { logBook } from '../dispatch/log-book.ts';
import { type Card, parts, textOf } from '../e2e/a-card.ts';
import { aConnector } from '../e2e/a-connector.ts';
import { complaintAfter, contextOf, plain } from '../procedure/given.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { situations } from '../procedure/situations.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { aDoor } from './a-door.ts';
import { countedStore } from './counted-store.ts';

type Json = Record<string, unknown>;

const cast = [lars, fatima, willem, ingrid, sanne, joris];
const context = contextOf({ today: '2026-05-04' });

/** A step, who can take it, and on which complaint: the first found among all situations. */
type Open = { step: Step; by: Person; events: Event[] };

const openTo = (step: Step): Open | undefined => {
  for (const events of Object.values(situations))
    for (const by of cast)
      if (openSteps(by, complaintAfter(events), context).includes(step)) return { step, by, events };
  return undefined;
};

/** What is filled in on the cards of steps whose form no button opens. */
const ownCards: Partial<Record<Step, Record<string, string>>> = {
  'give-statement': { statement: 'Ik was ziek.' },
  'report-measure': { measure: 'm1' },
};

/** The steps that are taken with a file, and not with a form. */
const withoutForm: readonly Step[] = ['add-document', 'export-dossier'];

/** The values of fields for which any choice, any text or today is wrong. */
const special: Partial<Record<Step, Record<string, string>>> = {
  object: { late: 'accept' },
  mediate: { time: '09:30' },
  'correct-date': { to: '2026-03-31' },
  'correct-facts': { summary: 'Er werd niet teruggeschreven.', lesson: 'Bel terug.' },
  'offer-hearing': { on: '2026-05-06', hearingForm: 'phone', laterWish: 'complainant', agreed: 'true' },
  delay: { until: '2026-05-20' },
  'move-measure': { to: '2026-06-30' },
  'add-respondent': { respondent: joris.id },
  'request-redaction': { blanked: 'teruggebeld' },
};

/** Fills in a form as the client sends it: its own values, and something in every other field. */
const filledIn = (card: Card, step: Step): Record<string, string> =>
  Object.fromEntries(
    parts(card)
      // A colleague is picked for each measure, so no name is typed beside it.
      .filter(({ type, id }) => String(type).startsWith('Input.') && !String(id).startsWith('ownerName'))
      .map((input) => [String(input.id), special[step]?.[String(input.id)] ?? something(input)]),
  );

function something({ type, value, choices }: Json): string {
  if (typeof value === 'string' && value !== '') return value;
  if (type === 'Input.ChoiceSet') return String((choices as Json[])[0]?.value ?? '');
  if (type === 'Input.Date') return context.today;
  return type === 'Input.Time' ? '14:30' : 'Zo is het gegaan.';
}

const registration = {
  complainantName: 'Mevrouw Van Dam',
  origin: 'client',
  summary: 'Er is drie weken niet teruggebeld.',
  receivedOn: context.today,
  manner: 'oral',
  respondents: joris.id,
};

/** A way in which a press comes in, and the place of the card that answers it. */
type Way = { opens(verb: string, data: Json): Json; sends(verb: string, data: Json): Json };

const invoke = (name: string, value: Json): Json => ({ type: 'invoke', name, value });
const execute = (verb: string, data: Json) =>
  invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' });
const message = (verb: string, data: Json): Json => ({
  type: 'message',
  replyToId: 'a card',
  value: { ...data, verb },
});

const ways: Record<string, Way> = {
  'Action.Execute': { opens: execute, sends: execute },
  'a message with a value': { opens: message, sends: message },
  'a dialog': {
    opens: (verb, data) => invoke('task/fetch', { data: { ...data, verb } }),
    sends: (verb, data) => invoke('task/submit', { data: { ...data, verb } }),
  },
};

const byMessageAction = (verb: string, data: Json): Json =>
  invoke('composeExtension/submitAction', { commandId: 'registerComplaint', data: { ...data, verb } });

let peer: CosmosPeer;
const stores: Record<string, () => Store> = {
  SQLite: () => sqliteStore(':memory:'),
  'Cosmos DB': () => storeAt(peer.url, newDatabase()),
};

for (const [kind, open] of Object.entries(stores))
  describe(`what a press costs in ${kind}, counted through the door`, () => {
    let door: Awaited<ReturnType<typeof aDoor>>;
    let store: Store;
    let count: ReturnType<typeof countedStore>;
    let client: Awaited<ReturnType<typeof aConnector>>;
    let registered = 0;

    before(async () => {
      peer ??= await cosmosPeer();
      client = await aConnector();
      const bare = open();
      store = sealedStore(bare, { log: logBook() });
      count = countedStore(bare);
      door = await aDoor(count.counted, `${context.today}T10:00`);
      for (const one of cast) await from(one, { type: 'message', text: 'help' });
    });
    after(async () => {
      await door?.close();
      await client?.close();
    });

    /** Sends an activity; returns the card that answers it, in whichever way, and the calls to the store until then. */
    async function from({ id, name }: Person, activity: Json) {
      const [sent, asked] = [client.sent.length, count.count()];
      const response = await fetch(`${door.url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          id: '1',
          channelId: 'msteams',
          serviceUrl: client.serviceUrl,
          from: { id: `29:${id}`, name, aadObjectId: id },
          recipient: { id: '28:bot', name: 'Klachtenbot' },
          conversation: { id: `chat-${id}`, conversationType: 'personal', tenantId: 'ballance' },
          ...activity,
        }),
      });
      const text = await response.text();
      assert.ok(response.ok, `${response.status} ${text}`);
      const body = text.startsWith('{') ? JSON.parse(text) : {};
      const inDialog = body.task?.value?.card?.content;
      const card: Card | undefined = inDialog ?? body.value ?? client.sent.slice(sent).at(-1)?.card;
      return { card: card ?? assert.fail(text), costs: count.since(asked, ['K-', 'front-desk']) };
    }

    /** Makes a dossier with those events, under a number of its own. */
    async function dossierOf(events: Event[]): Promise<Dossier> {
      registered += 1;
      const id = caseNumber(numberOf('2025', registered));
      const own = events.map((event) => (event.type === 'registered' ? { ...event, number: id } : event));
      const journal = plain(
        own.reduce((all, event) => append(all, event, sanne, context.now), [] as Dossier['journal']),
      );
      const complaint = plain(complaintAfter(journal.map(eventOf)));
      const dossier: Dossier = {
        kind: 'dossier',
        id,
        forms: [],
        complaint,
        journal,
        outbox: [],
        open: true,
        receiverId: complaint.receiver.id,
      };
      await store.write(dossier);
      return dossier;
    }

    const versionNow = async (id: CaseNumber): Promise<number> =>
      versionOf((await readDossier(store, id)) ?? assert.fail(id));

    for (const step of stepNames.filter((one) => !withoutForm.includes(one)))
      it(`${step}: one read for its form, one read and one write to take it`, async () => {
        const { by, events } = openTo(step) ?? assert.fail('it is open to nobody');
        for (const [name, way] of Object.entries(ways)) {
          const { id, journal } = await dossierOf(events);
          const data = { number: id, version: journal.length, form: randomUUID() };
          const form =
            step in ownCards
              ? { typed: ownCards[step] }
              : await from(by, way.opens(`ask-${step}`, data)).then(({ card, costs }) => {
                  // There is a form to merge only where another complaint is open.
                  const others = step === 'merge' ? ['list'] : [];
                  assert.deepEqual(costs, [`read ${id}`, ...others], `the form by ${name}`);
                  return { typed: filledIn(card, step) };
                });
          // What is merged is recorded in the other dossier too, which is read for the decision and again to be written.
          const into = step === 'merge' ? (await dossierOf(events)).id : undefined;
          const other = into ? [`read ${into}`, `read ${into}`, `write ${into}`] : [];
          const { card, costs } = await from(
            by,
            way.sends(step, { ...data, ...form.typed, ...(into && { into }) }),
          );
          assert.ok((await versionNow(id)) > journal.length, `${name}: ${textOf(card)}`);
          assert.deepEqual(costs, [`read ${id}`, ...other, `write ${id}`], name);
        }
      });

    for (const [name, { sends }] of Object.entries({
      ...ways,
      'a message action': { sends: byMessageAction },
    }))
      it(`a registration by ${name}: one read and one write of the intake document, one write of the dossier`, async () => {
        const data = { ...registration, form: randomUUID() };
        const { card, costs } = await from(sanne, sends('register', data));
        const [number = assert.fail(textOf(card))] = /K-2026-\d{4}/.exec(textOf(card)) ?? [];
        assert.deepEqual(costs, ['read front-desk', 'write front-desk', `write ${number}`]);
        const again = await from(sanne, sends('register', data));
        assert.equal(textOf(again.card), textOf(card));
        assert.deepEqual(again.costs, ['read front-desk', `read ${number}`]);
      });

    it('one list for what somebody handles, and for what piles up', async () => {
      for (const verb of ['cases', 'pile'])
        assert.deepEqual((await from(lars, execute(verb, {}))).costs, ['list'], verb);
      assert.deepEqual((await from(joris, execute('pile', {}))).costs, []);
    });

    it('one read for whatever changes nothing', async () => {
      const { id, journal } = await dossierOf(situations.registered ?? []);
      const data = { number: id, version: journal.length, form: randomUUID(), text: 'Gebeld.' };
      await from(lars, execute('add-note', data));
      const outdated = { ...data, form: randomUUID() };
      const current = { ...outdated, version: await versionNow(id) };
      const later = { ...current, on: '2026-05-05', reason: 'Opgelost' };
      for (const [what, by, activity] of [
        ['the case', lars, execute('case', data)],
        ['the case, typed', lars, { type: 'message', text: `zaak ${id}` }],
        ['a draft', lars, execute('draft-acknowledge', current)],
        ['a repeated form', lars, execute('add-note', data)],
        ['a used form', lars, execute('add-note', { ...data, text: 'Iets anders.' })],
        ['an outdated card', lars, execute('add-note', outdated)],
        ['a card without a version', lars, execute('add-note', { ...outdated, version: undefined })],
        ['an empty form', lars, execute('add-note', { ...current, text: ' ' })],
        ['a day to come', lars, execute('withdraw', later)],
        ['a step that is not possible', lars, execute('agree', current)],
        ['somebody who may not', joris, execute('add-note', data)],
      ] as const)
        assert.deepEqual((await from(by, activity)).costs, [`read ${id}`], what);
    });
  });

after(() => peer?.close());
