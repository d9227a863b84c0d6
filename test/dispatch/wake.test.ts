import assert from 'node:assert/strict';
import { waking } from '../../src/dispatch/wake.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { Unanswered, Undelivered } from '../../src/register/model/delivery.ts';
import type { Message } from '../../src/register/model/message.ts';
import type { Store } from '../../src/register/model/store.ts';
import { unreached } from '../../src/register/notify/unreached.ts';
import { waitsUntil } from '../../src/register/notify/waits-for-a-werkdag.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { postRoom } from './post-room.ts';

const lars = { kind: 'person', id: personId('lars') } as const;
const fatima = { kind: 'person', id: personId('fatima') } as const;

/** Answers of the platform to a message, with how long each holds it. */
const faults: [string, () => Undelivered][] = [
  ['blocked', () => new Undelivered('403 Blocked', true, { notBefore: inAnHour, unreachable: true })],
  ['too busy', () => new Undelivered('429 Throttled', true, { notBefore: inAnHour })],
  ['down', () => new Undelivered('503', true)],
];
const inAnHour = '2026-04-01T10:00:00.000Z';

describe('somebody who could not be reached', () => {
  let store: Store;
  let room: ReturnType<typeof postRoom>;
  let reach: ReturnType<typeof waking>;
  let mayReceive: (message: Message) => boolean;

  beforeEach(() => {
    store = sqliteStore(':memory:');
    room = postRoom(store);
    mayReceive = () => true;
    const watched = () =>
      room.subject({ instance: 'two', delivery: reach.watched({ deliver: room.send }), random: () => 1 });
    reach = waking({
      store,
      amend: room.amend,
      clock: room.clock,
      mayReceive: (message) => mayReceive(message),
      poke: (id) => dispatcher.poke(id),
      reachable: (to) => dispatcher.reachable(to),
      log: room.log,
    });
    const dispatcher = watched();
    const another = watched();
    deliver = dispatcher.deliver;
    deliverElsewhere = another.deliver;
    settle = async () => {
      await reach.idle();
      await dispatcher.idle();
      await reach.idle();
      await dispatcher.idle();
    };
  });
  let deliver: (id: string) => Promise<void>;
  let deliverElsewhere: (id: string) => Promise<void>;
  let settle: () => Promise<void>;

  afterEach(async () => {
    room.stop();
    await settle();
    await store.close();
  });

  for (const [why, fault] of faults) {
    it(`${why}: gets at once what waited, at the first sign of life, and nobody else does`, async () => {
      await room.post('K-2026-0001', 'waits');
      room.faults.push(fault());
      await deliver('K-2026-0001');
      reach.retryNow(fatima);
      await settle();
      assert.deepEqual(room.sent, []);
      reach.retryNow(lars);
      await settle();
      assert.deepEqual(room.sent, ['waits']);
      assert.equal(await unreached(store, lars), undefined);
    });

    it(`${why}: gets it, and what waited behind it, once a message arrives from another office, which waits for the same hold`, async () => {
      await room.post('K-2026-0001', 'waits');
      await room.post('K-2026-0002', 'waits behind it');
      await room.post('K-2026-0003', 'arrives');
      room.faults.push(fault());
      await deliver('K-2026-0001');
      await deliver('K-2026-0002');
      await settle();
      const isOnHold = !fault().unreachable;
      await deliverElsewhere('K-2026-0003');
      await settle();
      if (isOnHold) {
        assert.deepEqual(room.sent, []);
        room.pass(3600);
        await room.amendDossier('K-2026-0002', (found) => ({
          ...found,
          outbox: found.outbox.map((message) => ({ ...message, tryAt: '2026-04-01T12:00:00.000Z' })),
        }));
        await deliverElsewhere('K-2026-0003');
        await settle();
        await deliver('K-2026-0001');
        await settle();
      }
      assert.deepEqual(room.sent.toSorted(), ['arrives', 'waits', 'waits behind it']);
    });
  }

  it('gets what waits elsewhere, though one dossier that waits cannot be read', async () => {
    for (const number of ['K-2026-0001', 'K-2026-0002'] as const) {
      await room.post(number, `of ${number}`);
      room.faults.push(new Undelivered('403 Blocked', true, { notBefore: inAnHour, unreachable: true }));
      await deliver(number);
    }
    const { document, etag } = (await store.read('K-2026-0001')) ?? assert.fail();
    await store.write({ ...document, journal: [null] } as never, etag);
    reach.retryNow(lars);
    await settle();
    assert.deepEqual(room.sent, ['of K-2026-0002']);
  });

  it('gets what was given up long since, if it still counts', async () => {
    for (const counts of [false, true]) {
      const id = counts ? 'K-2026-0001' : 'K-2026-0002';
      await room.post(id, `${counts}`);
      room.faults.push(new Undelivered('403 Blocked', true, { unreachable: true }));
      await deliver(id);
      await room.amend(id, (found) => ({
        ...found,
        outbox: found.outbox.map((message) => ({ ...message, status: 'gave-up' as const, tryAt: undefined })),
      }));
      mayReceive = () => counts;
      reach.retryNow(lars);
      await settle();
    }
    assert.deepEqual(room.sent, ['true']);
  });

  it('gets a reminder that failed on Friday on Monday from REMIND_AT, and not in the weekend', async () => {
    const table = {
      calendar: dutchCalendar(),
      remindAt: '09:00',
      retentionYears: 5,
      board: [],
      ...room.clock,
    };
    const dispatcher = room.subject({
      instance: 'four',
      heldUntil: (message, dossier, now) => waitsUntil(message, dossier, now, table),
    });
    await room.post('K-2026-0001', 'a reminder');
    await room.post('K-2026-0002', 'a card');
    const reminder = { kind: 'reminder', deadline: 'acknowledge', article: 5 } as const;
    const dueOn = '2026-04-17';
    await room.amendDossier('K-2026-0001', (found) => ({
      ...found,
      outbox: found.outbox.map((message) => ({
        ...message,
        content: { ...reminder, dueOn, lastDayToAct: dueOn },
      })),
    }));
    room.pass(9 * 24 * 3600); // Friday 10 April 2026, 11:00.
    room.faults.push(new Undelivered('503', true));
    await dispatcher.deliver('K-2026-0001');
    assert.deepEqual(room.faults, []);
    room.pass(14 * 3600); // Saturday, 01:00.
    await dispatcher.deliver('K-2026-0002');
    for (let hours = 0; hours < 54; hours += 6) {
      await dispatcher.deliver('K-2026-0001');
      assert.deepEqual(room.sent, ['a card']);
      room.pass(6 * 3600);
    }
    await dispatcher.deliver('K-2026-0001');
    room.pass(3 * 3600); // Monday 13 April, after nine.
    await dispatcher.deliver('K-2026-0001');
    assert.deepEqual(room.sent, ['a card', 'a reminder']);
  });

  describe('given up', () => {
    /** Every answer after which a message is given up, sooner or later, and that says nothing of the message. */
    const answers: [string, () => Error | { activityId: unknown }][] = [
      ['a 2xx without an id', () => ({ activityId: undefined })],
      ['a 2xx with an empty id', () => ({ activityId: ' ' })],
      ['no answer', () => new Unanswered('no answer in time')],
      ['a guest', () => new Undelivered('not a colleague', false)],
      ['no channel', () => new Undelivered('no channel is linked', false)],
      ['an answer nobody foresaw', () => new TypeError('fetch failed')],
      ...[400, 401, 403, 404, 429, 500, 503].map((status): [string, () => Error] => [
        `${status}`,
        () => new Undelivered(`${status}`, true, { unreachable: status === 403 }),
      ]),
    ];
    for (const [why, answer] of answers) {
      it(`after ${why}: comes at a sign of life, if it still counts, and is counted until then`, async () => {
        let isBack = false;
        const { watched } = reach;
        const dispatcher = room.subject({
          instance: 'three',
          delivery: watched({
            async deliver() {
              const given = isBack ? { activityId: 'sent' } : answer();
              if (given instanceof Error) throw given;
              return given as { activityId: string };
            },
          }),
        });
        await room.post('K-2026-0001', 'waits');
        for (let tries = 0; tries < 250; tries += 1) {
          await dispatcher.deliver('K-2026-0001');
          room.pass(60 * 60);
        }
        await settle();
        assert.equal((await room.outbox('K-2026-0001'))[0]?.status, 'gave-up');
        assert.deepEqual((await unreached(store, lars))?.documents, ['K-2026-0001']);
        isBack = true;
        mayReceive = () => false;
        reach.retryNow(fatima);
        await settle();
        assert.equal((await room.outbox('K-2026-0001'))[0]?.status, 'gave-up');
        mayReceive = () => true;
        reach.retryNow(lars);
        await settle();
        await dispatcher.deliver('K-2026-0001');
        assert.equal((await room.outbox('K-2026-0001'))[0]?.status, 'sent');
        assert.equal(await unreached(store, lars), undefined);
      });
    }

    it('because of the message itself: does not come again', async () => {
      await room.post('K-2026-0001', 'too large');
      room.faults.push(new Undelivered('413', false, { ofMessage: true }));
      await deliver('K-2026-0001');
      reach.retryNow(lars);
      await settle();
      assert.deepEqual(room.sent, []);
    });
  });

  it('is remembered with why, since when, and what waits', async () => {
    await room.post('K-2026-0001', 'one');
    await room.post('K-2026-0002', 'two');
    for (const id of ['K-2026-0001', 'K-2026-0002']) {
      room.faults.push(new Undelivered('403 Blocked', true, { unreachable: true }));
      await deliver(id);
      room.pass(60);
    }
    assert.deepEqual(await unreached(store, lars), {
      since: '2026-04-01T09:00:00.000Z',
      reason: '403 Blocked',
      setUp: false,
      documents: ['K-2026-0001', 'K-2026-0002'],
    });
  });

  it('stands in the log with the status and the code', async () => {
    await room.post('K-2026-0001', 'waits');
    room.faults.push(new Undelivered('403 ConversationBlockedByUser', true, { unreachable: true }));
    await deliver('K-2026-0001');
    assert.match(room.log.lines.join('\n'), /"status":403,"code":"ConversationBlockedByUser"/);
  });
});
