import { isCaseNumber } from '../../procedure/model/case-number.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { helpButton, numberIn, type Verb } from '../cards/button.ts';
import { bytesOf, fits, saidInstead } from '../cards/card-size.ts';
import { decidedBy } from '../cards/meanwhile.ts';
import { noticeCard, refusedCard, type TypedText } from '../cards/notice.ts';
import { refusalText } from '../cards/refusal-text.ts';
import type { Card } from '../cards/template.ts';
import { valuesOf } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import * as answers from '../office/pages.ts';
import { pile } from '../office/pile.ts';
import { type FormStep, isFormStep, stepForms } from '../steps/all-steps.ts';
import { parseAbsence } from './absence.ts';
import { askAgreement, giveAgreement } from './agreement.ts';
import { type Action, type Outcome, type Press, type Shown, showing, staysAsItIs } from './button-press.ts';
import { askDocument, offerDocument } from './documents.ts';
import { askDownload, disclose, download, downloadDraft, exportDossier, offerHearing } from './downloads.ts';
import { addFiles, askFile, dropFiles } from './files.ts';
import { keptText } from './kept-text.ts';
import { reportMeasure } from './measure.ts';
import { askRegistration, register, registerAnother, registerWithFiles } from './registration.ts';
import { askBoardReport, askRowList, askYearReport } from './reports.ts';
import { giveStatement } from './statement.ts';
import { askStep, draftStep, takeStep } from './submit-step.ts';
import { askSupplement, supplement } from './supplement.ts';

/** The verbs that need no sight of a dossier, or have a way of their own. */
const actions: Record<string, Action> = {
  help: showing(({ by }, office) => answers.help(by, office)),
  'ask-register': showing(askRegistration),
  register,
  'register-another': registerAnother,
  'my-complaints': showing(({ by, pressed }, office) =>
    answers.myComplaints(by, office, numberIn(pressed.number) || undefined),
  ),
  cases: showing(({ by, pressed }, office) => answers.cases(by, office, valuesOf(pressed.input))),
  pile: showing(({ by }, office) => pile(by, office)),
  search: showing(({ by, pressed }, office) => {
    const { words = '', from } = valuesOf(pressed.input);
    return answers.search(words, by, office, from);
  }),
  case: showing(({ by, pressed }, office) => answers.viewCase(pressed.number, by, office)),
  deadlines: showing(async ({ pressed, locale }, office) =>
    answers.deadlines(valuesOf(pressed.input).day ?? '', office, locale),
  ),
  'absence-form': showing(({ by }, office) => answers.absence(by, office)),
  'give-statement': giveStatement,
  'add-to-statement': giveStatement,
  'ask-supplement': showing(askSupplement),
  supplement,
  'report-measure': reportMeasure,
  'ask-answer-erasure': showing(askAgreement('answer-erasure')),
  'answer-erasure': giveAgreement('answer-erasure'),
  'ask-answer-redaction': showing(askAgreement('answer-redaction')),
  'answer-redaction': giveAgreement('answer-redaction'),
  'ask-add-document': askFile,
  'ask-document': showing(askDocument),
  document: offerDocument,
  'add-document': showing(addFiles),
  'new-with-files': showing(registerWithFiles),
  'drop-files': showing(dropFiles),
  disclose: showing(disclose),
  'export-dossier': showing(exportDossier),
  calendar: showing(offerHearing),
  'ask-download': showing(askDownload),
  download: showing(download),
  'year-report': showing((press, office) =>
    askYearReport(valuesOf(press.pressed.input).year ?? '', press, office),
  ),
  'row-list': showing((press, office) => askRowList(valuesOf(press.pressed.input).year ?? '', press, office)),
  'board-report': showing((press, office) =>
    askBoardReport(valuesOf(press.pressed.input).period ?? '', press, office),
  ),
  absence: showing(recordAbsence),
  'end-absence': showing(endAbsence),
};

/** The phases of a step that a button can ask for: its form, its letter, that letter as a file, and the step itself. */
const phases: { prefix: string; action(step: FormStep): Action }[] = [
  { prefix: 'ask-', action: (step) => (press, office) => askStep(step, press, office) },
  { prefix: 'draft-', action: (step) => (press, office) => draftStep(step, press, office) },
  { prefix: 'download-', action: (step) => (press, office) => downloadDraft(step, press, office) },
  { prefix: '', action: (step) => (press, office) => takeStep(step, press, office) },
];

function stepAction(verb: string): Action | undefined {
  for (const { prefix, action } of phases) {
    const step = verb.startsWith(prefix) ? verb.slice(prefix.length) : '';
    if (isFormStep(step)) return action(step);
  }
  return undefined;
}

