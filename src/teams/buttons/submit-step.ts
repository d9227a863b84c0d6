import { randomUUID } from 'node:crypto';
import { maySeeDossier } from '../../procedure/access.ts';
import { assertStepAllowed } from '../../procedure/decide.ts';
import { caseNumber } from '../../procedure/model/case-number.ts';
import type { Context } from '../../procedure/model/commands.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Refusal } from '../../procedure/model/refusal.ts';
import { openSteps } from '../../procedure/steps.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import { refusalText } from '../cards/refusal-text.ts';
import { stepFormCard } from '../cards/step-form.ts';
import type { Card } from '../cards/template.ts';
import type { Fields } from '../form/fields.ts';
import { type FieldErrors, FormReader, valuesOf } from '../form/form-reader.ts';
import { withNames } from '../office/names.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import { type FormStep, stepForms } from '../steps/all-steps.ts';
import type { Setting } from '../steps/step.ts';
import type { Outcome, Press, Shown } from './button-press.ts';
import { keptText } from './kept-text.ts';
import { draftId, letterKept, readWithLetter } from './letter-in-form.ts';
import { type Form, noVersion, sendForm } from './send-form.ts';

/** What was typed in a form, its errors, and a notice above it; without values the form is new. */
export type FormState = {
  values?: Record<string, string>;
  errors?: FieldErrors;
  notice?: Notice;
  /** The id of the draft of the letter in it, where that is another than before. */
  made?: string;
};

const changed = 'Er is intussen iets veranderd in dit dossier.';
const outOfDate = 'Deze kaart is verouderd: er is intussen iets veranderd in dit dossier.';

/** Shows the form of a step with what was typed in it so far; or the current card when the pressed one is out of date. */
export async function askStep(step: FormStep, press: Press, office: Office): Promise<Shown> {
  const { pressed, by, notice } = press;
  const values = valuesOf(pressed.input);
  const isNew = Object.keys(values).length === 0;
  const dossier = await office.register.view(caseNumber(pressed.number), by);
  if (pressed.version !== versionOf(dossier) || !isOpen(step, dossier, press, office)) {
    return isNew
      ? { card: await currentCard(dossier, press, office) }
      : overtaken(step, dossier, press, office);
  }
  // Its form offers who is not absent.
  if (step === 'hand-over') office.register.assertAbsencesKnown();
  const formId = pressed.form || randomUUID();
  const typed = isNew ? { notice } : { values, notice };
  return { card: await formOf(step, dossier, formId, typed, press, office) };
}

/** Shows the form again with the letter that follows from what was filled in; everything typed stays. */
export async function draftStep(step: FormStep, press: Press, office: Office): Promise<Shown> {
  const { pressed, by } = press;
  const dossier = await office.register.view(caseNumber(pressed.number), by);
  if (pressed.version !== versionOf(dossier)) return overtaken(step, dossier, press, office);
  const context = office.register.context();
  assertStepAllowed(step, by, dossier.complaint, context);
  const values = valuesOf(pressed.input);
  const setting = settingOf(dossier, press, context, office);
  const kept = letterKept(stepForms[step], pressed, setting);
  if (kept?.differs) {
    const { letter, made, differs } = kept;
    const typed: FormState = { values: { ...values, letter }, made, errors: { letter: differs } };
    return { card: await formOf(step, dossier, pressed.form, typed, press, office) };
  }
  const letter = kept?.letter ?? stepForms[step].draft?.(pressed.input, setting);
  const typed: FormState =
    letter === undefined
      ? { values, notice: { text: 'Bij deze keuze hoort geen brief.', tone: 'accent' } }
      : {
          values: { ...values, ...stepForms[step].texts(pressed.input, setting), letter },
          made: draftId(letter),
          notice: { text: 'De brief staat hieronder. Kijk hem na en pas hem aan.', tone: 'accent' },
        };
  const instead = letter === undefined ? undefined : 'De brief is te lang om hier te laten zien.';
  return { card: await formOf(step, dossier, pressed.form, typed, press, office), instead };
}

/** Takes the step that was filled in. Every answer that is no success shows what was typed. */
export function takeStep(step: FormStep, press: Press, office: Office): Promise<Outcome> {
  const { version = noVersion, form: id, input } = press.pressed;
  let values = valuesOf(input);
  let { made } = press.pressed;
  const form: Form = {
    step,
    version,
    async read(dossier, context) {
      const setting = settingOf(dossier, press, context, office);
      const { parsed, ...found } = await readWithLetter(stepForms[step], press.pressed, setting);
      made = found.made;
      if (found.letter !== undefined) values = { ...values, letter: found.letter };
      return parsed;
    },
    done: (dossier, isRepeat) => afterStep(step, dossier, press, office, isRepeat),
    back: {
      misfilled: async (dossier, errors) => ({
        card: await formOf(step, dossier, id, { values, errors, made }, press, office),
      }),
      notProcessed: (dossier, why) => (why === 'used' ? used : overtaken)(step, dossier, press, office),
      refused: async (dossier, refusal) => ({ card: await refused(step, refusal, dossier, press, office) }),
    },
  };
  return sendForm(form, press, office);
}

export const settingOf = (
  { complaint, journal }: Dossier,
  { by, names, locale }: Press,
  context: Context,
  { organisation, register }: Office,
): Setting => {
  const seen: Setting['seen'] = async (number) => (await register.view(number, by)).complaint;
  const course = journal.map((entry) => ({ event: eventOf(entry), by: entry.erasable?.by }));
  return { ...context, organisation, complaint, course, by, names, locale, seen };
};

