import type { Person } from '../../../src/procedure/model/complaint.ts';
import type { AgainReason } from '../../../src/procedure/model/letter.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import type { Taken } from './played.ts';

/** The steps of a course as somebody types them; a letter goes by post unless a course says otherwise. */

type Typed = Record<string, string>;

/** The rows of measures, each with a typed name and a day. */
export const measured = (...rows: [what: string, owner: string, until: LocalDate][]): Typed =>
  Object.fromEntries(
    rows.flatMap(([what, owner, until], index) => [
      [`measure${index + 1}`, what],
      [`ownerName${index + 1}`, owner],
      [`until${index + 1}`, until],
    ]),
  );

const post = { manner: 'post' };

export const acknowledge = (on: LocalDate, typed: Typed = {}): Taken => [
  on,
  'acknowledge',
  { ...post, ...typed },
];

/** Records what the complainant stated, or the respondent whom it names. */
export const state = (on: LocalDate, of?: Person): Taken => [
  on,
  'record-statement',
  {
    on,
    of: of?.id ?? 'complainant',
    text: of ? 'Ik wist niet dat er gebeld was.' : 'Ik heb drie keer gebeld.',
  },
];

export const answer = (on: LocalDate, typed: Typed = {}): Taken => [
  on,
  'answer',
  {
    ...post,
    position: 'Wij hadden u eerder moeten bellen. Dat spijt ons.',
    judgement: 'founded',
    proposal: 'U krijgt een vast nummer dat wij elke werkdag opnemen.',
    notHeardBecause: 'Er was geen reactie.',
    ...typed,
  },
];

/** Tells that the answer or the decision comes later, at the wish of Ballance unless a course says otherwise. */
export const delay = (on: LocalDate, until: LocalDate, typed: Typed = {}): Taken => [
  on,
  'delay',
  {
    ...post,
    wish: 'ballance',
    reason: 'De collega die u hielp, is ziek. Wij willen ook van haar horen wat er is gebeurd.',
    until,
    ...typed,
  },
];

/** Promises a later day for the only measure. */
export const moveMeasure = (on: LocalDate, to: LocalDate): Taken => [
  on,
  'move-measure',
  { ...post, measure: 'm1', to, reason: 'De leverancier is te laat.' },
];

export const object = (on: LocalDate, typed: Typed = {}): Taken => [
  on,
  'object',
  { ...post, receivedOn: on, text: 'Een nummer lost niets op. Ik wil weten wie mij belt.', ...typed },
];

/** Invites to a hearing by telephone; at the office where a branch is named. */
export const invite = (on: LocalDate, at: LocalDate, typed: Typed = {}): Taken => [
  on,
  'offer-hearing',
  {
    ...post,
    on: at,
    time: '10:30',
    hearingForm: typed.branch ? 'office' : 'phone',
    agreed: 'true',
    ...typed,
  },
];

/** Records a hearing; it settled the complaint where there are agreements ("settlement"). */
export const hear = (on: LocalDate, typed: Typed = {}): Taken => [
  on,
  'record-hearing',
  {
    ...post,
    on,
    hearingForm: 'phone',
    present: 'U en Lars Brouwer',
    report: 'U vertelde dat u drie keer hebt gebeld. Wij hebben uitgelegd hoe dat kwam.',
    settled: typed.settlement ? 'yes' : 'not-yet',
    ...typed,
  },
];

/** Adds a respondent after the answer, who is asked for a statement then. */
export const accuse = (on: LocalDate, { id }: Person): Taken => [
  on,
  'add-respondent',
  {
    respondent: id,
    reason: 'De klager noemt deze collega nu ook.',
    text: 'De klager is niet gebeld.',
    until: addDays(on, 7),
  },
];

export const waive = (on: LocalDate): Taken => [on, 'waive-hearing', { on }];

export const decision = (on: LocalDate, by: Person, typed: Typed = {}): Taken => [
  on,
  'decide',
  {
    ...post,
    decision: 'Wij vergoeden u 50 euro.',
    reasons: 'U hebt kosten gemaakt doordat wij niet belden.',
    judgement: 'founded',
    ...typed,
  },
  by,
];

export const handOver = (on: LocalDate, to: Person): Taken => [
  on,
  'hand-over',
  { to: to.id, reason: 'Lars is langdurig ziek.' },
];

export const announceHandler = (on: LocalDate): Taken => [on, 'announce-handler', post];

export const announceNoHandler = (on: LocalDate, by: Person): Taken => [on, 'announce-no-handler', post, by];

/** Records a talk that solved the complaint, unless a course says otherwise. */
export const talk = (on: LocalDate, typed: Typed = {}): Taken => [
  on,
  'mediate',
  {
    ...post,
    mediationForm: 'conversation',
    on,
    solved: 'yes',
    result: 'Beide kanten hebben hun verhaal gedaan.',
    agreements: 'U krijgt een vast nummer. Daar neemt op werkdagen iemand op die u kent.',
    ...typed,
  },
];

export const withdraw = (on: LocalDate, typed: Typed = {}): Taken => [
  on,
  'withdraw',
  { ...post, on, reason: 'Het is opgelost.', ...typed },
];

export const dismiss = (on: LocalDate, because: string): Taken => [
  on,
  'dismiss',
  { ...post, because, reason: 'Nagegaan met de vestiging.' },
];

export const experts = (on: LocalDate, names: string): Taken => [on, 'record-experts', { experts: names }];

/** Sends the letter of that id once more. */
export const sendAgain = (
  on: LocalDate,
  which: number,
  because: AgainReason,
  typed: Typed = {},
  by?: Person,
): Taken => [on, 'send-again', { ...post, which: `${which}`, because, ...typed }, by];