/** Every verb that a button can carry. */
export const verbs: readonly string[] = [
  ...Object.keys(actions),
  ...phases.flatMap(({ prefix }) => Object.keys(stepForms).map((step) => `${prefix}${step}`)),
];

const actionOf = (verb: string): Action | undefined =>
  Object.hasOwn(actions, verb) ? actions[verb] : stepAction(verb);

/** Tells whether a verb is on one of our buttons. */
export const isVerb = (verb: string): verb is Verb => actionOf(verb) !== undefined;

/**
 * Does what a button asks. A refusal says why, and shows what was typed. The card on the screen stays where no other can
 * replace it without losing what was typed there.
 */
export async function act(press: Press, office: Office): Promise<Outcome> {
  const { verb, pressed } = press;
  if (sendsFields(verb) && Object.keys(pressed.input).length === 0) return { stays: withoutFields };
  if (bytesOf(pressed.input) > mostTyped) return { stays: tooLong };
  const outcome = await done(press, office);
  if (staysAsItIs(outcome) || outcome.result || fits(outcome.card)) return outcome;
  return { stays: saidInstead(outcome.card, outcome.instead) };
}

function done(press: Press, office: Office): Promise<Outcome> {
  const typed = keptText(press);
  return orRefused(async () => {
    const action = actionOf(press.verb);
    return action
      ? orDecided(() => action(press, office), press, office, typed)
      : { card: unknownButton(typed) };
  }, typed);
}

/** Says who decided, in place of that a complaint is not theirs, to a board member from whom that took it. */
async function orDecided(
  work: () => Promise<Outcome>,
  { pressed, by }: Press,
  { register, clock }: Office,
  typed: TypedText[],
): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const isHidden = error instanceof Refusal && error.code === 'unknown-complaint';
    const { number, version } = pressed;
    if (!isHidden || !version || !isCaseNumber(number)) throw error;
    const decision = await register.decidedInstead(number, by, version);
    if (!decision) throw error;
    const text = `${decidedBy(decision, clock)} Je hoeft niet meer te beslissen, en er is nu niets veranderd.`;
    const title = `Klacht ${number}: er is al beslist`;
    return { card: noticeCard({ title, text, tone: 'warning', buttons: [helpButton], typed }) };
  }
}

/** Answers a refusal with a card that says why, and holds what was `typed`: no refusal goes further than this. */
export async function orRefused<T extends Outcome>(
  work: () => Promise<T>,
  typed?: TypedText[],
): Promise<T | Shown> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { card: refusedCard(refusalText(error), typed) };
  }
}

/** The verbs, besides steps, that are sent with fields. */
const forms = [
  'register',
  'give-statement',
  'add-to-statement',
  'add-document',
  'supplement',
  'answer-erasure',
  'answer-redaction',
  'absence',
  'download',
  'document',
];

/** Tells whether a button always sends a field: each of our forms has a required one. */
function sendsFields(verb: string): boolean {
  const step = verb.replace(/^(draft|download)-/, '');
  return forms.includes(verb) || (isFormStep(step) && stepForms[step].asks);
}

/** The most bytes of a form that are read; the longest form, with every field full of emoji, has fewer. */
const mostTyped = 100_000;

const tooLong =
  'Wat je invulde is samen te lang voor één formulier. Er is niets veranderd, en alles wat je typte staat er nog. Maak de langste tekst korter en druk nog een keer op de knop.';

/** Answers a press without inputs, which Teams sends now and then. */
const withoutFields =
  'Teams stuurde niet mee wat je hebt ingevuld. Er is niets veranderd, en wat je typte staat er nog. Druk nog een keer op de knop.';

const unknownButton = (typed: readonly TypedText[]): Card =>
  noticeCard({
    title: 'Deze knop ken ik niet',
    text: 'De kaart is verouderd of niet van mij. Er is niets veranderd. Typ "help" voor wat ik voor je kan doen.',
    tone: 'warning',
    buttons: [helpButton],
    typed,
  });

/** Removes the absence that begins on the day of the button; an older card has no day on it, and means the only one. */
async function endAbsence({ pressed, by }: Press, office: Office): Promise<Card> {
  const { begins = '' } = valuesOf(pressed.input);
  const own = office.register.desk().absences.filter(({ person }) => person.id === by.id);
  const one = begins === '' && own.length === 1 ? own[0] : own.find(({ from }) => from === begins);
  if (one) await office.register.endAbsence(by, one.from);
  return answers.absence(by, office);
}

async function recordAbsence({ pressed, by, locale }: Press, office: Office): Promise<Card> {
  const parsed = parseAbsence(pressed.input, office.clock.today(), locale);
  const values = valuesOf(pressed.input);
  if ('errors' in parsed) return answers.absence(by, office, { values, errors: parsed.errors, locale });
  await office.register.setAbsence(by, parsed.value);
  return answers.absence(by, office);
}
