import { randomUUID } from 'node:crypto';
import type { Person } from '../procedure/complaint.ts';
import { openSteps, type Step } from '../procedure/open-steps.ts';
import { Refusal, type RefusalCode } from '../procedure/refusal.ts';
import { type Dossier, versionOf } from '../register/dossier.ts';
import { OutOfDate } from '../register/register.ts';
import { caseOf } from './answers.ts';
import type { Card } from './card.ts';
import { noticeCard } from './cards/notice.ts';
import { valuesOf } from './forms.ts';
import type { Office } from './office.ts';
import { refusalText } from './refusals.ts';
import { stepDialogs, type Typed } from './step-dialogs.ts';

/** What a button carries: under the client's control, so it grants nothing. */
export type Pressed = {
  number: string;
  version: number | undefined;
  form: string;
  input: Record<string, unknown>;
};

const outOfDate = 'Deze kaart is verouderd: er is intussen iets veranderd in dit dossier.';

/** The form of a step, or the current card when the pressed one is out of date. */
export async function askStep(step: Step, pressed: Pressed, by: Person, office: Office): Promise<Card> {
  const dossier = await office.register.view(pressed.number, by);
  if (pressed.version !== versionOf(dossier)) return currentCard(dossier, by, office);
  const steps = openSteps(by, dossier.complaint, await office.register.desk());
  if (!steps.includes(step)) return currentCard(dossier, by, office);
  return stepForm(step, dossier, randomUUID(), { values: {}, errors: {} }, office);
}

async function stepForm(
  step: Step,
  dossier: Dossier,
  formId: string,
  typed: Typed,
  office: Office,
): Promise<Card> {
  const { complaint } = dossier;
  const setting = { ...office, desk: await office.register.desk() };
  const data = {
    number: dossier.id,
    version: versionOf(dossier),
    formId,
    complaint,
    today: office.clock.today(),
  };
  return stepDialogs[step].form({ ...data, ...typed }, setting);
}

const currentCard = (dossier: Dossier, by: Person, office: Office): Promise<Card> =>
  caseOf(dossier, by, office, { text: `${outOfDate} Dit is de stand van nu.`, tone: 'warning' });

/** Takes the step as it was filled in. What was typed comes back with every answer that is no success. */
export async function takeStep(step: Step, pressed: Pressed, by: Person, office: Office): Promise<Card> {
  const { number, version, form, input } = pressed;
  const values = valuesOf(input);
  const setting = { ...office, desk: await office.register.desk() };
  const parsed = stepDialogs[step].command(input, { number, by }, setting);
  if ('errors' in parsed) {
    const dossier = await office.register.view(number, by);
    return stepForm(step, dossier, form, { values, errors: parsed.errors }, office);
  }
  try {
    const dossier = await office.register.execute(parsed.value, { version, form });
    return await afterStep(step, dossier, by, office);
  } catch (error) {
    if (error instanceof OutOfDate) return overtaken(step, error.dossier, pressed, by, office);
    if (error instanceof Refusal) return refused(step, error, pressed, by, office);
    throw error;
  }
}

/** Whoever has just handed a case over is not its handler any more, and need not be able to see it. */
async function afterStep(step: Step, dossier: Dossier, by: Person, office: Office): Promise<Card> {
  const text = stepDialogs[step].done;
  if (step !== 'hand-over') return caseOf(dossier, by, office, { text, tone: 'good' });
  const { handler } = dossier.complaint;
  return noticeCard({
    title: `Zaak ${dossier.id} is overgedragen`,
    text: `${handler?.person.name ?? ''} behandelt de zaak vanaf nu en heeft de kaart in de eigen chat gekregen.`,
    tone: 'good',
  });
}

/** Somebody changed the dossier while the form was open: the text is kept, to be sent again or copied. */
async function overtaken(
  step: Step,
  dossier: Dossier,
  pressed: Pressed,
  by: Person,
  office: Office,
): Promise<Card> {
  const values = valuesOf(pressed.input);
  const steps = openSteps(by, dossier.complaint, await office.register.desk());
  if (!steps.includes(step)) {
    return caseOf(dossier, by, office, {
      text: `${outOfDate} Dit is de stand van nu.`,
      tone: 'warning',
      typed: values,
    });
  }
  const text = `${outOfDate} Wat je typte staat er nog. Kijk het na en verstuur het opnieuw.`;
  return stepForm(
    step,
    dossier,
    pressed.form,
    { values, errors: {}, notice: { text, tone: 'warning' } },
    office,
  );
}

/** A refusal on a case that somebody may see brings the form back; otherwise it says nothing of the case. */
async function refused(
  step: Step,
  refusal: Refusal,
  pressed: Pressed,
  by: Person,
  office: Office,
): Promise<Card> {
  const values = valuesOf(pressed.input);
  const text = refusalText(refusal);
  const hidden = refusal.code === 'unknown-complaint' || refusal.code === 'not-the-handler';
  if (hidden) return noticeCard({ title: 'Dit kan niet', text, tone: 'warning', typed: values });
  const dossier = await office.register.view(pressed.number, by);
  const { day } = stepDialogs[step];
  const typed: Typed =
    day && aboutTheDay.includes(refusal.code)
      ? { values, errors: { [day]: text } }
      : { values, errors: {}, notice: { text, tone: 'attention' } };
  return stepForm(step, dossier, pressed.form, typed, office);
}

/** Refusals that say something of one field. */
const aboutTheDay: RefusalCode[] = ['in-the-future', 'before-receipt', 'too-long-ago'];
