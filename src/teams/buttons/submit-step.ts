import { randomUUID } from 'node:crypto';
import { maySeeDossier } from '../../procedure/access.ts';
import { isLeftToRespondent } from '../../procedure/articles/art05-no-handler.ts';
import { assertStepAllowed } from '../../procedure/decide.ts';
import { type CaseNumber, caseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import type { Refusal } from '../../procedure/model/refusal.ts';
import { openSteps } from '../../procedure/open-steps.ts';
import { type Dossier, isOutdated } from '../../register/model/dossier.ts';
import type { Button } from '../cards/button.ts';
import type { CaseNotice } from '../cards/case.ts';
import { meanwhile } from '../cards/meanwhile.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import { refusalText } from '../cards/refusal-text.ts';
import type { Card } from '../cards/template.ts';
import { valuesOf } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import { type FormStep, stepForms } from '../steps/all-steps.ts';
import type { Outcome, Press, Shown } from './button-press.ts';
import { keptText } from './kept-text.ts';
import { draftId, idLength, letterKept, readWithLetter, withoutUntouched } from './letter-in-form.ts';
import { receiptCard } from './registration.ts';
import { type Form, noVersion, sendForm } from './send-form.ts';
import { type FormState, formOf, settingOf, whyNotMerged } from './step-form.ts';

const changed = 'Er is intussen iets veranderd in dit dossier.';
const outOfDate = 'Deze kaart is verouderd: er is intussen iets veranderd in dit dossier.';

/** Shows the form of a step with what was typed in it so far; or the current card when the pressed one is out of date. */
export async function askStep(step: FormStep, press: Press, office: Office): Promise<Shown> {
  const { pressed, by, notice } = press;
  const values = valuesOf(pressed.input);
  const isNew = Object.keys(values).length === 0;
  const dossier = await office.register.forStep(caseNumber(pressed.number), by, step);
  // What somebody registered shows no version: its form does.
  const isOld =
    isOutdated(pressed.version, dossier) &&
    (pressed.version !== undefined || maySeeDossier(by, dossier.complaint, office.register.context()));
  if (isOld || !isOpen(step, dossier, press, office)) {
    return isNew
      ? { card: await currentCard(dossier, press, office) }
      : overtaken(step, dossier, press, office);
  }
  const alone = step === 'merge' && isNew && (await whyNotMerged(dossier, by, office));
  if (alone) return { card: await caseOf(dossier, by, office, alone) };
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
  if (isOutdated(pressed.version, dossier)) return overtaken(step, dossier, press, office);
  const context = office.register.context();
  assertStepAllowed(step, by, dossier.complaint, context);
  const values = valuesOf(pressed.input);
  const setting = await settingOf(dossier, press, context, office);
  const form = stepForms[step];
  const texts = form.texts(withoutUntouched(pressed), setting);
  const kept = letterKept(form, pressed, setting);
  const letter = kept?.letter ?? form.draft?.(pressed.input, setting);
  const typed: FormState =
    letter === undefined
      ? { values, notice: { text: 'Bij deze keuze hoort geen brief.', tone: 'accent' } }
      : {
          values: { ...values, ...texts, letter },
          made: kept?.made ?? draftId(letter),
          told: texts.message === values.message ? pressed.told : draftId(texts.message),
          ...(kept?.differs
            ? { errors: { letter: kept.differs } }
            : { notice: { text: madeAgain(letter, values.letter, pressed.made), tone: 'accent' } }),
        };
  const instead = letter === undefined ? undefined : 'De brief is te lang om hier te laten zien.';
  return { card: await formOf(step, dossier, pressed.form, typed, press, office), instead };
}

/** Says what became of the letter in a form, of which `made` is the id of its draft: each press on the button says what it did. */
function madeAgain(letter: string, before: string | undefined, made: string | undefined): string {
  if (!before) return 'De brief staat hieronder. Kijk hem na en pas hem aan.';
  if (draftId(letter) === draftId(before))
    return 'De brief is opnieuw gemaakt, en er is niets in veranderd. Hij staat hieronder.';
  const isEdited = made !== undefined && draftId(before) !== made.slice(0, idLength);
  const lost = isEdited ? ' Wat je zelf in de vorige had veranderd, staat er niet meer in.' : '';
  return `De brief is opnieuw gemaakt met wat je nu hebt ingevuld. Hij staat hieronder.${lost} Kijk hem na en pas hem aan.`;
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
      const setting = await settingOf(dossier, press, context, office);
      const { parsed, ...found } = await readWithLetter(
        stepForms[step],
        { ...press.pressed, input: withoutUntouched(press.pressed) },
        setting,
      );
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

const isOpen = (step: FormStep, { complaint }: Dossier, { by }: Press, { register }: Office): boolean =>
  openSteps(by, complaint, register.context()).includes(step);

/** Draws the dossier; for who has to take a step without seeing it, the receipt of what they registered, or what they typed. */
async function standOf(dossier: Dossier, by: Person, office: Office, notice: CaseNotice): Promise<Card> {
  if (maySeeDossier(by, dossier.complaint, office.register.context()))
    return caseOf(dossier, by, office, notice);
  const { typed = [], ...said } = notice;
  return typed.length === 0
    ? receiptCard(dossier, office, said)
    : noticeCard({ title: `Klacht ${dossier.id}`, ...said, typed, buttons: [mine(dossier.id)] });
}

const mine = (leaves: CaseNumber): Button => ({
  title: 'Mijn klachten',
  verb: 'my-complaints',
  data: { leaves },
});

const currentCard = (dossier: Dossier, { by, pressed }: Press, office: Office): Promise<Card> =>
  standOf(dossier, by, office, {
    text: saying(outOfDate, meanwhile(dossier, pressed.version, office.clock), 'Dit is de stand van nu.'),
    tone: 'warning',
  });

/** Words that the dossier changed, what happened on lines of its own, and what to do. */
const saying = (changed: string, happened: string, todo: string): string =>
  happened ? [changed, happened, todo].join('\n') : `${changed} ${todo}`;

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
  const setting = await settingOf(dossier, press, office.register.context(), office);
  const mailed = stepForms[step].sends && waitingLetters(complaint).length > 0;
  const said = () => (mailed ? underway : stepForms[step].done(dossier, setting));
  const text = isRepeat ? alreadyRecorded : said();
  const result = noticeCard({ title: `${stepForms[step].title}: klacht ${dossier.id}`, text, tone: 'good' });
  const sees = maySeeDossier(press.by, complaint, setting);
  if (!sees && isLeftToRespondent(complaint))
    return { card: receiptCard(dossier, office, { text, tone: 'good' }), result };
  return { card: sees ? await caseOf(dossier, press.by, office, { text, tone: 'good' }) : result, result };
}

/** Shows the form again when the dossier changed while it was open: the text is kept, to be sent again or copied. */
export function overtaken(step: FormStep, dossier: Dossier, press: Press, office: Office): Promise<Shown> {
  const why = meanwhile(dossier, press.pressed.version, office.clock);
  return kept(step, dossier, press, office, press.pressed.form, {
    form: saying(outOfDate, why, 'Wat je typte staat er nog. Kijk het na en verstuur het opnieuw.'),
    case: saying(outOfDate, why, 'Dit is de stand van nu.'),
    instead: `${changed} Er is niets vastgelegd. Zodra de tekst korter is, krijg je hier de stand van nu.`,
  });
}

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
  const card = await standOf(dossier, press.by, office, {
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
  const text = refusalText(refusal, stepForms[step].title);
  if (!isOpen(step, dossier, press, office)) {
    return standOf(dossier, by, office, { text, tone: 'warning', typed: keptText(press) });
  }
  const field = stepForms[step].about[refusal.code];
  const typed: FormState = field
    ? { values, errors: { [field]: text } }
    : { values, notice: { text, tone: 'attention' } };
  return formOf(step, dossier, pressed.form, typed, press, office);
}
