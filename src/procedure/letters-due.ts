import type { Calendar, LocalDate } from './articles/art02-periods.ts';
import { acknowledgeBy } from './articles/art05-forward-and-acknowledge.ts';
import { answerBy } from './articles/art06-answer.ts';
import { decideBy, decisionTrigger } from './articles/art08-decision.ts';
import type { Complaint } from './complaint.ts';
import type { LetterKind } from './letter.ts';

/** The day on which a letter must have reached the complainant; undefined where the regulation sets none. */
export function letterDueOn(
  kind: LetterKind,
  complaint: Complaint,
  calendar: Calendar,
): LocalDate | undefined {
  switch (kind) {
    case 'acknowledgement':
      return acknowledgeBy(complaint.receivedOn, calendar).dueOn;
    case 'answer':
      return answerBy(complaint.receivedOn, calendar).dueOn;
    case 'final-decision':
      return decideBy(decisionTrigger(complaint), calendar).dueOn;
    default:
      return undefined;
  }
}
