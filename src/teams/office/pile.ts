import { maySeePiles } from '../../procedure/access.ts';
import { handlerOn } from '../../procedure/articles/art05-handler.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { isLate } from '../../procedure/time-left.ts';
import { oldestOf, pilesOf } from '../../register/notify/pile.ts';
import { type HandlerPile, noPileCard, pileCard } from '../cards/pile.ts';
import type { Card } from '../cards/template.ts';
import { toMeet } from './due.ts';
import type { Office } from './office.ts';

/**
 * Shows the officer, or who stands in, what piles up, by who handles it today; each number counts only dossiers that this reader may
 * open, and none about themselves.
 */
export async function pile(by: Person, office: Office): Promise<Card> {
  const { register } = office;
  const { desk, today } = register.context();
  if (!maySeePiles(by, { desk, today })) return noPileCard;
  const seen = (await register.openFor(by)).map(({ complaint }) => complaint);
  const isBehind = (complaint: Complaint): boolean =>
    toMeet(complaint, office).some((one) => isLate(one, today));
  const late = (complaints: readonly Complaint[]): number => complaints.filter(isBehind).length;
  const sum = (complaints: readonly Complaint[]) => ({
    open: complaints.length,
    late: late(complaints),
    oldest: oldestOf(complaints),
  });
  const pileOf = (theirs: readonly Complaint[], handler?: string): HandlerPile => ({
    ...sum(theirs),
    ...(handler && { handler }),
    stages: pilesOf(theirs).map((one) => ({
      ...one,
      late: late(theirs.filter(({ stage }) => stage === one.stage)),
    })),
  });
  const open = seen.filter(({ stage }) => stage !== 'closed');
  const loose = seen.filter(({ stage }) => stage === 'closed');
  const handlerOf = (complaint: Complaint): Person | undefined => handlerOn(today, complaint, desk)?.person;
  const handlers = [...Map.groupBy(open, (complaint) => handlerOf(complaint)?.id).values()].map((theirs) =>
    pileOf(theirs, theirs[0] && handlerOf(theirs[0])?.name),
  );
  return pileCard({
    ...sum(open),
    handlers: handlers.sort(
      (a, b) => b.late - a.late || b.open - a.open || (a.handler ?? '').localeCompare(b.handler ?? '', 'nl'),
    ),
    loose: { count: loose.length, late: late(loose) },
    today,
    unreadable: register.unreadable(by, 'desk'),
  });
}
