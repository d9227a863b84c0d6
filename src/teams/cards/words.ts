import { knowsOfNoHandler } from '../../procedure/articles/art05-handler.ts';
import { isOver, objectUntil } from '../../procedure/articles/art07-objection.ts';
import type { RunningKind } from '../../procedure/deadlines.ts';
import type { Wish } from '../../procedure/model/answer.ts';
import type { Unnamed } from '../../procedure/model/complainant.ts';
import type { Complaint, HandlerRole, Stage } from '../../procedure/model/complaint.ts';
import type { EventOf } from '../../procedure/model/events.ts';
import type { Outcome } from '../../procedure/model/outcome.ts';
import type { LeftOut } from '../../register/integrity/unreadable.ts';
import { notAColleague } from '../../register/model/delivery.ts';
import { heldBack, type Message } from '../../register/model/message.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';

export {
  againWords,
  capital,
  dispatchWords,
  hearingFormWords,
  judgementWords,
  mannerWords,
  meansWords,
  mediationFormWords,
  offerLabel,
  offerWords,
  originWords,
} from '../../letters/words.ts';

/** The dates that can be corrected. */
export const dateFieldWords: Record<EventOf<'date-corrected'>['field'], string> = {
  receivedOn: 'Ontvangst van de klacht',
  answerReceivedOn: 'Ontvangst van het antwoord door de klager',
  objectionReceivedOn: 'Ontvangst van het bezwaar',
  objectionSentOn: 'Datum van de brief of poststempel van het bezwaar',
};

/** What stands in the place of a name. */
export const unnamedWords: Record<Unnamed, string> = { unknown: 'Onbekend', anonymous: 'Anoniem' };

export const stageWords: Record<Stage, string> = {
  registered: 'Geregistreerd, ontvangst nog niet bevestigd',
  acknowledged: 'In behandeling, ontvangst is bevestigd',
  answered: 'Beantwoord',
  objected: 'De klager is het niet eens met het antwoord',
  'hearing-offered': 'Gesprek aangeboden',
  heard: 'Gesprek gehouden, nog geen oplossing',
  waived: 'De klager ziet af van een gesprek',
  closed: 'Gesloten',
};

/** Words how far a complaint is; of an open one that nobody may handle, whether the complainant knows that. */
export function stageOf(complaint: Complaint): string {
  if (complaint.handler || complaint.closed) return stageWords[complaint.stage];
  return `Niemand mag deze klacht behandelen, de klager weet dat ${knowsOfNoHandler(complaint) ? 'per brief' : 'nog niet'}`;
}

/** Words how far a complaint is on that day: whether the complainant can object still, by the month of Art. 7 and the week after it. */
export function standsNow(complaint: Complaint, on: { today: LocalDate; calendar: Calendar }): string {
  const until = complaint.stage === 'answered' ? objectUntil(complaint, on.calendar) : undefined;
  if (!until || !complaint.handler) return stageOf(complaint);
  if (on.today <= until.dueOn) return `${stageWords.answered}, de klager kan nog bezwaar maken`;
  return isOver(complaint, on)
    ? `${stageWords.answered}, er kwam op tijd geen bezwaar`
    : `${stageWords.answered}, de maand voor bezwaar is voorbij`;
}

export const outcomeWords: Record<Outcome, string> = {
  remedied: 'meteen verholpen (artikel 1)',
  mediated: 'opgelost in gesprek (inleiding)',
  withdrawn: 'ingetrokken door de klager',
  agreed: 'de klager ging akkoord met het antwoord (artikel 6)',
  lapsed: 'geen bezwaar binnen een maand (artikel 7)',
  'late-objection-refused': 'te laat bezwaar geweigerd (artikel 7)',
  settled: 'opgelost in het gesprek (artikel 9)',
  'not-settled': 'niet opgelost, de klager kan naar de rechter (artikel 10)',
  decided: 'definitieve beslissing van de directie (artikel 8)',
  merged: 'hoort bij een andere klacht',
  'handled-unnamed': 'afgehandeld zonder brief, klager onbekend of anoniem',
  'no-complaint': 'niet in behandeling genomen, geen klacht (artikel 1)',
  'not-about-us': 'niet in behandeling genomen, gaat niet over Ballance (artikel 1)',
  'complainant-unknown': 'niet in behandeling genomen, klager onbekend of niet te bereiken',
};

/** At whose wish something is later than the article says. */
export const wishWords: Record<Wish, string> = {
  complainant: 'Op verzoek van de klager',
  ballance: 'Door Ballance',
};

export const roleWords: Record<HandlerRole, string> = {
  officer: 'klachtenfunctionaris',
  substitute: 'vervanger',
  board: 'directie',
};

/** What is due, as briefly as possible. */
export const deadlineWords: Record<RunningKind, string> = {
  forward: 'Doorgeven aan de klachtenfunctionaris',
  acknowledge: 'Ontvangst bevestigen',
  answer: 'Schriftelijk antwoord geven',
  objection: 'Klager laat weten of hij het niet eens is',
  hearing: 'Klager laten toelichten in een gesprek',
  decision: 'Definitieve beslissing van de directie',
  measure: 'Maatregel uitvoeren',
};

export const messageStatusWords: Record<Message['status'], string> = {
  queued: 'wacht op bezorging',
  sent: 'bezorgd',
  'gave-up': 'niet bezorgd',
  withheld: 'niet verstuurd: niet meer voor deze persoon',
  withdrawn: 'niet verstuurd: een nieuwer bericht zegt hetzelfde',
  uncertain: 'mogelijk al verstuurd',
};

