import type { View } from '../../procedure/access.ts';
import { workingDaysBefore } from '../../procedure/articles/art02-periods.ts';
import {
  hearingLeader,
  leaderInvited,
  secondInConflict,
  secondWhoLeads,
} from '../../procedure/articles/art08-appointment.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { longDate } from '../../time/dutch-date.ts';

type Seen = Pick<View, 'desk' | 'today' | 'calendar'>;

/**
 * Words that others come to a hearing than the complainant reads in the invitation, because of an absence or another handler, and until
 * when its reader, or `who`, tells them; where the second representative leads it, or is a respondent by now, that there is no second any more (Art. 8). Undefined
 * where they read who comes, or the day has passed.
 */
export function notAsInvited(complaint: Complaint, seen: Seen, who?: string): string | undefined {
  const { appointment } = complaint;
  const leader = leaderInvited(complaint, seen);
  const isWithoutSecond = (secondWhoLeads(complaint, seen) ?? secondInConflict(complaint)) !== undefined;
  if (!appointment || appointment.on < seen.today || !(leader || isWithoutSecond)) return undefined;
  const day = workingDaysBefore(appointment.on, 1, seen.calendar.wide);
  const until = day > seen.today ? `uiterlijk ${longDate(day)}` : 'vandaag nog';
  const told = who
    ? `${who} laat de klager ${until} weten wie er nu komt`
    : `Laat de klager ${until} met “Hoorgesprek aanbieden” weten wie er nu komt`;
  if (isWithoutSecond)
    return `Er is dus geen tweede meer. ${told}, en ${who ? 'kiest' : 'kies'} een ander als een van beide kanten een tweede wil (artikel 8).`;
  return `In de uitnodiging leest de klager dat ${leader?.name} het gesprek voert. ${told}.`;
}

/** Words the same for the case card, whose reader can invite anew or not. */
export function notAsInvitedOnCase(complaint: Complaint, seen: Seen, canOffer: boolean): string | undefined {
  if (complaint.stage !== 'hearing-offered') return undefined;
  const tells = notAsInvited(complaint, seen, canOffer ? undefined : 'Wie de klacht nu behandelt');
  if (!tells) return undefined;
  const leader = hearingLeader(complaint, seen)?.name;
  const second = secondInConflict(complaint)?.name;
  if (second) {
    const led = leaderInvited(complaint, seen) ? `${leader} leidt nu het gesprek. ` : '';
    return `${led}${second} zou de tweede vertegenwoordiger zijn, maar is nu beklaagde. ${tells}`;
  }
  return secondWhoLeads(complaint, seen)
    ? `${leader} zou de tweede vertegenwoordiger zijn, en leidt nu zelf het gesprek. ${tells}`
    : `${leader} leidt nu het gesprek. ${tells}`;
}
