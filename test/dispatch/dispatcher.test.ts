import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import sinon from 'sinon';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { Postponed, Undelivered } from '../../src/register/model/delivery.ts';
import type { Message } from '../../src/register/model/message.ts';
import { triesOf } from '../../src/register/model/outbox.ts';
import type { Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { postRoom } from './post-room.ts';

const K1 = 'K-2026-0001';
const K2 = 'K-2026-0002';

describe('the dispatcher', () => {
  let store: Store;
  let room: ReturnType<typeof postRoom>;

  beforeEach(() => {
    store = sqliteStore(':memory:');
    room = postRoom(store);
  });

  afterEach(async () => {
    room.stop();
    await store.close();
  });

  const message = async (id: CaseNumber): Promise<Message> => {
    const [first] = await room.outbox(id);
    assert.ok(first);
    return first;
  };

  it('delivers what waits in a dossier, in order, and writes down when and as what', async () => {
    await room.post(K1, 'm1', 'm2');
    await room.dispatcher.deliver(K1);
    assert.deepEqual(room.sent, ['m1', 'm2']);
    const { status, sentAt, activityId, attempts, lease } = await message(K1);
    assert.deepEqual(
      { status, sentAt, activityId, attempts, lease },
      {
        status: 'sent',
        sentAt: room.clock.now(),
        activityId: 'activity of m1',
        attempts: [{ at: room.clock.now() }],
        lease: undefined,
      },
    );
    assert.deepEqual(await store.due(room.clock.now(), 9), []);
  });

  it('delivers from a bulletin, which belongs to no dossier', async () => {
    const digest = {
      id: 'digest/2026-04-01',
      to: { kind: 'channel' },
      content: { kind: 'digest', day: '2026-04-01' },
    } as const;
    const now = room.clock.now();
    const queued: Message = { ...digest, queuedAt: now, status: 'queued', attempts: [], tryAt: now };
    await store.write({ kind: 'bulletin', id: digest.id, outbox: [queued], attentionAt: now });
    const dossiers: unknown[] = [];
    const subject = room.subject({
      mayReceive: (_, dossier) => dossiers.push(dossier) > 0,
    });
    await subject.deliver(digest.id);
    assert.deepEqual(room.sent, [digest.id]);
    assert.deepEqual(dossiers, [undefined]);
    assert.deepEqual(await store.due(now, 9), []);
  });

  it('delivers after the turn of the caller, and once however often it is poked', async () => {
    await room.post(K1, 'm1');
    for (let i = 0; i < 5; i++) room.dispatcher.poke(K1);
    assert.deepEqual(room.sent, []);
    await room.dispatcher.idle();
    assert.deepEqual(room.sent, ['m1']);
  });

  it('does not overlook what is added while it delivers', async () => {
    await room.post(K1, 'm1');
    const subject = room.subject({
      delivery: {
        deliver: async (each, dossier) => {
          if (each.id === 'm1') {
            await room.amendDossier(K1, (found) => ({
              ...found,
              outbox: [...found.outbox, { ...each, id: 'm2', lease: undefined }],
            }));
            subject.poke(K1);
          }
          return room.send(each, dossier);
        },
      },
    });
    subject.poke(K1);
    await subject.idle();
    assert.deepEqual(room.sent, ['m1', 'm2']);
    assert.deepEqual(
      (await room.outbox(K1)).map(({ status }) => status),
      ['sent', 'sent'],
    );
  });

  it('lets one recipient go on while the platform keeps another waiting, also within a dossier', async () => {
    await room.post(K1, 'slow', 'm1 for fatima');
    await room.post(K2, 'm2 for fatima');
    const answer = Promise.withResolvers<void>();
    const subject = room.subject({
      delivery: {
        deliver: async (each, dossier) => {
          if (each.id === 'slow') await answer.promise;
          return room.send(each, dossier);
        },
      },
    });
    subject.poke(K1);
    await subject.deliver(K2);
    while (room.sent.length < 2) await turn();
    assert.deepEqual(room.sent.toSorted(), ['m1 for fatima', 'm2 for fatima']);
    answer.resolve();
    await subject.idle();
    assert.deepEqual(room.sent.at(-1), 'slow');
  });

  it('has no quarrel with a document that is not there', async () => {
    await room.dispatcher.deliver('K-2026-9999');
    assert.deepEqual(room.log.lines, []);
  });

  describe('asks right before sending who may receive it', () => {
    it('and withholds it for good if not', async () => {
      await room.post(K1, 'm1');
      await room.subject({ mayReceive: () => false }).deliver(K1);
      assert.deepEqual(room.sent, []);
      assert.equal((await message(K1)).status, 'withheld');
      assert.deepEqual(await store.due(room.clock.now(), 9), []);
    });

    it('of the dossier as it is by then', async () => {
      await room.post(K1, 'm1', 'm2');
      const subject = room.subject({
        mayReceive: (_, dossier) => dossier?.complaint.respondents.length === 0,
        delivery: {
          deliver: async (each, dossier) => {
            await room.amendDossier(K1, (found) => ({
              ...found,
              complaint: {
                ...found.complaint,
                respondents: [{ id: personId('lars'), name: 'Lars Brouwer' }],
              },
            }));
            return room.send(each, dossier);
          },
        },
      });
      await subject.deliver(K1);
      assert.deepEqual(room.sent, ['m1']);
      assert.deepEqual(
        (await room.outbox(K1)).map(({ status }) => status),
        ['sent', 'withheld'],
      );
    });
  });

  describe('when the platform does not take a message', () => {
    beforeEach(() => room.post(K1, 'm1'));

    it('tries again after a while', async () => {
      room.faults.push(new Undelivered('503', true));
      await room.dispatcher.deliver(K1);
      const { status, attempts, tryAt, lease } = await message(K1);
      assert.equal(status, 'queued');
      assert.equal(lease, undefined);
      assert.deepEqual(attempts, [{ at: room.clock.now(), fault: '503' }]);
      assert.equal(tryAt, '2026-04-01T09:00:05.000Z');
      assert.deepEqual(await store.due(room.clock.now(), 9), []);

      await room.dispatcher.deliver(K1);
      assert.deepEqual(room.sent, []);
      room.pass(5);
      assert.deepEqual(await store.due(room.clock.now(), 9), [K1]);
      await room.dispatcher.deliver(K1);
      assert.deepEqual(room.sent, ['m1']);
      assert.equal((await message(K1)).attempts.length, 2);
    });

    it('waits as long as it asks', async () => {
      room.faults.push(new Undelivered('429', true, { notBefore: '2026-04-01T09:10:00.000Z' }));
      await room.dispatcher.deliver(K1);
      assert.equal((await message(K1)).tryAt, '2026-04-01T09:10:00.000Z');
    });

    it('gives up at once where trying again is of no use, and keeps why', async () => {
      room.faults.push(new Undelivered('blocked by the user', false));
      await room.dispatcher.deliver(K1);
      const { status, attempts } = await message(K1);
      assert.equal(status, 'gave-up');
      assert.deepEqual(attempts, [{ at: room.clock.now(), fault: 'blocked by the user' }]);
      room.pass(86_400);
      await room.dispatcher.deliver(K1);
      assert.deepEqual(room.sent, []);
    });

    it('gives up after the last try', async () => {
      await room.amendDossier(K1, (found) => ({
        ...found,
        outbox: found.outbox.map((each) => ({
          ...each,
          attempts: Array.from({ length: 199 }, () => ({ at: each.queuedAt, fault: '503' })),
        })),
      }));
      room.faults.push(new Undelivered('503', true));
      await room.dispatcher.deliver(K1);
      assert.equal((await message(K1)).status, 'gave-up');
    });

    it('tries again after a fault that nobody foresaw, and logs its kind only', async () => {
      room.faults.push(new TypeError('Mevrouw Jansen has no address'));
      await room.dispatcher.deliver(K1);
      assert.equal((await message(K1)).status, 'queued');
      assert.ok(room.log.lines.some((line) => line.includes('"fault":"TypeError"')));
      assert.ok(!room.log.lines.some((line) => line.includes('Jansen')));
    });

    it('comes back by itself, for what waits less than a sweep', async () => {
      const sent = Promise.withResolvers<void>();
      const subject = room.subject({
        random: () => 0,
        delivery: {
          deliver: async (each, dossier) => {
            const answer = await room.send(each, dossier);
            sent.resolve();
            return answer;
          },
        },
      });
      room.faults.push(new Undelivered('503', true), new Undelivered('503', true));
      await subject.deliver(K1);
      await sent.promise;
      await subject.idle();
      assert.equal(triesOf(await message(K1)), 3);
    });

    it('counts it as no try when the limits of the platform have no room for it', async () => {
      room.faults.push(new Postponed('2026-04-01T09:00:02.000Z'));
      await room.dispatcher.deliver(K1);
      const { status, attempts, tryAt, lease } = await message(K1);
      assert.deepEqual(
        { status, attempts, tryAt, lease },
        { status: 'queued', attempts: [], tryAt: '2026-04-01T09:00:02.000Z', lease: undefined },
      );
    });

    it('has somebody else told at once of a recipient who cannot be reached, and goes on waiting for them', async () => {
      const unreachable = () =>
        new Undelivered('403', true, { notBefore: '2026-04-01T10:00:00.000Z', unreachable: true });
      room.faults.push(unreachable());
      const told: string[] = [];
      const subject = room.subject({
        settled: (dossier, { id, status, unreachable }) => {
          told.push(`${id} ${status} ${unreachable}`);
          return dossier;
        },
      });
      await subject.deliver(K1);
      assert.deepEqual(told, ['m1 queued true']);
      assert.equal((await message(K1)).tryAt, '2026-04-01T10:00:00.000Z');
      room.pass(3600);
      await subject.deliver(K1);
      assert.deepEqual(told, ['m1 queued true', 'm1 sent undefined']);
    });

    it('takes no answer in time for a fault, to be tried again', async () => {
      const time = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        const begun = Promise.withResolvers<void>();
        const subject = room.subject({
          delivery: {
            deliver: () => {
              begun.resolve();
              return new Promise<never>(() => {});
            },
          },
        });
        const delivered = subject.deliver(K1);
        await begun.promise;
        time.tick(20_000);
        await delivered;
        assert.deepEqual((await message(K1)).attempts, [
          { at: room.clock.now(), fault: 'no answer in time' },
        ]);
      } finally {
        time.restore();
      }
    });

    it('delivers the next message all the same, unless it is for the same recipient', async () => {
      await room.post(K2, 'm2', 'm3', 'm4 for fatima');
      room.faults.push(new Undelivered('504', true));
      await room.dispatcher.deliver(K2);
      assert.deepEqual(room.sent, ['m4 for fatima']);
      const [failed, waiting] = await room.outbox(K2);
      assert.deepEqual(failed?.attempts, [{ at: room.clock.now(), fault: '504' }]);
      assert.deepEqual([waiting?.attempts, waiting?.tryAt], [[], failed?.tryAt]);
    });

    it('delivers the next message to the same recipient where the fault is of this message only', async () => {
      await room.post(K2, 'm2', 'm3');
      room.faults.push(new Undelivered('450', true, { ofMessage: true }));
      await room.dispatcher.deliver(K2);
      assert.deepEqual(room.sent, ['m3']);
    });
  });

  describe('with several instances on one register', () => {
    it('delivers every message once', async () => {
      await room.post(K1, 'm1', 'm2', 'm3');
      const others = ['two', 'three', 'four'].map((instance) => room.subject({ instance }));
      await Promise.all([room.dispatcher, ...others].map(({ deliver }) => deliver(K1)));
      assert.deepEqual(room.sent.toSorted(), ['m1', 'm2', 'm3']);
    });

    it('writes nothing about a recipient who can be reached', async () => {
      await room.post(K1, 'm1', 'm2');
      await room.dispatcher.deliver(K1);
      for await (const { document } of store.all()) assert.equal(document.id, K1);
    });

    it('holds a recipient for all of them, until a sign of life to any of them ends that for all', async () => {
      const two = room.subject({ instance: 'two' });
      await room.post(K1, 'm1');
      room.faults.push(new Undelivered('503', true));
      await room.dispatcher.deliver(K1);
      await room.post(K2, 'm2');
      await two.deliver(K2);
      assert.deepEqual(room.sent, []);
      assert.equal((await message(K2)).tryAt, (await message(K1)).tryAt);
      await two.reachable({ kind: 'person', id: personId('lars') });
      await room.post('K-2026-0003', 'm3');
      room.dispatcher.poke('K-2026-0003');
      while (room.sent.length === 0) await turn();
      assert.deepEqual(room.sent, ['m3']);
    });

    it('lets another try at once when the one who might had nothing to send after all', async () => {
      const two = room.subject({ instance: 'two', mayReceive: () => false });
      await room.post(K1, 'm1');
      await room.post(K2, 'm2');
      room.faults.push(new Undelivered('503', true));
      await room.dispatcher.deliver(K1);
      room.pass(5);
      await two.deliver(K2);
      assert.equal((await message(K2)).status, 'withheld');
      await room.dispatcher.deliver(K1);
      assert.deepEqual(room.sent, ['m1']);
    });

    it('takes over what a dead instance had claimed, once its lease has lapsed', async () => {
      await room.post(K1, 'm1');
      const never = room.subject({
        instance: 'dying',
        delivery: { deliver: () => new Promise<never>(() => {}) },
      });
      never.poke(K1);
      while (!(await message(K1)).lease) await turn();

      await room.dispatcher.deliver(K1);
      assert.deepEqual(room.sent, []);
      room.pass(60);
      assert.deepEqual(await store.due(room.clock.now(), 9), [K1]);
      await room.dispatcher.deliver(K1);
      assert.deepEqual(room.sent, ['m1']);
    });
  });

  describe('when it cannot write down what became of a message that it has sent', () => {
    let isDown: boolean;
    let subject: ReturnType<typeof room.subject>;

    beforeEach(async () => {
      isDown = false;
      await room.post(K1, 'm1', 'm2');
      subject = room.subject({
        amend: (id, change) => {
          if (isDown) throw new Error('disk I/O error in K-2026-0001 of Mevrouw Jansen');
          return room.amend(id, change);
        },
        delivery: {
          deliver: async (each, dossier) => {
            isDown = room.sent.length === 0;
            return room.send(each, dossier);
          },
        },
      });
      await subject.deliver(K1);
    });

    afterEach(() => {
      isDown = false;
      return subject.idle();
    });

    it('logs that once, with no name', () => {
      assert.deepEqual(
        room.log.lines.filter((line) => line.includes('"message":"m1","fault"')),
        [
          'error: what became of a message cannot be recorded yet {"document":"K-2026-0001","message":"m1","fault":"Error"}',
        ],
      );
    });

    it('goes on until it can, with the moment of sending, and does not send it again, also after the lease', async () => {
      const sentAt = room.clock.now();
      room.pass(600);
      await subject.deliver(K1);
      assert.deepEqual(room.sent, ['m1']);
      isDown = false;
      await subject.idle();
      const { status, activityId, ...rest } = await message(K1);
      assert.deepEqual([status, rest.sentAt, activityId], ['sent', sentAt, 'activity of m1']);
      await subject.deliver(K1);
      assert.deepEqual(room.sent, ['m1', 'm2']);
    });

    it('goes on while it stops', async () => {
      subject.stop();
      isDown = false;
      await subject.idle();
      assert.equal((await message(K1)).status, 'sent');
    });

    it('has its turn before another instance takes the message over, when both can write again', async () => {
      room.pass(600);
      const other = room.subject({ instance: 'two', turnMs: 1_500 });
      const taken = other.deliver(K1);
      isDown = false;
      await taken;
      assert.deepEqual(room.sent, ['m1', 'm2']);
    });
  });

  it("once stopped lets end what is in flight and begins nothing, so that the rest is in nobody's hands", async () => {
    await room.post(K1, 'm1', 'm3');
    await room.post(K2, 'm2');
    const answer = Promise.withResolvers<void>();
    const subject = room.subject({
      delivery: {
        deliver: async (each, dossier) => {
          await answer.promise;
          return room.send(each, dossier);
        },
      },
    });
    subject.poke(K1);
    while (!(await message(K1)).lease) await turn();
    subject.stop();
    subject.poke(K2);
    answer.resolve();
    await subject.idle();
    assert.deepEqual(room.sent, ['m1']);
    assert.equal((await message(K1)).status, 'sent');
    assert.equal((await room.outbox(K1))[1]?.lease, undefined);
    assert.equal((await message(K2)).lease, undefined);
  });
});
