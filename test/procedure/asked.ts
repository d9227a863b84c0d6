import assert from 'node:assert/strict';
import { nextWorkingDayAfter } from '../../src/procedure/articles/art02-periods.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import type { Command, CommandOf, Step } from '../../src/procedure/model/commands.ts';
import type { Person, Registration } from '../../src/procedure/model/complaint.ts';
import { isDocumentId } from '../../src/procedure/model/document.ts';
import type { Dispatch } from '../../src/procedure/model/letter.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { fatima, joris, lars, sanne } from './people.ts';

/** The Wednesday before Easter 2026, on which everything happens unless a test says otherwise. */
export const wednesday: LocalDate = '2026-04-01';

const number: CaseNumber = 'K-2026-0001';

/** An ordinary registration. */
export const registration: Registration = {
  complainant: { name: 'Mevrouw Van Dam', email: 'vandam@example.nl', address: 'Dorpsstraat 1, Utrecht' },
  origin: 'client',
  summary: 'Er is drie weken niet teruggebeld.',
  receivedOn: wednesday,
  manner: 'oral',
  respondents: [],
  remedied: false,
};

/** A letter that goes out by e-mail, or was sent in that way by the handler. */
export const letter = (text = 'Geachte mevrouw Van Dam', sentOn = wednesday): Dispatch => ({
  text,
  manner: 'email',
  sentOn,
});

export const register = ({ by = sanne, ...over }: Partial<Registration> & { by?: Person } = {}) => ({
  type: 'register' as const,
  by,
  number,
  registration: { ...registration, ...over },
});

/** A letter of the complainant, as the so many-th document of a dossier. */
export const aDocument = (index = 0): CommandOf<'add-document'>['document'] => {
  const id = `00000000-0000-4000-8000-${`${index}`.padStart(12, '0')}`;
  assert.ok(isDocumentId(id));
  return {
    id,
    name: 'Brief van de klager.pdf',
    kind: 'pdf',
    size: 2048,
    sha256: 'ab'.repeat(32),
    from: 'complainant',
  };
};

/** The fields of a step. */
type Fields<S extends Step> = Omit<CommandOf<S>, 'type' | 'by' | 'number'>;

