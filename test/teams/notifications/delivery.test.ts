import assert from 'node:assert/strict';
import type { Delivery } from '../../../src/register/model/delivery.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { addressBook } from '../../../src/teams/adapter/address-book.ts';
import { everybody } from '../../../src/teams/adapter/colleagues.ts';
import { connector, outboxAdapter } from '../../../src/teams/adapter/connector.ts';
import { teamsDelivery } from '../../../src/teams/notifications/delivery.ts';
import { outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';
import type { Office } from '../../../src/teams/office/office.ts';
import { keepForm, mayHoldForm } from '../../../src/teams/office/open-forms.ts';
import { registration } from '../../procedure/asked.ts';
import { calendar } from '../../procedure/given.ts';
import { lars, sanne } from '../../procedure/people.ts';
import { anOffice, closeOffices, config } from '../../register/an-office.ts';
import { aFaultyService } from '../a-faulty-service.ts';

describe('an older card that makes room', () => {
  let service: Awaited<ReturnType<typeof aFaultyService>>;
  let office: Office;
  let dossier: Dossier;
  let delivery: Delivery;
  let faults: string[];

  beforeEach(async () => {
    service = await aFaultyService();
    const ours = anOffice();
    faults = [];
    const log = { info() {}, warn() {}, error() {}, fault: (text: string) => void faults.push(text) };
    office = {
      ...ours,
      register: ours.register,
      calendar,
      config,
      addresses: addressBook(ours.store),
      names: async (ids) => ids.map((id) => ({ id, name: 'Een collega' })),
      colleagues: everybody,
      log,
    };
    const address = {
      serviceUrl: service.url,
      tenantId: 'ballance',
      botId: '28:bot',
      conversationId: 'chat-of-lars',
    };
    await office.addresses.meet({ person: lars, personal: true, address });
    delivery = teamsDelivery(
      office,
      connector(outboxAdapter(undefined)),
      outgoingLimits(ours.store, () => 0, 'one'),
    );
    dossier = await ours.file({ ...registration, respondents: [] }, 'form', sanne);
    const [first] = dossier.outbox;
    assert(first);
    const sent = { ...first, status: 'sent' as const };
    dossier = {
      ...dossier,
      outbox: [
        { ...sent, id: 'first', activityId: 'first-card' },
        { ...sent, id: 'second', activityId: 'second-card' },
      ],
    };
  });
  afterEach(async () => {
    await closeOffices();
    await service.close();
  });

  const tidy = async () => {
    const second = dossier.outbox[1];
    assert(second && delivery.tidy);
    await delivery.tidy(second, dossier);
  };

  it('says where the new one is, and nothing of the case; it makes no sound', async () => {
    await tidy();
    assert.deepEqual(service.requests, ['chat-of-lars']);
    assert.match(service.bodies[0] ?? '', /K-2026-0001: deze kaart is vervangen/);
    assert.doesNotMatch(service.bodies[0] ?? '', /teruggebeld|alert/);
  });

  it('stays where Lars may be typing on it', async () => {
    await keepForm(office.store, lars.id, 'first-card');
    await tidy();
    assert.deepEqual(service.requests, []);
  });

  it('stays, and is written in the log, when Teams does not replace it', async () => {
    service.faults.push({ status: 500, code: 'InternalServerError' });
    await tidy();
    assert.deepEqual(faults, ['an older card was not replaced']);
    assert.deepEqual([service.requests.length, service.bodies.length], [1, 0]);
  });

  it('stays when the limits of Teams have no room for it', async () => {
    const none = { take: async () => ({ waitMs: 1_000, ended: () => {} }), hold: async () => {} };
    delivery = teamsDelivery(office, connector(outboxAdapter(undefined)), none);
    await tidy();
    assert.deepEqual([service.requests, faults], [[], []]);
  });
});

describe('messages in which somebody opened a form', () => {
  afterEach(closeOffices);

  it('are kept by two at once, and of each person the last fifty', async () => {
    const { store } = anOffice();
    await Promise.all(['a', 'b', 'c'].map((id) => keepForm(store, lars.id, id)));
    for (const id of ['a', 'b', 'c']) assert.ok(await mayHoldForm(store, lars.id, id), id);
    assert.ok(!(await mayHoldForm(store, sanne.id, 'a')));
    for (let i = 0; i < 50; i++) await keepForm(store, lars.id, `${i}`);
    assert.deepEqual(
      [await mayHoldForm(store, lars.id, 'a'), await mayHoldForm(store, lars.id, '49')],
      [false, true],
    );
  });
});
