import { mayChooseUntil } from '../../procedure/articles/art10-court.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Calendar } from '../../time/calendar.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Can } from './case-demand.ts';

/** Words a hearing without a settlement, and to who can take them the steps that are left. Art. 10: "(nog) niet". */
export const notSettled = (can: Can): string =>
  `Het gesprek leidde nog niet tot een oplossing. De klager kan naar de rechter (artikel 10).${can('record-hearing') ? ' Bied nog een gesprek aan als dat zin heeft, leg vast wat jullie alsnog hebben afgesproken (“Gesprek vastleggen”), of sluit het dossier.' : ''}`;

/** After a waiver, where the board has nobody who can decide. Art. 8 and 10. */
export const nobodyDecides = (can: Can): string =>
  `Geen directielid mag over deze klacht beslissen, want ze gaat over de hele directie (artikel 8). De klager kan naar de rechter (artikel 10).${can('close') ? ' Bied toch een gesprek aan als de klager dat wil, of sluit het dossier.' : ''}`;

/** Says until when the letter about the hearing lets the complainant say what they want, as long as that is to come; also where it was closed before. */
export function chooseUntil(
  complaint: Complaint,
  { calendar, today }: { calendar: Calendar; today: LocalDate },
  can: Can = () => true,
): string {
  const until = mayChooseUntil(complaint, calendar);
  if (!until || until < today) return '';
  const then =
    complaint.stage === 'closed'
      ? can('reopen') && ' Wil hij nog een gesprek? Heropen de klacht dan (“Heropenen”).'
      : can('close') && ' Weet je dat nog niet? Sluit dan pas daarna.';
  return ` Volgens de brief over het gesprek kan de klager tot en met ${longDate(until)} laten weten wat hij wil.${then || ''}`;
}