/** The failures that the ledger records in words of our own. */
const faults: Record<string, string> = {
  'no answer': 'geen antwoord',
  'no answer in time': 'geen antwoord op tijd',
  'no answer to the letter': 'geen antwoord op de brief',
  'no id in the answer': 'antwoord zonder kenmerk',
  'broken off while sending': 'afgebroken tijdens het versturen',
  [heldBack.outdated]: 'de brief was voor een andere dag gemaakt',
  [heldBack['no-address']]: 'er is geen e-mailadres meer',
  [notAColleague]: 'geen medewerker van Ballance',
  'upload refused': 'Microsoft 365 nam de bijlage niet aan',
  'no token': 'Klachtenbot kan niet inloggen bij Microsoft 365',
  'no channel is linked': 'er is geen kanaal gekoppeld',
  'no activity has come from Teams yet': 'er kwam nog niets uit Teams',
  'there is no mail server': 'er is geen mailserver ingesteld',
  'no such letter waits': 'de brief wacht niet meer',
  'unexpected fault': 'onverwachte storing',
  various: 'verschillende oorzaken',
};

/** A code that can be looked up: '403 ConversationBlockedByUser', '535 5.7.8 EAUTH', 'ETIMEDOUT'. */
const faultCode = /^(?:\d{3}(?: \d\.\d{1,3}\.\d{1,3})?(?: [A-Za-z][\w.-]*)?|[A-Z][A-Z\d_]+)$/;

/** Words why something was not delivered: in Dutch, or by its code. Undefined for any other text of the machine. */
export const faultWords = (fault: string): string | undefined =>
  Object.hasOwn(faults, fault) ? faults[fault] : faultCode.test(fault) ? fault : undefined;

/** How urgent a deadline is: a container style of a card. */
export type Urgency = 'attention' | 'warning' | 'emphasis';

/** The werkdagen until a last day to act; negative, or 0 and `late`, when it has passed. `again`: it is a new day, which has passed too or not. */
export type Remaining = { workingDaysLeft: number; late: boolean; again?: boolean };

/** Words 'nog 3 werkdagen', 'vandaag is de laatste dag', '2 werkdagen te laat'; 'te laat' in the weekend right after it. */
export function daysLeftWords({ workingDaysLeft, late, again }: Remaining): string {
  const count = Math.abs(workingDaysLeft);
  const days = `${count} ${count === 1 ? 'werkdag' : 'werkdagen'}`;
  if (late && again) return 'te laat, ook na de nieuwe dag';
  if (late && again === false)
    return count === 0 ? 'te laat, vandaag is de nieuwe dag' : `te laat, nog ${days} tot de nieuwe dag`;
  if (count === 0) return late ? 'te laat' : 'vandaag is de laatste dag';
  return late ? `${days} te laat` : `nog ${days}`;
}

/** Words the time that the complainant has left, in calendar days, because a weekend counts for them. */
export function complainantTimeWords(calendarDaysLeft: number): string {
  if (calendarDaysLeft < 0) return 'de tijd van de klager is voorbij';
  if (calendarDaysLeft === 0) return 'vandaag is de laatste dag van de klager';
  return `de klager heeft nog ${calendarDays(calendarDaysLeft)}`;
}

/** Chooses the style: late alarms; today and tomorrow ask for attention. */
export function urgencyOf({ workingDaysLeft, late }: Remaining): Urgency {
  if (late) return 'attention';
  return workingDaysLeft <= 1 ? 'warning' : 'emphasis';
}

/** Begins words that stand within a sentence with a small letter, and leaves the names in them. */
export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Words '1 dag', '3 dagen'. */
export const calendarDays = (count: number): string => `${count} ${count === 1 ? 'dag' : 'dagen'}`;

/** Words how many measures are still open. */
export const openMeasuresWords = (count: number): string => {
  if (count === 0) return 'Alle maatregelen zijn uitgevoerd.';
  return count === 1 ? 'Er staat nog 1 maatregel open.' : `Er staan nog ${count} maatregelen open.`;
};

const mostUnreadableNamed = 10;

/**
 * What the reader of a list does about dossiers that cannot be read: at the desk they guard the deadlines themselves, a
 * receiver tells the officer.
 */
const aboutUnreadable = {
  desk: 'Geef dit vandaag door aan de beheerder, en houd de termijnen zolang zelf bij.',
  receiver: 'Geef het nummer door aan de klachtenfunctionaris.',
} as const;

/** Words which dossiers of this reader are missing from a list because they cannot be read; no line when there are none. */
export function unreadableLines(
  dossiers: readonly LeftOut[],
  reader: keyof typeof aboutUnreadable,
): string[] {
  return [
    ...leftOutLine(
      'Niet te lezen',
      dossiers.filter(({ isNewer }) => !isNewer),
      reader,
    ),
    ...leftOutLine(
      'Bijgewerkt door een nieuwere versie van Klachtenbot',
      dossiers.filter(({ isNewer }) => isNewer),
      reader,
    ),
  ];
}

function leftOutLine(
  why: string,
  dossiers: readonly LeftOut[],
  reader: keyof typeof aboutUnreadable,
): string[] {
  if (dossiers.length === 0) return [];
  const more = dossiers.length - mostUnreadableNamed;
  const shown = dossiers.slice(0, mostUnreadableNamed).map(({ number }) => number);
  const named = shown.join(', ') + (more > 0 ? ` en nog ${more}` : '');
  return [`${why}, en dus niet in dit overzicht: ${named}. Er is niets gewist. ${aboutUnreadable[reader]}`];
}
