import assert from 'node:assert/strict';
import { type Activity, TurnContext } from 'botbuilder';
import type { Document } from '../../../src/register/model/dossier.ts';
import { type Store, Unwritten } from '../../../src/register/model/store.ts';
import type { Connector } from '../../../src/teams/adapter/connector.ts';
import { bot } from '../../../src/teams/bot.ts';
import { buttonOf, type Filled, filledIn, textOf } from '../../e2e/a-card.ts';
import { lars, sanne } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../../store/cosmos-peer.ts';
import { type FaultProxy, faultProxy } from '../../store/fault-proxy.ts';
import { aChat, type Chat } from '../a-chat.ts';

/** A fault of one call to the store. */
type Fault = 'before' | 'after' | 'busy' | 'full' | 'gone' | 'changed';

/** A store in which the question of that number goes wrong, and every one after it when it lasts. */
function faultyStore() {
  let asked = 0;
  let plan: { at: number; fault: Fault; lasts: boolean } | undefined;
  let struck = false;

  async function question<T>(isWrite: boolean, ask: () => Promise<T>): Promise<T> {
    const now = asked++;
    if (!plan || now < plan.at || (now > plan.at && !plan.lasts)) return ask();
    struck = true;
    if (plan.fault === 'after') await ask();
    if (plan.fault === 'before' || plan.fault === 'after') throw new Error('the connection broke');
    if (isWrite) throw new Unwritten(plan.fault);
    return ask();
  }

  return {
    between: (store: Store): Store => ({
      ...store,
      read: (id) => question(false, () => store.read(id)),
      write: (document, etag) => question(true, () => store.write(document, etag)),
      writeTogether: async (writes) => question(true, async () => store.writeTogether?.(writes)),
      list: (selection) => question(false, () => store.list(selection)),
    }),
    next(next: typeof plan): void {
      asked = 0;
      struck = false;
      plan = next;
    },
    /** Whether that call was made at all. */
    struck: () => struck,
  };
}

type Press = { person: typeof sanne; verb: string; data: Record<string, unknown> };

/** A form that somebody filled in, ready to be sent. */
async function formOf(chat: Chat, ask: string, send: string, filled: Filled): Promise<Press> {
  await chat.open(lars);
  const card = await chat.press(ask, {}, lars);
  const button = buttonOf(card, send) as { verb: string; data: object };
  return { person: lars, verb: button.verb, data: { ...button.data, ...filledIn(card, filled) } };
}

const registration: Press = {
  person: sanne,
  verb: 'register',
  data: {
    form: 'new',
    complainantName: 'De heer Bos',
    origin: 'client',
    summary: 'Te laat.',
    receivedOn: '2026-04-01',
    manner: 'oral',
  },
};

/** Every way of recording something. */
const deeds: Record<string, (chat: Chat) => Promise<Press>> = {
  'a registration': async () => registration,
  'a note': (chat) =>
    formOf(chat, 'Notitie toevoegen', 'Notitie toevoegen', { Notitie: 'Morgen bel ik terug.' }),
  'an acknowledgement with its letter': (chat) =>
    formOf(chat, 'Ontvangst bevestigen', 'Ontvangst bevestigen', {}),
  'the receipt of a statement': (chat) =>
    formOf(chat, 'Verklaring vastleggen', 'Verklaring vastleggen', {
      'Van wie': 'Klager',
      Verklaring: 'Ik heb drie keer gebeld.',
    }),
  'an absence': async () => ({
    person: lars,
    verb: 'absence',
    data: { from: '2026-04-02', until: '2026-04-10' },
  }),
};

type Said = { ok: boolean; text: string };

/** Sends what was filled in, from a card or from a dialog, and answers what the person reads. */
async function send({ office }: Chat, { person, verb, data }: Press, from: 'card' | 'dialog'): Promise<Said> {
  let body: unknown;
  const adapter = {
    async sendActivities(_: unknown, activities: Activity[]) {
      body = activities.find(({ type }) => type === 'invokeResponse')?.value?.body ?? body;
      return activities.map(({ id }) => ({ id: id ?? '1' }));
    },
  };
  const activity = {
    type: 'invoke',
    name: from === 'card' ? 'adaptiveCard/action' : 'task/submit',
    from: { id: '29:1', aadObjectId: person.id, name: person.name },
    conversation: { id: `a:${person.id}`, conversationType: 'personal' },
    serviceUrl: 'https://teams.example/',
    recipient: { id: '28:bot' },
    value: from === 'card' ? { action: { verb, data } } : { data: { verb, ...data } },
  } as unknown as Activity;
  await bot({ office, connector: {} as Connector, anyClient: true })(
    new TurnContext(adapter as never, activity),
  );
  const { statusCode = 200, value } = (body ?? {}) as { statusCode?: number; value?: { message?: string } };
  const text = value?.message ?? textOf(body);
  return { ok: statusCode === 200 && !/Het lukte niet/.test(text), text };
}

/** Reads what is recorded of complaints and absences, without what is only remembered about chats. */
async function recorded(store: Store): Promise<string> {
  const found: unknown[] = [];
  for await (const { document } of store.all()) found.push(recordedIn(document));
  return JSON.stringify(found.filter(Boolean));
}

function recordedIn(document: Document): unknown {
  if (document.kind === 'dossier') return document.journal.map(({ type }) => `${document.id} ${type}`);
  if (document.id !== 'front-desk') return undefined;
  return (document as { content?: { absences?: unknown } }).content?.absences;
}

