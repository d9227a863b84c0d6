import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personId } from '../../../src/procedure/model/person-id.ts';
import type { Message } from '../../../src/register/model/message.ts';
import { claim, enqueue, type NewMessage, nextTryAt, settle } from '../../../src/register/model/outbox.ts';
import { type Instant, instantAt } from '../../../src/time/local-date.ts';

const at = (minute: number): Instant => instantAt(Date.UTC(2026, 3, 1, 9, minute));

const toLars: NewMessage = {
  id: 'K-2026-0001/case/1',
  to: { kind: 'person', id: personId('lars') },
  content: { kind: 'case' },
};
const toBoard: NewMessage = {
  ...toLars,
  id: 'K-2026-0001/unassigned',
  to: { kind: 'person', id: personId('anna') },
};

const only = (outbox: Message[]): Message => {
  assert.equal(outbox.length, 1);
  return outbox[0] as Message;
};

/** An outbox with the message to Lars, claimed by that process from minute 0 to minute 1. */
const claimed = (by: string): Message[] => claim(enqueue([], [toLars], at(0)), at(0), by, at(1)).outbox;

describe('the outbox of a dossier', () => {
  it('takes a message in to be tried at once', () => {
    assert.deepEqual(enqueue([], [toLars], at(0)), [
      { ...toLars, queuedAt: at(0), status: 'queued', attempts: [], tryAt: at(0) },
    ]);
  });

  it('does not take the same message in twice, not even in one go or after it was sent', () => {
    const sent = settle(claimed('a'), toLars.id, 'a', { at: at(0), activityId: '1' });
    assert.equal(enqueue(sent, [toLars, toLars], at(5)), sent);
    assert.equal(enqueue([], [toLars, toLars], at(0)).length, 1);
  });

  it('keeps the order in which messages came', () => {
    const outbox = enqueue(enqueue([], [toLars], at(0)), [toBoard], at(1));
    assert.deepEqual(
      outbox.map(({ id }) => id),
      [toLars.id, toBoard.id],
    );
  });

  it('hands a message to one process, and to no other while the lease holds', () => {
    const outbox = claimed('a');
    assert.equal(claim(outbox, at(0), 'b', at(9)).outbox, outbox);
    assert.equal(claim(outbox, at(0), 'a', at(1)).claimed.length, 1);
  });

  it('hands the message of a dead process to another as soon as the lease has ended', () => {
    const taken = claim(claimed('a'), at(1), 'b', at(2));
    assert.deepEqual(only(taken.outbox).lease, { by: 'b', until: at(2) });
    assert.deepEqual(taken.claimed, taken.outbox);
  });

  it('writes down when a message was sent and as which activity', () => {
    const { status, sentAt, activityId, attempts, lease, tryAt } = only(
      settle(claimed('a'), toLars.id, 'a', { at: at(1), activityId: '1:x' }),
    );
    assert.deepEqual(
      { status, sentAt, activityId, attempts, lease, tryAt },
      {
        status: 'sent',
        sentAt: at(1),
        activityId: '1:x',
        attempts: [{ at: at(1) }],
        lease: undefined,
        tryAt: undefined,
      },
    );
  });

  it('keeps a fault and waits until it may be tried again', () => {
    const outbox = settle(claimed('a'), toLars.id, 'a', { at: at(0), fault: '503', retryAt: at(3) });
    assert.deepEqual(only(outbox).attempts, [{ at: at(0), fault: '503' }]);
    assert.equal(claim(outbox, at(2), 'a', at(4)).claimed.length, 0);
    assert.equal(claim(outbox, at(3), 'a', at(4)).claimed.length, 1);
  });

  it('gives a message up when there is no next try', () => {
    const outbox = settle(claimed('a'), toLars.id, 'a', { at: at(0), fault: 'blocked' });
    assert.equal(only(outbox).status, 'gave-up');
    assert.equal(claim(outbox, at(59), 'a', at(60)).claimed.length, 0);
  });

  it('counts a message that was withheld as no try', () => {
    const message = only(settle(claimed('a'), toLars.id, 'a', { at: at(0), withheld: true }));
    assert.equal(message.status, 'withheld');
    assert.deepEqual(message.attempts, []);
  });

  it('lets nobody settle what is in the hands of another', () => {
    const outbox = claim(claimed('a'), at(1), 'b', at(2)).outbox;
    assert.equal(settle(outbox, toLars.id, 'a', { at: at(1), fault: 'late' }), outbox);
    assert.equal(settle(outbox, 'unknown', 'b', { at: at(1), fault: 'late' }), outbox);
  });

  it('knows when it needs attention next', () => {
    assert.equal(nextTryAt([]), undefined);
    assert.equal(nextTryAt(claimed('a')), at(1));
    assert.equal(nextTryAt(enqueue(claimed('a'), [toBoard], at(0))), at(0));
    assert.equal(nextTryAt(settle(claimed('a'), toLars.id, 'a', { at: at(0), activityId: '1' })), undefined);
  });

  it('loses nothing, never lends a message to two and never sends twice, whatever happens in whatever order', () => {
    const process = fc.constantFrom('a', 'b', 'c');
    const id = fc.constantFrom('m1', 'm2', 'm3');
    const step = fc.oneof(
      fc.record({ do: fc.constant('enqueue' as const), id }),
      fc.record({ do: fc.constant('claim' as const), by: process, minutes: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ do: fc.constant('send' as const), id, by: process }),
      fc.record({ do: fc.constant('fail' as const), id, by: process, again: fc.boolean() }),
      fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 5 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let outbox: Message[] = [];
        let minute = 0;
        for (const next of steps) {
          const before = outbox;
          const now = at(minute);
          if (next.do === 'wait') minute += next.minutes;
          if (next.do === 'enqueue') outbox = enqueue(outbox, [{ ...toLars, id: next.id }], now);
          if (next.do === 'send') outbox = settle(outbox, next.id, next.by, { at: now, activityId: next.id });
          if (next.do === 'fail') {
            const retryAt = next.again ? at(minute + 1) : undefined;
            outbox = settle(outbox, next.id, next.by, { at: now, fault: 'fault', retryAt });
          }
          if (next.do === 'claim') {
            const taken = claim(outbox, now, next.by, at(minute + next.minutes));
            for (const { id } of taken.claimed) {
              const was = before.find((message) => message.id === id);
              assert.equal(was?.status, 'queued');
              assert.ok(!was.lease || was.lease.by === next.by || was.lease.until <= now);
            }
            outbox = taken.outbox;
          }
          assert.deepEqual(
            outbox.slice(0, before.length).map(({ id }) => id),
            before.map(({ id }) => id),
          );
          before.forEach((was, i) => {
            if (was.status !== 'queued') assert.deepEqual(outbox[i], was);
          });
          const queued = outbox.some(({ status }) => status === 'queued');
          assert.equal(nextTryAt(outbox) !== undefined, queued);
          const moment = nextTryAt(outbox) ?? now;
          assert.equal(claim(outbox, moment, 'another', at(minute + 99)).claimed.length > 0, queued);
        }
      }),
    );
  });
});
