import type { EventOf } from '../../procedure/model/events.ts';
import { longDate } from '../../time/dutch-date.ts';
import { type EventWords, itsReason, itsText } from './event-details.ts';

type RespondentEvent =
  | 'respondent-added'
  | 'name-confirmed'
  | 'respondent-removed'
  | 'statement-requested'
  | 'statement-recorded';

/** The words, in the journal, of whom a complaint is about, and of what both sides state. */
export const respondentEventWords = {
  'respondent-added': {
    sentence: ({ personal }, whole) => `Beklaagde toegevoegd${whole ? `: ${personal.respondent.name}` : ''}.`,
    texts: ({ personal: { reason, named } }) => [reason, named && `Dit is de collega “${named}”.`],
    toldToComplainant: false,
  },
  'name-confirmed': {
    sentence: ({ personal }, whole) =>
      `Nagekeken: de klacht gaat over ${whole ? personal.respondent.name : 'wie op de website is genoemd'}.`,
    texts: ({ personal: { named } }) => [named && `Dit is de collega “${named}”.`],
    toldToComplainant: false,
  },
  'respondent-removed': {
    sentence: ({ personal }, whole) => `Geen beklaagde meer${whole ? `: ${personal.respondent.name}` : ''}.`,
    texts: itsReason,
    toldToComplainant: false,
  },
  'statement-requested': {
    sentence: ({ dueOn, personal }, whole) =>
      `Verklaring gevraagd aan ${whole ? personal.respondent.name : 'een beklaagde'}${dueOn ? `, uiterlijk ${longDate(dueOn)}` : ''}.`,
    texts: itsText,
    toldToComplainant: false,
  },
  'statement-recorded': {
    sentence: ({ personal, from, on }, whole) => {
      const respondent = (whole && personal.respondent?.name) || 'een beklaagde';
      return from === 'complainant'
        ? `Verklaring van de klager, ${longDate(on)}.`
        : `Verklaring van ${respondent}, ${longDate(on)}.`;
    },
    texts: itsText,
    toldToComplainant: ({ from }) => from === 'complainant',
  },
} satisfies { [T in RespondentEvent]: EventWords<EventOf<T>> };
