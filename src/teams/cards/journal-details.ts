import { longDate } from '../../letters/dutch-date.ts';
import type { Correction, Event } from '../../procedure/events.ts';
import { mannerWords, originWords } from '../words.ts';

/** The texts that came with an event, each on lines of its own; of an event that was not erased. */
export function journalDetail(event: Event): string {
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