const isOpen = (step: FormStep, { complaint }: Dossier, { by }: Press, { register }: Office): boolean =>
  openSteps(by, complaint, register.context()).includes(step);

/** Draws the form of a step with what was typed in it, and a notice above it. */
export async function formOf(
  step: FormStep,
  dossier: Dossier,
  formId: string,
  { values, errors = {}, notice, made }: FormState,
  press: Press,
  office: Office,
): Promise<Card> {
  const form = stepForms[step];
  const setting = settingOf(await withNames(dossier, office), press, office.register.context(), office);
  const fields = form.fields(setting);
  return stepFormCard({
    step,
    title: form.title,
    of: { number: dossier.id, version: versionOf(dossier) },
    formId,
    complainant: dossier.complaint.complainant.name,
    intro: form.intro(setting),
    fields,
    values,
    chosen: await press.names(pickedIn(fields, values)),
    errors,
    locale: press.locale,
    notice,
    drafts: form.draft !== undefined,
    made: values ? (made ?? press.pressed.made) : draftId(fields.letter?.proposed),
  });
}

/** Lists people who were picked from all of Teams, whom the form does not list by itself. */
function pickedIn(fields: Fields, values: Record<string, string> = {}): PersonId[] {
  const pickers = Object.keys(fields).filter((id) => fields[id]?.input['choices.data']);
  const reader = new FormReader(values);
  return pickers.flatMap((id) => reader.person(id, '') || []);
}

const currentCard = (dossier: Dossier, { by }: Press, office: Office): Promise<Card> =>
  caseOf(dossier, by, office, { text: `${outOfDate} Dit is de stand van nu.`, tone: 'warning' });

const underway =
  'Vastgelegd. De brief gaat nu per e-mail naar de klager. Hij telt als verstuurd zodra de mailserver hem heeft aangenomen.';

/** Said of a repeated form: what was done since may have changed what the step said then. */
const alreadyRecorded = 'Dit was al vastgelegd. De klacht staat er nu zo voor als je hier ziet.';

/**
 * Shows the dossier after a step; who lost sight of it by the step (a hand-over) reads what happened, and nothing of the
 * dossier.
 */
async function afterStep(
  step: FormStep,
  dossier: Dossier,
  press: Press,
  office: Office,
  isRepeat: boolean,
): Promise<Outcome> {
  const { complaint } = dossier;
  const setting = settingOf(dossier, press, office.register.context(), office);
  const mailed = stepForms[step].sends && waitingLetters(complaint).length > 0;
  const said = () => (mailed ? underway : stepForms[step].done(dossier, setting));
  const text = isRepeat ? alreadyRecorded : said();
  const result = noticeCard({ title: `${stepForms[step].title}: klacht ${dossier.id}`, text, tone: 'good' });
  const sees = maySeeDossier(press.by, complaint, setting);
  return { card: sees ? await caseOf(dossier, press.by, office, { text, tone: 'good' }) : result, result };
}

/** Shows the form again when the dossier changed while it was open: the text is kept, to be sent again or copied. */
export const overtaken = (step: FormStep, dossier: Dossier, press: Press, office: Office): Promise<Shown> =>
  kept(step, dossier, press, office, press.pressed.form, {
    form: `${outOfDate} Wat je typte staat er nog. Kijk het na en verstuur het opnieuw.`,
    case: `${outOfDate} Dit is de stand van nu.`,
    instead: `${changed} Er is niets vastgelegd. Zodra de tekst korter is, krijg je hier de stand van nu.`,
  });

const formUsed =
  'Dit formulier is al eerder verwerkt, met iets anders erin. Wat je nu invulde, is niet vastgelegd.';

/** Shows a new form with what was typed now, because the form was processed before with another content. */
const used = (step: FormStep, dossier: Dossier, press: Press, office: Office): Promise<Shown> =>
  kept(step, dossier, press, office, randomUUID(), {
    form: `${formUsed} Het staat er nog. Moet het er ook bij? Kijk het na en verstuur het opnieuw.`,
    case: `${formUsed} De tekst staat hieronder. Dit is de stand van nu.`,
    instead: `${formUsed} Zodra de tekst korter is, krijg je een nieuw formulier.`,
  });

/**
 * Shows what was typed, and why it was not processed: in the form where the step is still open, otherwise on the current
 * card.
 */
async function kept(
  step: FormStep,
  dossier: Dossier,
  press: Press,
  office: Office,
  formId: string,
  why: { form: string; case: string; instead: string },
): Promise<Shown> {
  const values = valuesOf(press.pressed.input);
  if (isOpen(step, dossier, press, office)) {
    const notice: Notice = { text: why.form, tone: 'warning' };
    const card = await formOf(step, dossier, formId, { values, notice }, press, office);
    return { card, instead: why.instead };
  }
  const card = await caseOf(dossier, press.by, office, {
    text: why.case,
    tone: 'warning',
    typed: keptText(press),
  });
  return { card, instead: why.instead };
}

/** Shows the form after a refusal, at the field that it is about; where the step is open no more, the current card. */
async function refused(
  step: FormStep,
  refusal: Refusal,
  dossier: Dossier,
  press: Press,
  office: Office,
): Promise<Card> {
  const { pressed, by } = press;
  const values = valuesOf(pressed.input);
  const text = refusalText(refusal);
  if (!isOpen(step, dossier, press, office)) {
    return caseOf(dossier, by, office, { text, tone: 'warning', typed: keptText(press) });
  }
  const field = stepForms[step].about[refusal.code];
  const typed: FormState = field
    ? { values, errors: { [field]: text } }
    : { values, notice: { text, tone: 'attention' } };
  return formOf(step, dossier, pressed.form, typed, press, office);
}
