import type { Person, Registration } from '../procedure/complaint.ts';
import type { Step } from '../procedure/open-steps.ts';
import { Refusal } from '../procedure/refusal.ts';
import { runningDeadlines } from '../procedure/running.ts';
import * as answers from './answers.ts';
import type { Card } from './card.ts';
import { noticeCard } from './cards/notice.ts';
import { registeredCard } from './cards/registered.ts';
import { registrationForm } from './cards/registration-form.ts';
import { type FieldErrors, parseAbsence, parseRegistration, valuesOf } from './forms.ts';
import type { Names } from './names.ts';
import type { Office } from './office.ts';
import { refusalText } from './refusals.ts';
import { stepDialogs } from './step-dialogs.ts';
import { askStep, type Pressed, takeStep } from './steps.ts';

/** What a button asks; `names` finds the names of people who were picked. */
export type Press = { verb: string; pressed: Pressed; by: Person; names: Names };

type Action = (press: Press, office: Office) => Promise<Card>;

const isStep = (verb: string): verb is Step => Object.hasOwn(stepDialogs, verb);

/** Every verb that is no step of a dossier. */
const actions: Record<string, Action> = {
  help: ({ by }, office) => answers.help(by, office),
  'ask-register': (_, office) => answers.blankForm(office),
  register,
  'my-complaints': ({ by }, office) => answers.myComplaints(by, office),
  cases: ({ by }, office) => answers.cases(by, office),
  case: ({ by, pressed }, office) => answers.viewCase(pressed.number, by, office),
  deadlines: async (_, office) => answers.deadlines('', office),
  'absence-form': ({ by }, office) => answers.absence(by, office),
  absence: recordAbsence,
  'end-absence': async ({ by }, office) => {
    await office.register.setAbsence(by);
    return answers.absence(by, office);
  },
};

/** The verbs that a button may carry. */
export const isVerb = (verb: string): boolean =>
  Object.hasOwn(actions, verb) || isStep(verb) || isStep(verb.replace(/^ask-/, ''));

/** The card that takes the place of the one whose button was pressed. */
export async function act(press: Press, office: Office): Promise<Card> {
  const { verb, pressed, by } = press;
  const action = Object.hasOwn(actions, verb) ? actions[verb] : undefined;
  try {
    if (action) return await action(press, office);
    if (isStep(verb)) return await takeStep(verb, pressed, by, office);
    const asked = verb.replace(/^ask-/, '');
    if (isStep(asked)) return await askStep(asked, pressed, by, office);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return noticeCard({
      title: 'Dit kan niet',
      text: refusalText(error),
      tone: 'warning',
      typed: valuesOf(pressed.input),
    });
  }
  return noticeCard({
    title: 'Deze knop ken ik niet',
    text: 'De kaart is verouderd of niet van mij. Er is niets veranderd. Typ "help" voor wat ik voor je kan doen.',
    tone: 'warning',
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
      desk: await office.register.desk(),
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
