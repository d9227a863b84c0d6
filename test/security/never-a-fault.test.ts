import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { nested } from './corpus.ts';
import { minutes, type ProductionOffice, productionOffice } from './production-office.ts';

type Json = Record<string, unknown>;

/** Every kind of activity that Teams sends a bot, and some that it does not. */
const kinds: Record<string, Json> = {
  ...Object.fromEntries(
    ['adaptiveCard/action', 'fileConsent/invoke', 'task/fetch', 'task/submit']
      .concat(
        'composeExtension/fetchTask',
        'composeExtension/submitAction',
        'composeExtension/query',
        'toString',
      )
      .map((name) => [
        name,
        { type: 'invoke', name, value: { action: { verb: 'help', data: {} }, data: { verb: 'help' } } },
      ]),
  ),
  message: { type: 'message', text: 'help' },
  press: { type: 'message', text: '', value: { verb: 'help' }, replyToId: '1' },
  'the app comes': { type: 'installationUpdate', action: 'add' },
  'the app goes': { type: 'installationUpdate', action: 'remove' },
  'a member comes': {
    type: 'conversationUpdate',
    membersAdded: [{ id: '28:bot' }],
    recipient: { id: '28:bot' },
  },
  'a member goes': { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] },
  ...Object.fromEntries(
    ['messageReaction', 'messageUpdate', 'messageDelete', 'event', 'endOfConversation', 'typing']
      .concat('invokeResponse', 'delay', 'trace', 'handoff', '__proto__')
      .map((type) => [type, { type, name: 'x' }]),
  ),
};

const places = [
  ...[
    'id',
    'replyToId',
    'serviceUrl',
    'channelId',
    'type',
    'from',
    'recipient',
    'conversation',
    'channelData',
  ],
  ...['from.id', 'from.aadObjectId', 'recipient.id', 'conversation.id', 'conversation.tenantId', 'value'],
  ...[
    'name',
    'text',
    'action',
    'locale',
    'timestamp',
    'localTimestamp',
    'callerId',
    'label',
    'entities',
    'attachments',
  ],
  ...[
    'membersAdded',
    'membersRemoved',
    'deliveryMode',
    'recipient.name',
    'from.name',
    'from.role',
    'conversation.name',
  ],
  ...[
    'conversation.isGroup',
    'conversation.conversationType',
    'conversation.aadObjectId',
    'conversation.role',
  ],
  ...['channelData.tenant', 'channelData.channel', 'channelData.team', 'channelData.eventType', 'relatesTo'],
];

/** The activities that are tried with every odd value in every place; the others share the values, because they are handled alike. */
const thorough = ['message', 'adaptiveCard/action', 'the app comes', 'a member comes'];
const turns = 5;

/** Values that are no id, name or address of Teams. */
const odd: unknown[] = [
  ...[
    'é',
    'a:日本',
    '\ud800',
    'x\udfffy',
    '\u0000',
    'a\r\nX-Evil: 1',
    'a\nb',
    '\t',
    '\u007f',
    '\u2028',
    '\u202e',
  ],
  ...[
    '👩🏽‍⚕️',
    '',
    ' ',
    '%',
    '%00',
    '%ff',
    '../../x',
    'a/b?c#d',
    '\\',
    '"',
    '__proto__',
    'constructor',
    'http://[',
  ],
  ...['x'.repeat(1_000), 'x'.repeat(50_000), 'é'.repeat(999)],
  ...[0, -1, 1e308, true, false, null, [], [[]], [null], {}, { id: 'é' }, { id: {} }, { length: 1 }],
  ...[
    JSON.parse('{"__proto__":{"id":"x"},"constructor":{"prototype":1},"toString":1}'),
    JSON.parse(nested(2_000)),
  ],
];

function put(into: Json, [first = '', ...rest]: string[], value: unknown): Json {
  return { ...into, [first]: rest.length === 0 ? value : put((into[first] ?? {}) as Json, rest, value) };
}

describe('what comes in, with something odd in it', () => {
  let office: ProductionOffice;
  let trusted: string;
  before(async () => {
    office = await productionOffice({ inboundRate: { turns: 1_000_000, seconds: 1 } });
    trusted = `Bearer ${await office.authority.sign(office.claims({ exp: minutes(120) }))}`;
  });
  after(() => office?.end());

  /** Lists the activities that were answered with the status of a fault. */
  async function faultsAmong(activities: Json[]): Promise<string[]> {
    const faults: string[] = [];
    const waiting = activities.values();
    const work = async () => {
      for (const activity of waiting) {
        const { status } = await office.post(activity, trusted);
        if (status >= 500) faults.push(`${status} ${JSON.stringify(activity).slice(0, 300)}`);
      }
    };
    await Promise.all(Array.from({ length: 16 }, work));
    return faults.slice(0, 10);
  }

  for (const [turn, [kind, what]] of Object.entries(kinds).entries()) {
    it(`is never answered with a fault: ${kind}`, async () => {
      const whole = office.message({ channelData: { tenant: { id: office.tenantId } }, ...what });
      const all = places.flatMap((place) => odd.map((value) => put(whole, place.split('.'), value)));
      const activities = all.filter((_, i) => thorough.includes(kind) || i % turns === turn % turns);
      assert.deepEqual(await faultsAmong(activities), []);
      assert.ok(office.bot.runs());
    });
  }

  it('is no fault of the sender when the service does not take the answer', async () => {
    for (const status of [403, 404, 500]) {
      office.teams.answersWith(status);
      const guest = { from: { id: `29:guest-${status}`, aadObjectId: randomUUID() }, text: 'help' };
      office.teams.isMember(guest.from.id, { userRole: 'guest' });
      const activities = [...Object.values(kinds), guest].map((what, i) =>
        office.message({
          ...what,
          conversation: { id: `a:${status}-${i}`, conversationType: 'personal', tenantId: office.tenantId },
        }),
      );
      assert.deepEqual(await faultsAmong(activities), [], `${status}`);
    }
    office.teams.answersWith(undefined);
  });

  it('is a conversation whose id is not Latin-1, at an installation', async () => {
    for (const kind of ['the app comes', 'a member comes']) {
      const conversation = { id: 'a:日本', conversationType: 'personal', tenantId: office.tenantId };
      const { status } = await office.post(office.message({ ...kinds[kind], conversation }), trusted);
      assert.equal(status, 400, kind);
    }
  });

  it('leaves the next who comes as welcome as before', async () => {
    office.teams.asked.length = 0;
    assert.equal((await office.post(office.message(), trusted)).status, 200);
    assert.match(office.teams.answers().at(-1)?.body ?? '', /AdaptiveCard/);
  });
});