const nothing = /[Nn]iets (vastgelegd|veranderd)/;
const unsure = /weet niet zeker of het gelukt is\.[\s\S]*dat kan geen kwaad/;

/** Asserts that what the user read is true, and that sending it again succeeds. */
async function assertTrue(said: Said, before: string, chat: Chat, press: Press, at: string): Promise<void> {
  const now = await recorded(chat.ours.store);
  if (said.ok) assert.notEqual(now, before, `${at}: said to be done, and is not: ${said.text}`);
  else if (nothing.test(said.text)) assert.equal(now, before, `${at}: said that nothing was: ${said.text}`);
  else assert.match(said.text, unsure, at);
  const again = await send(chat, press, 'card');
  assert.ok(again.ok, `${at}: ${again.text}`);
}

describe('whatever goes wrong with the store, and whenever', () => {
  afterEach(closeOffices);

  for (const [name, deed] of Object.entries(deeds)) {
    for (const from of ['card', 'dialog'] as const) {
      it(`what is read about ${name} from a ${from} is true, and it is recorded once when it is sent again`, async () => {
        const expected = await onceRecorded(deed);
        for (const fault of ['before', 'after', 'busy', 'full', 'gone', 'changed'] as const) {
          const lasts = fault === 'busy' || fault === 'gone' || fault === 'changed';
          const tried = await eachMoment(deed, from, { fault, lasts }, expected);
          assert.ok(tried > 1 || fault !== 'before', `${fault} struck only ${tried} times`);
        }
      });
    }
  }

  async function onceRecorded(deed: (chat: Chat) => Promise<Press>): Promise<string> {
    const chat = await aChat({ respondents: [] }, { file: ':memory:' });
    await send(chat, await deed(chat), 'card');
    return recorded(chat.ours.store);
  }

  /** Lets it go wrong at the first question, at the second, and so on; answers how many there were. */
  async function eachMoment(
    deed: (chat: Chat) => Promise<Press>,
    from: 'card' | 'dialog',
    plan: { fault: Fault; lasts: boolean },
    expected: string,
  ): Promise<number> {
    for (let at = 0; ; at++) {
      const faulty = faultyStore();
      const chat = await aChat({ respondents: [] }, { file: ':memory:', between: faulty.between });
      const press = await deed(chat);
      const before = await recorded(chat.ours.store);
      faulty.next({ at, ...plan });
      const said = await send(chat, press, from);
      const struck = faulty.struck();
      faulty.next(undefined);
      await assertTrue(said, before, chat, press, `${plan.fault} at ${at}`);
      assert.equal(await recorded(chat.ours.store), expected);
      await closeOffices();
      if (!struck) return at;
    }
  }
});

describe('an answer of Cosmos DB that is lost for good', () => {
  let peer: CosmosPeer;
  let proxy: FaultProxy;

  before(async () => {
    peer = await cosmosPeer();
  });
  after(() => peer.close());

  afterEach(async () => {
    await closeOffices();
    await proxy.close();
  });

  for (const when of ['before', 'after'] as const) {
    for (const operation of ['create', 'replace'] as const) {
      it(`${when} a ${operation} was done: who registers reads what is true, and presses once more`, async () => {
        proxy = await faultProxy(peer.url);
        const database = newDatabase();
        const withoutRetry = { retryForMs: 0, endOfTry: proxy.endOfTry };
        const chat = await aChat(
          { respondents: [] },
          { file: ':memory:', between: () => storeAt(proxy.url, database, withoutRetry) },
        );
        const before = await recorded(chat.ours.store);
        let isBroken = true;
        proxy.fault = (one) => (isBroken && one === operation ? { when, answer: 'dropped' } : undefined);
        const said = await send(chat, registration, 'card');
        isBroken = false;
        await assertTrue(said, before, chat, registration, operation);
        assert.equal((await chat.ours.store.list({ open: true })).length, 2);
      });
    }
  }
});

describe('a typed question that fails', () => {
  afterEach(closeOffices);

  const typed = async (text: string, conversationType: string): Promise<string> => {
    const faulty = faultyStore();
    const chat = await aChat({ respondents: [] }, { file: ':memory:', between: faulty.between });
    const said: string[] = [];
    const context = new TurnContext(
      {} as never,
      {
        type: 'message',
        text,
        from: { id: '29:1', aadObjectId: lars.id as string, name: lars.name },
        conversation: { id: 'a:1', conversationType },
        serviceUrl: 'https://teams.example/',
        recipient: { id: '28:bot' },
      } as Activity,
    );
    context.sendActivity = async (one) => {
      said.push(textOf((one as Partial<Activity>).attachments?.[0]?.content));
      return undefined;
    };
    faulty.next({ at: 0, fault: 'before', lasts: true });
    await bot({ office: chat.office, connector: {} as Connector, anyClient: true })(context);
    return said.join();
  };

  for (const text of ['zaken', 'mijn klachten', 'zaak K-2026-0001'])
    it(`is said not to have been looked up, and casts no doubt on anything: ${text}`, async () => {
      const said = await typed(text, 'personal');
      assert.match(said, /Ik kon het nu niet opzoeken\. Er is niets veranderd\. Typ het over een minuut/);
      assert.doesNotMatch(said, unsure);
    });

  it('is no question where something is asked to be done', async () => {
    assert.match(await typed('koppel', 'channel'), unsure);
  });
});
