import type { Kept } from '../../letters/letter-anew.ts';
import type { Organisation } from '../../letters/organisation.ts';
import type { Recorded } from '../../letters/origin.ts';
import { withFacts } from '../../procedure/after-correction.ts';
import type { Objection } from '../../procedure/model/answer.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Asked, Context, Reach, Step, StepCommand } from '../../procedure/model/commands.ts';
import type { Complaint, Person, Stage } from '../../procedure/model/complaint.ts';
import type { Learned } from '../../procedure/model/learning.ts';
import { Refusal, type RefusalCode } from '../../procedure/model/refusal.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { Names, Picked } from '../adapter/colleagues.ts';
import { type Answers, answersTo, type Fields, type TextIds, type Typed, typedIn } from '../form/fields.ts';
import { FormReader, type Parsed } from '../form/form-reader.ts';

/** What a form depends on besides what is typed in it. `by` is who fills it in. */
export type Setting = Context & {
  complaint: Complaint;
  /** The journal of the complaint, from which its letters can be made anew. */
  course: readonly Recorded[];
  by: Person;
  names: Names;
  /** The colleagues who were picked in the form to see to a measure. */
  owners?: readonly Picked[];
  /** Finds another complaint; refuses one that who fills it in may not see as one that does not exist. */
  seen(number: CaseNumber): Promise<Complaint>;
  /** The complaint into which this one is to be merged, as far as its number is typed. */
  other?: Complaint | undefined;
  /** In words, the complaints with which this one may be merged. */
  alike?: readonly string[];
  organisation: Organisation;
  /** The locale of the client, such as 'nl-NL': it decides what '3/6/2026' means. */
  locale?: string;
};

/** Makes the fields of a step of Art. 8, which rest on the objection; before there is one, the step is not possible. */
export const fromObjection =
  <F extends Fields>(fields: (setting: Setting & { objection: Objection }) => F) =>
  (setting: Setting): F => {
    const { objection } = setting.complaint;
    if (!objection) throw new Refusal('not-now', 8);
    return fields({ ...setting, objection });
  };

/** The definition of a step's form, one file each. */
type Script<S extends Step, F extends Fields> = {
  /** The title of its button, of the form, and of the button under it. */
  title: string;
  /** The labels of the text fields, by id, under which what was typed stays readable where the form cannot be shown again. */
  labels: { [Id in TextIds<NoInfer<F>>]: string };
  /** The stages in which its button is the primary one, because the articles demand it next. */
  primaryIn?: readonly Stage[];
  /** The text above the fields: what the step is for, and what follows from it. */
  intro: string | ((setting: Setting) => string);
  fields(setting: Setting): F;
  command(answers: Answers<F>, setting: Setting): Asked[S] | Promise<Asked[S]>;
  /** The text that is read when it is done. */
  done: string | ((dossier: Dossier, setting: Setting) => string);
  /** Drafts the letter from what was filled in so far; undefined while none is needed. */
  draft?: (typed: Typed<F>, setting: Setting) => string | undefined;
  /** Finds the letter of the dossier that goes out again; absent where the form sends a new one. */
  kept?: (typed: Typed<F>, setting: Setting) => Kept | undefined;
  /** Makes the other texts that go with the letter, each for a field in which nothing was typed. */
  texts?: (typed: Typed<F>, setting: Setting) => Record<string, string>;
  /** The name of the file of its letter while that is a draft. */
  draftName?: string;
  /** The field that a refusal is about; any other refusal is said above the form. */
  about?: Partial<Record<RefusalCode, keyof F & string>>;
  /** Whether it sends a letter that is not made in this form. */
  sends?: boolean;
};

