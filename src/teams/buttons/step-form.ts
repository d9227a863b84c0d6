import { maySeeDossier } from '../../procedure/access.ts';
import { whyNotInto } from '../../procedure/articles/art04-merge.ts';
import { handlesToday } from '../../procedure/articles/art05-handler.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import { alikeWords } from '../cards/alike.ts';
import type { Notice } from '../cards/notice.ts';
import { stepFormCard } from '../cards/step-form.ts';
import { type Card, follows } from '../cards/template.ts';
import type { Fields } from '../form/fields.ts';
import { type FieldErrors, FormReader } from '../form/form-reader.ts';
import { withNames } from '../office/names.ts';
import type { Office } from '../office/office.ts';
import { alikeTo } from '../office/pages.ts';
import { type FormStep, stepForms } from '../steps/all-steps.ts';
import { ownersIn } from '../steps/measures-section.ts';
import { otherIn } from '../steps/merge.ts';
import type { Setting } from '../steps/step.ts';
import type { Press } from './button-press.ts';
import { draftId } from './letter-in-form.ts';

/** What was typed in a form, its errors, and a notice above it; without values the form is new. */
export type FormState = {
  values?: Record<string, string>;
  errors?: FieldErrors;
  notice?: Notice;
  /** The id of the draft of the letter in it, where that is another than before. */
  made?: string;
  /** The id of the message for the respondents in it, where the bot wrote that. */
  told?: string | undefined;
};

/** Collects what the form of a step depends on, besides what is typed in it. */
export const settingOf = async (
  { complaint, journal }: Dossier,
  { by, names, locale, pressed }: Press,
  context: Context,
  { organisation, register }: Office,
): Promise<Setting> => {
  const seen: Setting['seen'] = async (number) => (await register.view(number, by)).complaint;
  const course = journal.map((entry) => ({ event: eventOf(entry), by: entry.erasable?.by }));
  const owners = await names(ownersIn(pressed.input));
  const other = complaint.closed ? undefined : await otherIn(pressed.input, context.today, seen);
  return { ...context, organisation, complaint, course, by, names, owners, locale, seen, other };
};

/** Draws the form of a step with what was typed in it, and a notice above it. */
export async function formOf(
  step: FormStep,
  dossier: Dossier,
  formId: string,
  { values, errors = {}, notice, made, told }: FormState,
  press: Press,
  office: Office,
): Promise<Card> {
  const form = stepForms[step];
  const context = office.register.context();
  const setting: Setting = {
    ...(await settingOf(await withNames(dossier, office), press, context, office)),
    ...(step === 'merge' && { alike: await mergeable(dossier, press, office) }),
  };
  const fields = form.fields(setting);
  const isBlind = !maySeeDossier(press.by, dossier.complaint, context);
  const card = stepFormCard({
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
    isBlind,
    made: values ? (made ?? press.pressed.made) : draftId(fields.letter?.proposed),
    told: values && (told ?? press.pressed.told),
  });
  return follows(card, { shows: 'form', number: dossier.id, version: versionOf(dossier), form: step });
}

/** Words with which complaints this one can be merged, of those that are like it: also where its respondents are still to be added there. */
async function mergeable(dossier: Dossier, { by }: Press, office: Office): Promise<string[]> {
  const context = office.register.context();
  const { alike } = await alikeTo(dossier, by, office);
  const isPossible = (into: Complaint): boolean =>
    [undefined, 'respondents-differ'].includes(whyNotInto(into, dossier.complaint, { by }, context)?.code);
  return alike.filter(({ complaint }) => isPossible(complaint)).map((one) => alikeWords(one, context.today));
}

/** Says that a complaint cannot belong with another, where who handles it handles no other open one; undefined where they do. */
export async function whyNotMerged(
  { id }: Dossier,
  by: Person,
  { register }: Office,
): Promise<Notice | undefined> {
  const context = register.context();
  const others = (await register.casesOf(by)).filter((one) => one.id !== id);
  if (others.some(({ complaint }) => handlesToday(by, complaint, context))) return undefined;
  return {
    text: 'Deze klacht kan nu niet bij een andere horen: je behandelt geen andere open klacht. Er is niets veranderd.',
    tone: 'accent',
  };
}

/** Lists people who were picked from all of Teams, whom the form does not list by itself. */
function pickedIn(fields: Fields, values: Record<string, string> = {}): PersonId[] {
  const pickers = Object.keys(fields).filter((id) => fields[id]?.input['choices.data']);
  const reader = new FormReader(values);
  return pickers.flatMap((id) => reader.person(id, '') || []);
}
