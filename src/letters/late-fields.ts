import { confirmsReceipt } from '../procedure/articles/art06-answer.ts';
import { deadline, decisionDeadline } from '../procedure/deadlines.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import type { LetterKind } from '../procedure/model/letter.ts';
import { longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { orNothing } from './field-names.ts';
import type { LetterFacts } from './fields.ts';

/** Finds the day on which the complainant must have a letter of that kind, or on which it must be sent (Art. 5). */
function dueOn(kind: LetterKind, complaint: Complaint, { calendar }: LetterFacts): LocalDate | undefined {
  if (kind === 'acknowledgement') return deadline('acknowledge', complaint.receivedOn, calendar).dueOn;
  if (kind === 'answer') return deadline('answer', complaint.receivedOn, calendar).dueOn;
  return kind === 'final-decision' ? decisionDeadline(complaint, calendar)?.dueOn : undefined;
}

/**
 * Fills the fields by which a letter that is late says so, on which day it should have been there, and by which nothing is promised
 * for a day that has passed; and by which an answer says that it confirms receipt as well (Art. 5).
 */
export function lateFields(kind: LetterKind, complaint: Complaint, facts: LetterFacts) {
  const { today, calendar, countsAsReceivedOn = today } = facts;
  const due = dueOn(kind, complaint, facts);
  const counts = kind === 'acknowledgement' ? today : countsAsReceivedOn;
  const answerDue = deadline('answer', complaint.receivedOn, calendar).dueOn;
  const confirms = kind === 'answer' && confirmsReceipt(complaint);
  const confirmBy = deadline('acknowledge', complaint.receivedOn, calendar).dueOn;
  return orNothing({
    'bevestigt ontvangst': confirms ? 'ja' : '',
    'bevestiging te laat': confirms && today > confirmBy ? longDate(confirmBy) : '',
    'te laat': due && counts > due ? longDate(due) : '',
    'antwoord is te laat': answerDue < today ? 'ja' : '',
  });
}
