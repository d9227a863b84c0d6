import type { Registration } from '../procedure/complaint.ts';
import { Refusal } from '../procedure/refusal.ts';
import { runningDeadlines } from '../procedure/running.ts';
import { answerErasure, askAnswerErasure } from './answer-erasure.ts';
import * as answers from './answers.ts';
import type { Card } from './card.ts';
import { helpButton } from './cards/button.ts';
import { noticeCard } from './cards/notice.ts';
import { refusedCard } from './cards/refused.ts';
import { registeredCard } from './cards/registered.ts';
import { registrationForm } from './cards/registration-form.ts';
import { isDialogStep } from './dialogs.ts';
import { askDownload, download } from './files/ask-download.ts';
import { askYearReport } from './files/ask-year-report.ts';
import { disclose } from './files/disclose.ts';
import { downloadDraft } from './files/download-draft.ts';
import { type FieldErrors, parseAbsence, parseRegistration, valuesOf } from './forms.ts';
import { giveStatement } from './give-statement.ts';
import type { Office } from './office.ts';
import type { Press } from './pressed.ts';
import { refusalText } from './refusals.ts';
import { askStep, draftStep, takeStep } from './steps.ts';

type Action = (press: Press, office: Office) => Promise<Card>;

/** Every verb that needs no sight of a dossier, or has a way of its own. */
const actions: Record<string, Action> = {
  help: ({ by }, office) => answers.help(by, office),
  'ask-register': (_, office) => answers.blankForm(office),
  register,
  'my-complaints': ({ by }, office) => answers.myComplaints(by, office),
  cases: ({ by }, office) => answers.cases(by, office),
  case: ({ by, pressed }, office) => answers.viewCase(pressed.number, by, office),
  deadlines: async (_, office) => answers.deadlines('', office),
  'absence-form': ({ by }, office) => answers.absence(by, office),
  'give-statement': ({ by, pressed }, office) => giveStatement(pressed, by, office),
  'ask-answer-erasure': askAnswerErasure,
  'answer-erasure': answerErasure,
  disclose,
  'ask-download': askDownload,
  download,
  'year-report': (press, office) => askYearReport(valuesOf(press.pressed.input).year ?? '', press, office),
  absence: recordAbsence,
  'end-absence': async ({ by }, office) => {
    await office.register.setAbsence(by);
    return answers.absence(by, office);
  },
};

/** What a button asks of a step: its form, its letter, its letter as a file, and the step itself that it is taken. */
const phases = [
  { prefix: 'ask-', work: askStep },
  { prefix: 'draft-', work: draftStep },
  { prefix: 'download-', work: downloadDraft },
  { prefix: '', work: takeStep },
];

function stepAction(verb: string): Action | undefined {
  for (const { prefix, work } of phases) {
    const step = verb.startsWith(prefix) ? verb.slice(prefix.length) : '';
    if (isDialogStep(step)) return (press, office) => work(step, press, office);
  }
  return undefined;
}

const actionOf = (verb: string): Action | undefined =>
  Object.hasOwn(actions, verb) ? actions[verb] : stepAction(verb);

/** The card that takes the place of the one whose button was pressed. */
export async function act(press: Press, office: Office): Promise<Card> {
  const { verb, pressed } = press;
  const action = actionOf(verb);
  try {
    if (action) return await action(press, office);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedCard(refusalText(error), valuesOf(pressed.input));
  }
  return noticeCard({
    title: 'Deze knop ken ik niet',
    text: 'De kaart is verouderd of niet van mij. Er is niets veranderd. Typ "help" voor wat ik voor je kan doen.',
    tone: 'warning',
    buttons: [helpButton],
    typed: valuesOf(pressed.input),
  });
}

/** Art. 4: one form, one complaint. With a fault the same form comes back with everything that was typed. */
async function register({ pressed, by, names }: Press, office: Office): Promise<Card> {
  const today = office.clock.today();
  const again = async (errors: FieldErrors, text?: string): Promise<Card> =>
    registrationForm({
      formId: pressed.form,
      today,
      desk: office.register.desk(),
      values: valuesOf(pressed.input),
      errors,
      notice: text ? { text, tone: 'attention' } : undefined,
    });
  const parsed = parseRegistration(pressed.input, today);
  if ('errors' in parsed) return again(parsed.errors);
  if (!pressed.form) return answers.blankForm(office, valuesOf(pressed.input));
  const registration: Registration = { ...parsed.value, respondents: await names(parsed.value.respondents) };
  try {
    const { complaint, journal } = await office.register.take(registration, pressed.form, by);
    return registeredCard({ complaint, journal, deadlines: runningDeadlines(complaint, office.calendar) });
  } catch (error) {
    if (error instanceof Refusal) return again({}, refusalText(error));
    throw error;
  }
}

async function recordAbsence({ pressed, by }: Press, office: Office): Promise<Card> {
  const parsed = parseAbsence(pressed.input, office.clock.today());
  const values = valuesOf(pressed.input);
  if ('errors' in parsed) return answers.absence(by, office, { values, errors: parsed.errors });
  await office.register.setAbsence(by, parsed.value);
  return answers.absence(by, office);
}
