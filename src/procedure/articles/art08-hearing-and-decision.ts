import { type Calendar, type LocalDate, type Period, weeksFrom } from './art02-periods.ts';

/**
 * Art. 8: "De klager wordt binnen een week na ontvangst van de in het voorgaande artikel bedoelde mededeling [...]
 * in de gelegenheid gesteld mondeling [...] de klacht toe te lichten".
 */
export function hearBy(objectionReceivedOn: LocalDate, calendar: Calendar): Period {
  return weeksFrom(objectionReceivedOn, 1, calendar.strict);
}

/**
 * Art. 8: "Indien de klager geen gebruik maakt van deze mogelijkheid ontvangt hij/zij binnen twee weken een
 * definitieve beslissing van de directie van Ballance", from receipt of the objection, or from the day on which an
 * agreed hearing was not used.
 */
export function decideBy(triggeredOn: LocalDate, calendar: Calendar): Period {
  return weeksFrom(triggeredOn, 2, calendar.strict);
}
