import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type ProductionOffice, productionOffice } from './production-office.ts';

type Json = Record<string, unknown>;

/** Activities as Teams sends them, with everything in them that can say where it comes from. */
const kinds = (tenantId: string): Json[] => {
  const team = { id: '19:team@thread.tacv2', name: 'Ballance', aadGroupId: randomUUID(), tenantId };
  const channel = { id: '19:channel@thread.tacv2', name: 'Klachten', type: 'shared', tenantId };
  const inChannel = {
    conversation: { id: '19:channel@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId },
    channelData: {
      tenant: { id: tenantId },
      tenantId,
      team,
      channel,
      teamsTeamId: team.id,
      meeting: { id: 'x' },
    },
  };
  const member = { id: '28:bot', aadObjectId: randomUUID(), tenantId };
  const personal = { channelData: { tenant: { id: tenantId }, tenantId, source: { name: 'message' } } };
  const speaker = { id: '29:x', name: 'Sanne', aadObjectId: randomUUID(), tenantId };
  const recipient = { id: '28:bot', name: 'Klachtenbot', tenantId };
  return [
    { ...personal, from: speaker, recipient },
    { ...inChannel, from: speaker, recipient },
    { type: 'installationUpdate', action: 'add', ...inChannel, from: speaker, recipient },
    {
      type: 'conversationUpdate',
      ...inChannel,
      from: speaker,
      recipient,
      membersAdded: [member, { ...member, id: '29:y' }],
    },
    { type: 'conversationUpdate', ...inChannel, membersRemoved: [member] },
    { type: 'invoke', name: 'task/fetch', ...personal, from: speaker, value: { data: { verb: 'help' } } },
    {
      ...personal,
      channelData: {
        ...personal.channelData,
        onBehalfOf: [{ itemid: 0, tenantId }],
        sharedWithTeams: [team],
      },
    },
    { ...personal, relatesTo: { conversation: { id: 'a:1', tenantId }, user: { id: '29:x', tenantId } } },
  ];
};

/** The parts that carry content, as opposed to sender and place. */
const spokenOf = ['value', 'entities', 'attachments'];

/** Every object in an activity, by the keys that lead to it. */
function objectsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value)
    .filter(([key]) => path.length > 0 || !spokenOf.includes(key))
    .flatMap(([key, one]) => objectsIn(one, [...path, Array.isArray(value) ? Number(key) : key]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

function withAt(activity: Json, path: readonly (string | number)[], key: string, value: unknown): Json {
  const copy = structuredClone(activity);
  const at = path.reduce<Json>((one, step) => one[step] as Json, copy);
  at[key] = value;
  return copy;
}

describe('an activity that names another tenant anywhere', () => {
  let office: ProductionOffice;
  let trusted: string;
  before(async () => {
    office = await productionOffice({ inboundRate: { turns: 1_000_000, seconds: 1 } });
    trusted = `Bearer ${await office.authority.sign(office.claims())}`;
  });
  after(() => office?.end());

  const whole = () => kinds(office.tenantId).map((kind) => office.message(kind));
  const status = async (activity: Json) => (await office.post(activity, trusted)).status;

  it('comes in when every place names ours, in whatever case', async () => {
    for (const activity of [
      ...whole(),
      ...kinds(office.tenantId.toUpperCase()).map((kind) => office.message(kind)),
    ])
      assert.equal(await status(activity), 200, JSON.stringify(activity));
  });

  it('stays out, wherever the tenant is named, and whatever kind of thing names it', async () => {
    office.teams.asked.length = 0;
    const wrong = [
      randomUUID(),
      `${office.tenantId} `,
      '',
      7,
      true,
      [],
      {},
      { id: randomUUID() },
      [office.tenantId, 'x'],
    ];
    for (const activity of whole()) {
      const places = objectsIn(activity);
      assert.ok(places.length >= 5, JSON.stringify(places));
      for (const path of places) {
        for (const key of ['tenantId', 'tenant', 'TenantID', 'aadTenantId', 'tenant_id']) {
          for (const value of key === 'tenantId' ? wrong : [randomUUID()]) {
            const foreign = withAt(activity, path, key, value);
            const answer = await status(foreign);
            assert.ok(
              [400, 403].includes(answer),
              `${answer}: ${path.join('.')}.${key} = ${JSON.stringify(value)}`,
            );
          }
        }
      }
    }
    assert.deepEqual(office.teams.asked, []);
  });

  it('stays out however deep it is named', async () => {
    const depth = 1_000;
    const deep = JSON.parse(`${'{"a":'.repeat(depth)}{"tenantId":"${randomUUID()}"}${'}'.repeat(depth)}`);
    const channelData = { tenant: { id: office.tenantId }, deep };
    assert.equal(await status(office.message({ channelData })), 403);
  });

  it('comes in when only what is spoken of is of another tenant: a complaint may be in their words', async () => {
    const elsewhere = randomUUID();
    const messagePayload = {
      from: { user: { id: randomUUID(), displayName: 'Mevrouw Pietersen', tenantId: elsewhere } },
      body: { contentType: 'text', content: 'Er werd niet teruggebeld.' },
    };
    const used = office.registration({
      name: 'composeExtension/fetchTask',
      value: { commandId: 'registerComplaint', commandContext: 'message', messagePayload },
      entities: [{ type: 'mention', mentioned: { id: '29:z', tenantId: elsewhere } }],
    });
    const { status: answered, text } = await office.post(used, trusted);
    assert.equal(answered, 200);
    assert.match(text, /Er werd niet teruggebeld/);
  });
});
