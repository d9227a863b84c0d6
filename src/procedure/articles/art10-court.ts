import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { notBeforeReceipt, notInTheFuture, Refusal } from '../model/refusal.ts';
import { hasLapsed } from './art07-objection.ts';
import { decisionMakers } from './art08-decision.ts';

/**
 * Closes a complaint that can go no further within Ballance: after a hearing that "(nog) niet tot een wederzijds
 * bevredigende oplossing" led (Art. 10), after a month without an objection (Art. 7), or where no board member is free to
 * decide (Art. 8), because then the way to court is all that is left.
 */
export function close(complaint: Complaint, { on }: CommandOf<'close'>, context: Context): Event[] {
  notInTheFuture(on, context, 10);
  notBeforeReceipt(on, complaint, 10);
  if (complaint.stage === 'heard') return [{ type: 'closed', on, outcome: 'not-settled', personal: {} }];
  if (complaint.stage === 'answered') {
    if (!hasLapsed(complaint, { ...context, today: on })) throw new Refusal('month-not-over', 7);
    return [{ type: 'closed', on, outcome: 'lapsed', personal: {} }];
  }
  if (decisionMakers(complaint, context.desk).length > 0) throw new Refusal('board-decides', 8);
  return [{ type: 'closed', on, outcome: 'not-settled', personal: {} }];
}
