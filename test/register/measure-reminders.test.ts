import assert from 'node:assert/strict';
import type { Measure } from '../../src/procedure/model/answer.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Message } from '../../src/register/model/message.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { calendar, complaintAfter, registered } from '../procedure/given.ts';
import { desk, lars } from '../procedure/people.ts';

const measures: Measure[] = [
  { id: 'm1', what: 'Belafspraken in de agenda', owner: 'Joris', dueOn: '2026-04-20', doneOn: '2026-04-15' },
  { id: 'm2', what: 'Een training', owner: 'Joris', dueOn: '2026-04-20' },
];
const complaint: Complaint = { ...complaintAfter(registered()), measures };
const view = { desk, now: '2026-04-16T07:00:00.000Z', today: '2026-04-16', calendar } as const;

/** The reminder of a measure, for the handler. */
const reminderOf = (measure: string): Message => ({
  id: measure,
  to: { kind: 'person', id: lars.id },
  content: {
    kind: 'reminder',
    deadline: 'measure',
    measure,
    article: 6,
    dueOn: '2026-04-20',
    lastDayToAct: '2026-04-20',
  },
  queuedAt: '2026-04-16T07:00:00.000Z',
  status: 'queued',
  attempts: [],
});

describe('the reminder of a measure', () => {
  it('reaches the handler as long as that measure is open', () => {
    assert.equal(mayReceive(reminderOf('m2'), { complaint, outbox: [] as Message[] } as Dossier, view), true);
  });

  it('is withheld once it is done, also when another is due the same day', () => {
    assert.equal(
      mayReceive(reminderOf('m1'), { complaint, outbox: [] as Message[] } as Dossier, view),
      false,
    );
  });
});
