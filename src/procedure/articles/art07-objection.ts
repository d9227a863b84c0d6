import { type Calendar, type LocalDate, monthFrom, type Period } from './art02-periods.ts';

/**
 * Art. 7: "Indien klager het niet eens is met de schriftelijk voorgestelde afhandeling van de klacht maakt hij/zij
 * dit binnen een maand schriftelijk kenbaar", from the day on which the complainant received the answer.
 */
export function objectBy(answerReceivedOn: LocalDate, calendar: Calendar): Period {
  return monthFrom(answerReceivedOn, calendar.wide);
}
