import { letterNames } from '../../letters/words.ts';
import type { Correction, Event } from '../../procedure/model/events.ts';
import type { LetterKind } from '../../procedure/model/letter.ts';
import { eventOf, type JournalEntry } from '../../register/model/journal.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import { paragraphs, shortened } from '../form/text.ts';
import {
  calendarDays,
  dateFieldWords,
  dispatchWords,
  hearingFormWords,
  judgementWords,
  mannerWords,
  originWords,
  outcomeWords,
  roleWords,
} from './words.ts';

/** The texts that came with an event, each on lines of its own; of an event that was not erased. */
function journalDetail(event: Event): string {
  if (!('personal' in event) || event.personal === undefined) return '';
  return texts(event).filter(Boolean).join('\n');
}

function texts(event: Extract<Event, { personal: object }>): (string | undefined)[] {
  switch (event.type) {
    case 'note-added':
    case 'statement-recorded':
    case 'letter-queued':
    case 'letter-sent':
      return [event.personal.text];
    case 'handed-over':
    case 'respondent-added':
    case 'respondent-removed':
    case 'date-corrected':
    case 'erasure-requested':
    case 'hold-set':
    case 'closed':
      return [event.personal.reason];
    case 'experts-recorded':
      return [event.personal.experts];
    case 'answer-drawn-up': {
      const { position, proposal, measures, reason } = event.personal;
      return [
        position,
        proposal,
        ...measures.map(({ what, owner, dueOn }) => `- ${what} (${owner}, uiterlijk ${longDate(dueOn)})`),
        reason && `Niet beide kanten gehoord, want: ${reason}`,
      ];
    }
    case 'objected':
      return [
        event.personal.text,
        event.personal.lateBecause && `Toch behandeld, want: ${event.personal.lateBecause}`,
      ];
    case 'late-objection-refused':
      return [event.personal.text, `Geweigerd, want: ${event.personal.reason}`];
    case 'hearing-offered':
      return [event.personal.branch, event.personal.secondRepresentative?.name, event.personal.laterBecause];
    case 'heard': {
      const { present, report, proposal, reaction, settlement } = event.personal;
      return [`Aanwezig: ${present}`, report, proposal, reaction, settlement];
    }
    case 'decision-taken':
      return [event.personal.decision, event.personal.reasons];
    case 'facts-corrected': {
      const { from, to, reason } = event.personal;
      return [...changes({ ...event.from, ...from }, { ...event.to, ...to }), reason];
    }
    case 'registered':
    case 'forwarded':
    case 'statement-requested':
    case 'erasure-declined':
      return [];
    default:
      return event satisfies never;
  }
}

/** What stood there and what it became, a line each. */
function changes(from: Correction, to: Correction): string[] {
  const fields: [string, string | undefined, string | undefined][] = [
    ['Klager', from.complainant?.name, to.complainant?.name],
    ['Namens', from.complainant?.representing, to.complainant?.representing],
    ['E-mail', from.complainant?.email, to.complainant?.email],
    ['Telefoon', from.complainant?.phone, to.complainant?.phone],
    ['Postadres', from.complainant?.address, to.complainant?.address],
    ['Herkomst', from.origin && originWords[from.origin], to.origin && originWords[to.origin]],
    ['Wijze van ontvangst', from.manner && mannerWords[from.manner], to.manner && mannerWords[to.manner]],
    ['Vestiging', from.branch, to.branch],
    ['Korte inhoud', from.summary, to.summary],
  ];
  return fields
    .filter(([, before, after]) => (before ?? '') !== (after ?? ''))
    .map(([label, before, after]) => `${label}: “${before ?? ''}” werd “${after ?? ''}”`);
}

/** What tells the day and the time of a moment in Amsterdam. */
export type WallClock = { dayOf(instant: Instant): LocalDate; timeOf(instant: Instant): string };

/** An entry of the journal: when and by whom, what, and the lines of the text that came with it. */
export type JournalLine = { when: string; what: string; detail: string[] };

/** 'maandag 23 november 2026 om 09:12'. */
export const momentWords = (at: Instant, clock: WallClock): string =>
  `${longDate(clock.dayOf(at))} om ${clock.timeOf(at)}`;

/** Shows at most so many characters of a text. Personal data is gone after erasure: then the line says less. */
export function journalLine(entry: JournalEntry, clock: WallClock, mostDetail: number): JournalLine {
  const event = eventOf(entry);
  const by = entry.erasable ? ` · ${entry.erasable.by.name}` : '';
  return {
    when: `${momentWords(entry.at, clock)}${by}`,
    what: journalSentence(event, entry.erasable !== undefined),
    detail: entry.erasable ? paragraphs(shortened(journalDetail(event), mostDetail)) : [],
  };
}