/** The form of a step, as it is asked and read. */
export type StepForm<S extends Step = Step> = {
  title: string;
  primaryIn: readonly Stage[];
  /** Whether it has fields: a client sends at least one field of every form that does. */
  asks: boolean;
  intro(setting: Setting): string;
  fields(setting: Setting): Fields;
  /** Reads the command, or the errors by field. */
  read(input: unknown, setting: Setting): Promise<Parsed<StepCommand<S>>>;
  done(dossier: Dossier, setting: Setting): string;
  /** Whether it sends a letter to the complainant. */
  sends: boolean;
  /** Drafts the letter; absent where none is made from what is typed. */
  draft?(input: unknown, setting: Setting): string | undefined;
  /** Finds the letter of the dossier that goes out again. */
  kept?(input: unknown, setting: Setting): Kept | undefined;
  texts(input: unknown, setting: Setting): Record<string, string>;
  draftName: string;
  /** The labels of the text fields, by id. */
  labels: Readonly<Record<string, string>>;
  about: Partial<Record<RefusalCode, string>>;
};

/** Returns the fields of a form that asks nothing. */
export const noFields = (): Fields => ({});

/** Finds where the complainant is reached, as a form that sends a letter says; undefined where it says nothing of it. */
function reachIn(typed: Reach): Reach | undefined {
  const { email, address } = typed;
  return email || address ? { ...(email && { email }), ...(address && { address }) } : undefined;
}

/** Finds what a form says of what is learned; undefined where it says nothing. A lesson that was emptied is taken away. */
function learnedIn({ subject, lesson }: Learned, recorded: Learned): Learned | undefined {
  const kept = lesson ?? (recorded.lesson && '');
  if (subject === undefined && kept === undefined) return undefined;
  return { ...(subject !== undefined && { subject }), ...(kept !== undefined && { lesson: kept }) };
}

/** Adds where the complainant is reached, as was typed, to what a letter is made from. */
const reachedBy = (typed: Reach, { complaint, ...setting }: Setting): Setting => ({
  ...setting,
  complaint: withFacts(
    complaint,
    { complainant: { ...complaint.complainant, ...reachIn(typed) } },
    setting.today,
  ),
});

/** Makes the form of a step: a button of the handler's card. */
export function stepForm<S extends Step, F extends Fields>(step: S, script: Script<S, F>): StepForm<S> {
  const { title, primaryIn = [], intro, fields, command, done, draft, kept, draftName = 'brief' } = script;
  const typed = (input: unknown, setting: Setting) =>
    typedIn(fields(setting), new FormReader(input, setting.locale));
  const withTyped =
    <T>(made: (typed: Typed<F>, setting: Setting) => T) =>
    (input: unknown, setting: Setting): T => {
      const answers = typed(input, setting);
      return made(answers, reachedBy(answers, setting));
    };
  const asked: (setting: Setting) => Fields = fields;
  return {
    title,
    primaryIn,
    asks: asked !== noFields,
    intro: (setting) => (typeof intro === 'string' ? intro : intro(setting)),
    fields,
    async read(input, setting) {
      const form = new FormReader(input, setting.locale);
      const parsed = answersTo(fields(setting), form);
      if ('errors' in parsed) return parsed;
      const { by, complaint } = setting;
      const reach = draft && reachIn(parsed.value);
      const learned = draft && learnedIn(parsed.value, complaint);
      const asked = await command(parsed.value, reach ? reachedBy(parsed.value, setting) : setting);
      const besides = { ...(reach && { reach }), ...(learned && { learned }) };
      return { value: { type: step, by, number: complaint.number, ...besides, ...asked } };
    },
    done: (dossier, setting) => (typeof done === 'string' ? done : done(dossier, setting)),
    draft: draft && withTyped(draft),
    kept: kept && withTyped(kept),
    texts: (input, setting) => ({ ...script.texts?.(typed(input, setting), setting) }),
    draftName,
    labels: script.labels,
    sends: script.sends ?? draft !== undefined,
    about: {
      ...('lesson' in script.labels && { 'name-in-lesson': 'lesson' }),
      ...(draft && { 'gap-in-letter': 'letter', 'address-missing': 'address', 'email-missing': 'email' }),
      ...script.about,
    },
  };
}