/** Each step as it is taken on an ordinary day, unless a test says otherwise. */
export function asking(day: LocalDate = wednesday, handler: Person = lars) {
  const step =
    <S extends Step>(type: S, usual: Fields<S>) =>
    (over: Partial<CommandOf<S>> = {}): CommandOf<S> =>
      ({ type, by: handler, number, ...usual, ...over }) as unknown as CommandOf<S>;
  const written = letter('Geachte mevrouw Van Dam', day);
  return {
    judgeName: step('judge-name', { respondent: lars.id, isAbout: true }),
    announceHandler: step('announce-handler', { letter: letter('Een ander behandelt uw klacht.', day) }),
    announceNoHandler: step('announce-no-handler', {
      letter: letter('Niemand mag uw klacht behandelen.', day),
    }),
    acknowledge: step('acknowledge', { letter: letter('Wij hebben uw klacht ontvangen.', day) }),
    requestStatement: step('request-statement', {
      respondent: joris.id,
      about: { text: 'Er is drie weken niet teruggebeld.', mayIdentify: false, dueOn: addDays(day, 7) },
    }),
    recordStatement: step('record-statement', { on: day, text: 'Zo is het gegaan.' }),
    giveStatement: step('give-statement', { text: 'Ik was ziek.' }),
    supplement: step('supplement', { to: { phone: '026 1234567' }, about: [], notAbout: [] }),
    mediate: step('mediate', {
      form: 'conversation',
      partner: 'Joris Bakker',
      on: day,
      result: 'Zij hebben het uitgesproken.',
      solved: true,
      agreements: 'Joris belt u elke maandag.',
      measures: [],
      letter: written,
    }),
    answer: step('answer', {
      position: 'Wij hadden moeten bellen.',
      judgement: 'founded',
      proposal: 'Wij bellen deze week.',
      measures: [],
      notHeardBecause: 'De klager wil niet meer spreken.',
      letter: written,
    }),
    delay: step('delay', {
      wish: 'ballance',
      reason: 'Wij zoeken nog iets uit.',
      until: addDays(day, 28),
      letter: written,
    }),
    agree: step('agree', { on: day }),
    object: step('object', { receivedOn: day, text: 'Ik ben het er niet mee eens.' }),
    offerHearing: step('offer-hearing', {
      on: nextWorkingDayAfter(day, dutchCalendar().wide),
      time: '10:00',
      form: 'phone',
      employeePresent: false,
      agreed: false,
      letter: written,
    }),
    recordHearing: (over: Partial<CommandOf<'record-hearing'>> = {}) =>
      step('record-hearing', {
        on: day,
        earlier: true,
        form: 'phone',
        present: 'Mevrouw Van Dam en Lars Brouwer',
        report: 'De klacht is toegelicht.',
        settled: !!over.settlement?.trim(),
        measures: [],
        letter: written,
      })(over),
    waiveHearing: step('waive-hearing', { on: day }),
    decide: step('decide', {
      decision: 'De klacht is gegrond.',
      reasons: 'Er is niet gebeld.',
      judgement: 'founded',
      measures: [],
      letter: written,
    }),
    close: step('close', { on: day }),
    withdraw: step('withdraw', { on: day, reason: 'Het is opgelost.' }),
    dismiss: step('dismiss', {
      because: 'no-complaint',
      reason: 'Een vraag over de factuur.',
      letter: written,
    }),
    merge: (over: Pick<CommandOf<'merge'>, 'into'> & Partial<CommandOf<'merge'>>) =>
      step('merge', over)(over),
    reopen: step('reopen', { reason: 'Per ongeluk gesloten.' }),
    handOver: step('hand-over', { to: fatima.id, reason: 'Vakantie' }),
    addRespondent: step('add-respondent', {
      respondent: joris,
      reason: 'Blijkt uit het gesprek.',
      about: { text: 'Over het terugbellen.', mayIdentify: false, dueOn: addDays(day, 7) },
    }),
    removeRespondent: step('remove-respondent', { respondent: joris.id, reason: 'Verkeerd gekozen.' }),
    recordSatisfaction: step('record-satisfaction', {
      ...{ on: day, handling: 4, outcome: 2, remark: 'Er werd snel gebeld.' },
    }),
    recordExperts: step('record-experts', { experts: 'mr. De Boer' }),
    recordLesson: step('record-lesson', { lesson: 'Wij zeggen het er voortaan bij.' }),
    completeMeasure: step('complete-measure', { measure: 'm1', on: day }),
    moveMeasure: step('move-measure', { measure: 'm1', to: addDays(day, 60), reason: 'Nog niet af.' }),
    reportMeasure: step('report-measure', { measure: 'm1' }),
    correctDate: step('correct-date', { field: 'receivedOn', to: day, reason: 'Verkeerd getikt.' }),
    correctFacts: step('correct-facts', { to: { origin: 'partner' }, reason: 'Verkeerd gekozen.' }),
    sendByHand: step('send-by-hand', { letter: 1, manner: 'post', sentOn: day }),
    sendAgain: step('send-again', {
      again: 1,
      because: 'came-back',
      letter: letter('Wij sturen u deze brief opnieuw.', day),
    }),
    exportDossier: step('export-dossier', {}),
    addDocument: step('add-document', { document: aDocument() }),
    removeDocument: step('remove-document', {
      document: aDocument().id,
      reason: 'Hoort bij een andere klacht.',
    }),
    addNote: step('add-note', { text: 'Gebeld, geen gehoor.' }),
    requestRedaction: step('request-redaction', { value: 'geen gehoor', reason: 'Hoort er niet in.' }),
    answerRedaction: step('answer-redaction', { agrees: true }),
    requestErasure: step('request-erasure', { reason: 'De klager vraagt erom.' }),
    answerErasure: step('answer-erasure', { agrees: true }),
    setHold: step('set-hold', { reason: 'Er loopt een rechtszaak.' }),
    liftHold: step('lift-hold', {}),
  };
}

/** The steps on that day by that handler. */
export type Asking = ReturnType<typeof asking>;

/** Builds a command of the steps of that moment. */
export type Ask = (steps: Asking) => Command;

export const {
  announceHandler,
  announceNoHandler,
  judgeName,
  acknowledge,
  requestStatement,
  recordStatement,
  giveStatement,
  supplement,
  mediate,
  answer,
  delay,
  agree,
  object,
  offerHearing,
  recordHearing,
  waiveHearing,
  decide,
  close,
  withdraw,
  dismiss,
  merge,
  reopen,
  handOver,
  addRespondent,
  removeRespondent,
  recordExperts,
  recordSatisfaction,
  recordLesson,
  completeMeasure,
  moveMeasure,
  reportMeasure,
  correctDate,
  correctFacts,
  sendAgain,
  sendByHand,
  addDocument,
  removeDocument,
  exportDossier,
  addNote,
  requestRedaction,
  answerRedaction,
  requestErasure,
  answerErasure,
  setHold,
  liftHold,
} = asking();
