import type { Asked, Context, Step, StepCommand } from '../../procedure/model/commands.ts';
import type { Complaint, Person, Stage } from '../../procedure/model/complaint.ts';
import type { RefusalCode } from '../../procedure/model/refusal.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { Names } from '../adapter/colleagues.ts';
import { type Answers, answersTo, type Fields, type TextIds, type Typed, typedIn } from '../form/fields.ts';
import { FormReader, type Parsed } from '../form/form-reader.ts';

/** What a dialog is made from besides what is typed in it. `by` is who fills it in. */
export type Setting = Context & {
  complaint: Complaint;
  by: Person;
  names: Names;
  /** Of the client of who fills it in, such as 'nl-NL': it decides what '3/6/2026' means. */
  locale?: string;
};

/** The dialog of a step as it is written down, a file each. */
type Script<S extends Step, F extends Fields> = {
  /** Stands on its button, and above and under the form. */
  title: string;
  /** Of the fields for text, by their ids: what was typed stays readable under them where its form cannot come back. */
  labels: { [Id in TextIds<NoInfer<F>>]: string };
  /** The stages in which its button stands out, as what the articles ask for next. */
  primaryIn?: readonly Stage[];
  /** Said above the questions: what the step is for, and what follows from it. */
  intro: string | ((setting: Setting) => string);
  fields(setting: Setting): F;
  command(answers: Answers<F>, setting: Setting): Asked[S] | Promise<Asked[S]>;
  /** What is read when it is done. */
  done: string | ((dossier: Dossier, setting: Setting) => string);
  /** The letter as it follows from what was filled in so far; undefined while none is needed. */
  draft?: (typed: Typed<F>, setting: Setting) => string | undefined;
  /** What the file of its letter is called while that is a draft. */
  draftName?: string;
  /** Which field a refusal is about; any other is said above the form. */
  about?: Partial<Record<RefusalCode, keyof F & string>>;
  /** Whether a letter goes out with it without one being made here. */
  sends?: boolean;
};

/** The form of a step as it is asked and read. */
export type StepForm<S extends Step = Step> = {
  title: string;
  primaryIn: readonly Stage[];
  /** Whether it asks anything: a client sends at least one field of every form that does. */
  asks: boolean;
  intro(setting: Setting): string;
  fields(setting: Setting): Fields;
  /** The command, or what is wrong field by field. */
  read(input: unknown, setting: Setting): Promise<Parsed<StepCommand<S>>>;
  done(dossier: Dossier, setting: Setting): string;
  /** Whether a letter to the complainant goes out with it. */
  sends: boolean;
  /** Absent where no letter has to be made from what is typed. */
  draft?(input: unknown, setting: Setting): string | undefined;
  draftName: string;
  /** Of the fields for text, by their ids. */
  labels: Readonly<Record<string, string>>;
  about: Partial<Record<RefusalCode, string>>;
};

/** The fields of a form that asks nothing. */
export const noFields = (): Fields => ({});

/** The form of a step: a button of the handler's card. */
export function stepForm<S extends Step, F extends Fields>(step: S, script: Script<S, F>): StepForm<S> {
  const { title, primaryIn = [], intro, fields, command, done, draft, draftName = 'brief' } = script;
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
      const asked = await command(parsed.value, setting);
      return { value: { type: step, by, number: complaint.number, ...asked } };
    },
    done: (dossier, setting) => (typeof done === 'string' ? done : done(dossier, setting)),
    draft:
      draft &&
      ((input, setting) => draft(typedIn(fields(setting), new FormReader(input, setting.locale)), setting)),
    draftName,
    labels: script.labels,
    sends: script.sends ?? draft !== undefined,
    about: script.about ?? {},
  };
}
