import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personId } from '../../../src/procedure/model/person-id.ts';
import type { Attempt, Message } from '../../../src/register/model/message.ts';
import {
  claim,
  enqueue,
  type NewMessage,
  settle,
  triesOf,
  withAttempt,
} from '../../../src/register/model/outbox.ts';
import { type Instant, instantAt } from '../../../src/time/local-date.ts';
import { registration } from '../../procedure/asked.ts';
import { sanne } from '../../procedure/people.ts';
import { anOffice, closeOffices } from '../an-office.ts';

const at = (day: number): Instant => instantAt(Date.UTC(2026, 3, day, 7));

const reminder = (day: number, over: Partial<NewMessage> = {}): NewMessage => ({
  id: `K-2026-0001/answer/late-${day}/lars`,
  to: { kind: 'person', id: personId('lars') },
  content: {
    kind: 'reminder',
    deadline: 'answer',
    article: 6,
    dueOn: '2026-04-22',
    lastDayToAct: '2026-04-22',
  },
  ...over,
});

const statuses = (outbox: Message[]): string[] => outbox.map(({ status }) => status);

describe('what a newer message says again', () => {
  afterEach(closeOffices);

  it('is withdrawn while it waits, and not while it is being sent', () => {
    const monday = enqueue([], [reminder(1)], at(1));
    assert.deepEqual(statuses(enqueue(monday, [reminder(2)], at(2))), ['withdrawn', 'queued']);
    const sending = claim(monday, at(2), 'one', at(3)).outbox;
    assert.deepEqual(statuses(enqueue(sending, [reminder(2)], at(2))), ['queued', 'queued']);
  });

  it('is of the same deadline and recipient, and of no other', () => {
    const others: NewMessage[] = [
      reminder(2, { to: { kind: 'channel' } }),
      reminder(2, { to: { kind: 'person', id: personId('anna') } }),
      reminder(2, {
        content: { ...reminder(2).content, deadline: 'acknowledge' } as NewMessage['content'],
      }),
      reminder(2, { content: { kind: 'case' } }),
    ];
    for (const other of others) {
      const outbox = enqueue(enqueue([], [reminder(1)], at(1)), [{ ...other, id: 'other' }], at(2));
      assert.deepEqual(statuses(outbox), ['queued', 'queued'], JSON.stringify(other));
    }
  });

  it('is counted in the newest, whatever became of each; the last that arrived is kept', () => {
    const fate = fc.constantFrom('sent', 'gave-up', 'waits');
    fc.assert(
      fc.property(fc.array(fate, { minLength: 1, maxLength: 60 }), (fates) => {
        let outbox: Message[] = [];
        let sent = 0;
        fates.forEach((fate, i) => {
          const { id } = reminder(i);
          outbox = enqueue(outbox, [reminder(i)], at(i));
          if (fate === 'waits') return;
          if (fate === 'sent') sent += 1;
          outbox = claim(outbox, at(i), 'one', at(i + 1)).outbox;
          const outcome = fate === 'sent' ? { at: at(i), activityId: id } : { at: at(i), fault: '404' };
          outbox = settle(outbox, id, 'one', outcome);
        });
        assert.ok(outbox.length <= 3, `${outbox.length} are kept`);
        const kept = outbox.filter(({ status }) => status === 'sent').length;
        const { times = 0, sent: summed = 0 } = outbox.at(-1)?.earlier ?? {};
        assert.equal(outbox.length + times, fates.length);
        assert.equal(kept + summed, sent);
        const last = fates.lastIndexOf('sent');
        assert.equal(
          outbox.some(({ id, status }) => status === 'sent' && id === reminder(last).id),
          last >= 0,
        );
      }),
    );
  });

  it('leaves one to go out after days in which nothing arrived', async () => {
    const office = anOffice({ now: '2026-04-01T10:00' });
    await office.file({ ...registration, respondents: [] }, 'form', sanne);
    let arrives = false;
    const blocked = anOffice({ now: '2026-04-30T10:00', file: office.path, undeliverable: () => !arrives });
    for (let day = 1; day <= 28; day++)
      await blocked.sweepAt(`2026-05-${String(day).padStart(2, '0')}T09:00`);
    arrives = true;
    blocked.news();
    await blocked.sweepAt('2026-05-29T09:00');
    const toLars = blocked.news().filter((id) => id.includes('late-') && !id.includes('/undelivered/'));
    assert.equal(new Set(toLars).size, toLars.length);
    assert.ok(
      toLars.every((id) => id.includes('late-2026-05-29')),
      toLars.join(),
    );
  });
});

describe('a complaint that everybody forgot', () => {
  afterEach(closeOffices);

  for (const [how, undeliverable] of [
    ['reached by every reminder', () => false],
    ['of which no message arrives', () => true],
  ] as const) {
    it(`${how}, is a small dossier after eighty days`, async () => {
      const office = anOffice({ now: '2026-04-01T10:00', undeliverable });
      await office.file(registration, 'form', sanne);
      for (let day = 0; day < 80; day++) {
        const today = new Date(Date.UTC(2026, 3, 2 + day)).toISOString().slice(0, 10);
        await office.sweepAt(`${today}T09:00`);
        await office.sweepAt(`${today}T16:00`);
      }
      const size = Buffer.byteLength(JSON.stringify(await office.dossier('K-2026-0001')));
      assert.ok(size < 40_000, `${size} bytes`);
    });
  }
});

describe('tries that failed', () => {
  it('are summed up by why, to the first, the last and their number, however many and however different', () => {
    const fault = fc.oneof(fc.constantFrom('503', '504', 'no answer'), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(fc.array(fault, { minLength: 1, maxLength: 300 }), (faults) => {
        const attempts = faults.reduce<Attempt[]>(
          (before, fault, i) => withAttempt(before, { at: at(i), fault }),
          [],
        );
        assert.equal(triesOf({ attempts }), faults.length);
        assert.ok(attempts.length <= 8);
        const moments = attempts.flatMap((one) => [one.at, one.lastAt ?? one.at]).sort();
        assert.deepEqual([moments[0], moments.at(-1)], [at(0), at(faults.length - 1)]);
        const last = attempts.at(-1);
        assert.deepEqual([last?.fault, last?.lastAt ?? last?.at], [faults.at(-1), at(faults.length - 1)]);
      }),
      { numRuns: 50 },
    );
  });
});
