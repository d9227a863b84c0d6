import type { Measure } from '../../src/procedure/model/answer.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import type { Event, EventOf } from '../../src/procedure/model/events.ts';
import type { LetterKind } from '../../src/procedure/model/letter.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { aDocument, wednesday } from './asked.ts';
import { fatima } from './people.ts';

/** Events that may follow the registration of a complaint. */

/** A letter went out, sent by the handler; by e-mail, so that it counts as received that day. */
export const letterSent = (
  kind: LetterKind,
  { sentOn = wednesday, countsAsReceivedOn = sentOn, ...over }: Partial<EventOf<'letter-sent'>> = {},
): Event => ({
  type: 'letter-sent',
  kind,
  sentOn,
  manner: 'email',
  countsAsReceivedOn,
  daysLate: 0,
  personal: { text: 'Geachte mevrouw Van Dam' },
  ...over,
});

/** A letter was handed to the mail server, which has not accepted it. */
export const letterQueued = (kind: LetterKind, dueOn?: LocalDate): Event => ({
  type: 'letter-queued',
  on: wednesday,
  kind,
  dueOn,
  personal: { text: 'Geachte mevrouw Van Dam', to: 'vandam@example.nl' },
});

export const acknowledged = (over: Partial<EventOf<'letter-sent'>> = {}): Event[] => [
  letterSent('acknowledgement', { personal: { text: 'Wij hebben uw klacht ontvangen.' }, ...over }),
];

export const handedOver = (over: Partial<EventOf<'handed-over'>> = {}): Event[] => [
  {
    type: 'handed-over',
    on: wednesday,
    role: 'substitute',
    personal: { to: fatima, reason: 'Vakantie' },
    ...over,
  },
];

export const noteAdded = (text = 'Gebeld, geen gehoor.'): Event[] => [
  { type: 'note-added', on: wednesday, personal: { text } },
];

export const asked = (respondent: Person, dueOn?: LocalDate): Event[] => [
  { type: 'statement-requested', on: wednesday, ...(dueOn && { dueOn }), personal: { respondent } },
];

/** The complainant's statement, or that of a respondent. */
export const stated = (respondent?: Person): Event[] => [
  {
    type: 'statement-recorded',
    on: wednesday,
    from: respondent ? 'respondent' : 'complainant',
    personal: { respondent, text: 'Zo is het gegaan.' },
  },
];

/** A talk with Joris took place that day, and solved nothing unless it says otherwise. */
export const talked = (on: LocalDate = wednesday, solved = false): Event[] => [
  {
    type: 'mediated',
    on,
    form: 'conversation',
    solved,
    personal: {
      partner: 'Joris Bakker',
      result: 'Nog boos.',
      agreements: solved ? 'Elke week bellen.' : undefined,
    },
  },
];

export const drawnUp = (...measures: Measure[]): Event => ({
  type: 'answer-drawn-up',
  on: wednesday,
  judgement: 'founded',
  bothSidesHeard: false,
  personal: { position: 'Wij hadden moeten bellen.', proposal: 'Wij bellen.', measures, reason: 'Haast' },
});

/** Acknowledged and answered that day, with those measures. */
export const answered = (sentOn: LocalDate = wednesday, ...measures: Measure[]): Event[] => [
  ...acknowledged({ sentOn }),
  drawnUp(...measures),
  letterSent('answer', { sentOn }),
];

/** Answered, and the complainant does not agree. */
export const objected = (receivedOn: LocalDate = wednesday): Event[] => [
  ...answered(),
  { type: 'objected', receivedOn, daysLate: 0, personal: { text: 'Ik ben het er niet mee eens.' } },
];

/** A hearing on that day was offered, and the invitation is out. */
export const invited = (on: LocalDate = wednesday, agreed = false): Event[] => [
  {
    type: 'hearing-offered',
    on: wednesday,
    appointment: { on, time: '10:00', form: 'phone', employeePresent: false, agreed },
    personal: {},
  },
  letterSent('hearing-invitation'),
];

/** A hearing took place and settled nothing. */
export const heard = (on: LocalDate = wednesday, secondRepresentative?: Person): Event[] => [
  {
    type: 'heard',
    on,
    form: 'phone',
    settled: false,
    personal: {
      present: 'Mevrouw Van Dam en Lars Brouwer',
      report: 'De klacht is toegelicht.',
      secondRepresentative,
    },
  },
  letterSent('court-route'),
];

export const waived = (on: LocalDate = wednesday): Event[] => [{ type: 'hearing-waived', on }];

export const takenBack = (on: LocalDate = wednesday): Event[] => [{ type: 'waiver-taken-back', on }];

export const erasureAsked = (by: Person): Event[] => [
  { type: 'erasure-requested', on: wednesday, personal: { by, reason: 'De klager vraagt erom.' } },
];

export const redactionAsked = (by: Person): Event[] => [
  {
    type: 'redaction-requested',
    on: wednesday,
    personal: { by, value: 'teruggebeld', reason: 'Hoort er niet in.' },
  },
];

/** A document of the complainant was added. */
export const documentAdded = (by: Person): Event[] => {
  const { from, ...document } = aDocument();
  return [
    { type: 'document-added', on: wednesday, from, personal: { document: { ...document, by: by.id } } },
  ];
};

export const erased = (): Event[] => [{ type: 'erased', on: wednesday, because: 'request' }];

export const held = (): Event[] => [
  { type: 'hold-set', on: wednesday, personal: { reason: 'Er loopt een rechtszaak.' } },
];

/** The month of Art. 7 passed without an objection, and the handler closed. */
export const lapsed = (): Event[] => [{ type: 'closed', on: wednesday, outcome: 'lapsed', personal: {} }];

export const withdrawn = (): Event[] => [
  { type: 'closed', on: wednesday, outcome: 'withdrawn', personal: { reason: 'Het is opgelost.' } },
];
