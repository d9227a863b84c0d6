import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personId } from '../../../src/procedure/model/person-id.ts';
import { isDiffering, type LedgerEntry, recorded as recordedIn } from '../../../src/register/model/ledger.ts';
import type { Message } from '../../../src/register/model/message.ts';
import { claim, enqueue, settle } from '../../../src/register/model/outbox.ts';
import { revived } from '../../../src/register/notify/unreached.ts';
import { type Instant, instantAt } from '../../../src/time/local-date.ts';

const to = { kind: 'person', id: personId('lars') } as const;
const card = { id: 'K-2026-0001/case', to, content: { kind: 'case' } } as const;

const hour = 3_600_000;
const start = Date.parse('2026-11-23T08:00:00.000Z');
const at = (hours: number): Instant => instantAt(start + hours * hour);

/** The outbox after a try at that hour that failed, for good without `retryAt`. */
const failed = (outbox: Message[], hours: number, fault: string, retryAt?: Instant): Message[] => {
  const taken = claim(outbox, at(hours), 'one', at(hours)).outbox;
  return settle(taken, card.id, 'one', { at: at(hours), fault, ...(retryAt && { retryAt }) });
};

const recorded = (posted: { outbox: Message[]; ledger?: LedgerEntry[] }) => recordedIn(posted);

const fault = fc.constantFrom('503', '429', '403 ConversationBlockedByUser');

describe('the ledger of a message that was given up', () => {
  it('has it given up at its last try, however many there were and of whatever faults', () => {
    fc.assert(
      fc.property(fc.array(fault, { minLength: 1, maxLength: 33 }), (faults) => {
        const last = faults.length - 1;
        const outbox = faults.reduce(
          (before, one, i) => failed(before, i, one, i < last ? at(i + 1) : undefined),
          enqueue([], [card], at(0)),
        );
        const { ledger } = recorded({ outbox });
        assert.deepEqual(
          ledger?.map((entry) => [entry.status, entry.at]),
          [['gave-up', at(last)]],
        );
      }),
    );
  });

  it('has a second entry when it was tried again after a sign of life, and given up again', () => {
    const first = recorded({ outbox: failed(enqueue([], [card], at(0)), 0, '503') });
    const again = failed(
      revived(first.outbox, to, at(5), () => true),
      5,
      '503',
    );
    const { ledger } = recorded({ ...first, outbox: again });
    assert.deepEqual(
      ledger?.map((entry) => entry.at),
      [at(0), at(5)],
    );
  });

  it('is no lie where 0.6.0 dated it at the first of those tries', () => {
    const outbox = failed(failed(enqueue([], [card], at(0)), 0, '503', at(9)), 9, '503');
    const attempts = [{ at: at(0), fault: '503' }];
    const older = recorded({ outbox: outbox.map((message) => ({ ...message, attempts })) });
    assert.equal(older.ledger?.[0]?.at, at(0));
    assert(!isDiffering({ ...older, outbox }));
    assert.equal(recorded({ ...older, outbox }).ledger?.at(-1)?.at, at(9));
  });
});
