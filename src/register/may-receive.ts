import type { Calendar } from '../procedure/articles/art02-periods.ts';
import type { Complaint, Person } from '../procedure/complaint.ts';
import { type Desk, isAmong } from '../procedure/desk.ts';
import { runningDeadlines } from '../procedure/running.ts';
import type { Dossier } from './dossier.ts';
import { boardInCharge, mayReachChannel } from './follow-ups.ts';
import type { Message } from './message.ts';

/**
 * Whether a message may still be delivered, asked right before sending: since it was queued somebody may have become
 * a respondent, the case may have changed hands, or what it reminds of may be done.
 */
export function mayReceive(
  message: Message,
  dossier: Dossier | undefined,
  desk: Desk,
  calendar: Calendar,
): boolean {
  if (!dossier) return message.content.kind === 'digest';
  const { complaint } = dossier;
  const { to, content } = message;
  if (content.kind === 'reminder' && !stillRuns(content, complaint, calendar)) return false;
  if (to.kind === 'channel') return mayReachChannel(complaint, desk);
  const recipient: Person = { id: to.id, name: '' };
  if (isAmong(recipient, complaint.respondents)) return false;
  const isHandler = complaint.handler?.person.id === to.id;
  switch (content.kind) {
    case 'case':
      return isHandler;
    case 'reminder':
      return isHandler || isAmong(recipient, boardInCharge(complaint, desk));
    case 'unassigned':
      return !complaint.handler && isAmong(recipient, boardInCharge(complaint, desk));
    case 'digest':
      return false;
    default:
      return content satisfies never;
  }
}

const stillRuns = (
  content: { deadline: string; dueOn: string },
  complaint: Complaint,
  calendar: Calendar,
): boolean =>
  runningDeadlines(complaint, calendar).some(
    ({ kind, dueOn }) => kind === content.deadline && dueOn === content.dueOn,
  );
