import { type Calendar, type LocalDate, type Period, weeksFrom } from './art02-periods.ts';

/**
 * Art. 6: "De klager ontvangt uiterlijk binnen drie weken na ontvangst van de klacht een schriftelijk antwoord van
 * de klachtenfunctionaris".
 */
export function answerBy(receivedOn: LocalDate, calendar: Calendar): Period {
  return weeksFrom(receivedOn, 3, calendar.strict);
}