/** What happened, in a sentence. `whole`: nothing was erased, so that people can be named. */
export function journalSentence(event: Event, whole: boolean): string {
  const named = (name: () => string, instead: string): string => (whole ? name() : instead);
  switch (event.type) {
    case 'registered':
      return `Geregistreerd; ${mannerWords[event.manner].toLowerCase()} ontvangen op ${longDate(event.receivedOn)}.`;
    case 'forwarded':
      return `Doorgegeven aan ${named(() => `${event.personal.to.name}, `, '')}${roleWords[event.role]}${late(event.daysLate, 5)}.`;
    case 'left-unassigned':
      return 'Niemand kan deze klacht behandelen. De directie krijgt bericht.';
    case 'handed-over':
      return `Overgedragen aan ${named(() => `${event.personal.to.name}, `, '')}${roleWords[event.role]}.`;
    case 'letter-queued':
      return `Brief aan de mailserver gegeven: ${letterNames[event.kind]}. Nog niet verstuurd.`;
    case 'letter-requeued':
      return 'Brief opnieuw aan de mailserver gegeven. Nog niet verstuurd.';
    case 'letter-sent':
      return `${letterSent[event.kind]} op ${longDate(event.sentOn)} (${dispatchWords[event.manner].toLowerCase()})${late(event.daysLate, articleOf[event.kind])}.`;
    case 'respondent-added':
      return `Beklaagde toegevoegd${named(() => `: ${event.personal.respondent.name}`, '')}.`;
    case 'respondent-removed':
      return `Geen beklaagde meer${named(() => `: ${event.personal.respondent.name}`, '')}.`;
    case 'statement-requested':
      return `Verklaring gevraagd aan ${named(() => event.personal.respondent.name, 'een beklaagde')}.`;
    case 'statement-recorded':
      return event.from === 'complainant'
        ? `Verklaring van de klager, ${longDate(event.on)}.`
        : `Verklaring van ${named(() => event.personal.respondent?.name ?? 'een beklaagde', 'een beklaagde')}, ${longDate(event.on)}.`;
    case 'experts-recorded':
      return 'Deskundigen van de klager vastgelegd (artikel 3).';
    case 'answer-drawn-up':
      return `Antwoord opgesteld. Oordeel: ${judgementWords[event.judgement].toLowerCase()}.${event.bothSidesHeard ? '' : ' Niet beide kanten zijn gehoord.'}`;
    case 'measure-done':
      return `Maatregel uitgevoerd op ${longDate(event.on)}.`;
    case 'objected':
      return `De klager is het niet eens; ontvangen op ${longDate(event.receivedOn)}${late(event.daysLate, 7)}.`;
    case 'late-objection-refused':
      return `Bezwaar van ${longDate(event.receivedOn)} geweigerd${late(event.daysLate, 7)}.`;
    case 'hearing-offered': {
      const { on, time, form, agreed } = event.appointment;
      return `Gesprek aangeboden: ${longDate(on)} om ${time}, ${hearingFormWords[form].toLowerCase()}${agreed ? ', met instemming van de klager' : ''}.`;
    }
    case 'heard':
      return `Gesprek gehouden op ${longDate(event.on)}, ${hearingFormWords[event.form].toLowerCase()}; ${event.settled ? 'opgelost (artikel 9)' : 'niet opgelost (artikel 10)'}.`;
    case 'hearing-waived':
      return `De klager zag af van een gesprek op ${longDate(event.on)}. De directie beslist (artikel 8).`;
    case 'decision-taken':
      return 'Definitieve beslissing van de directie (artikel 8).';
    case 'note-added':
      return 'Notitie.';
    case 'date-corrected':
      return `Datum verbeterd. ${dateFieldWords[event.field]}: ${event.from ? `van ${longDate(event.from)} ` : ''}naar ${longDate(event.to)}.`;
    case 'facts-corrected':
      return 'Gegevens verbeterd.';
    case 'erasure-requested':
      return 'Gevraagd om de persoonsgegevens te wissen.';
    case 'erasure-declined':
      return 'Niet gewist: de persoonsgegevens blijven bewaard.';
    case 'erased':
      return event.because === 'request'
        ? 'Persoonsgegevens gewist op verzoek; twee mensen gingen akkoord.'
        : 'Persoonsgegevens gewist: de bewaartermijn is voorbij.';
    case 'hold-set':
      return 'Bewaard voor een procedure: er wordt niets gewist.';
    case 'hold-lifted':
      return 'Bewaren voor een procedure opgeheven.';
    case 'closed':
      return `Gesloten op ${longDate(event.on)}: ${outcomeWords[event.outcome]}.`;
    default:
      return event satisfies never;
  }
}

/** What it means that a letter went out. */
const letterSent: Record<LetterKind, string> = {
  acknowledgement: 'Ontvangst bevestigd',
  answer: 'Antwoord verstuurd',
  'late-objection-refused': 'Weigering van het bezwaar verstuurd',
  'hearing-invitation': 'Uitnodiging voor het gesprek verstuurd',
  settlement: 'Verslag en afspraken verstuurd',
  'court-route': 'Verslag en uitleg over de rechter verstuurd',
  'final-decision': 'Definitieve beslissing verstuurd',
  withdrawal: 'Intrekking bevestigd',
};

/** Which article says until when a letter must be there. */
const articleOf: Partial<Record<LetterKind, number>> = { acknowledgement: 5, answer: 6, 'final-decision': 8 };

/** An article was missed: the journal says so and by how much. */
const late = (daysLate: number, article: number | undefined): string =>
  daysLate > 0 ? `, ${calendarDays(daysLate)} te laat${article ? ` (artikel ${article})` : ''}` : '';
