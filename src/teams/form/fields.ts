import type { PersonId } from '../../procedure/model/person-id.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Days, FormReader, Parsed } from './form-reader.ts';
import { limits } from './text.ts';

/** One choice: the title that is read, and the value that is sent. */
export type Choice<T extends string = string> = { title: string; value: T };

/** Makes the choices for a list of values, in its order. */
export const choicesOf = <T extends string>(values: readonly T[], words: Record<T, string>): Choice<T>[] =>
  values.map((value) => ({ title: words[value], value }));

/** Fields that are answered by choosing. */

type Choices<T extends string> = readonly Choice<T>[];

/** The most choices that are shown open; more fold into a list. */
const mostOpen = 4;

/** Makes a field for one of the choices; `missing` is the error when none was made. */
export const choice = <T extends string>(
  label: string,
  missing: string,
  choices: Choices<T>,
  asked: Asked = {},
): Field<T> => ({
  ...chosen(label, { isRequired: true, errorMessage: missing, choices }, asked),
  read: (form, id) => form.choice(id, valuesOf(choices), missing),
});

/** The value of "none of the choices". */
const none = 'none';

/**
 * Makes a field for one of the choices or none, which is a choice too, so that one can return to it; `without` is its title. `missing`
 * is the error when nothing was chosen, where even none must be chosen.
 */
export const optionalChoice = <T extends string>(
  label: string,
  choices: Choices<T>,
  without: string,
  { missing, ...asked }: Asked & { missing?: string } = {},
): Field<T | undefined> => ({
  ...chosen(label, { choices: [{ title: without, value: none }, ...choices] }, { proposed: none, ...asked }),
  read(form, id) {
    const all = [none, ...valuesOf(choices)] as const;
    const value = missing ? form.choice(id, all, missing) : form.optionalChoice<T | typeof none>(id, all);
    return value === none ? undefined : value;
  },
});

/** Makes a field for yes or no; `title` says what yes means. */
export const toggle = (label: string, title: string, asked: Asked = {}): Field<boolean> => ({
  label,
  input: { type: 'Input.Toggle', title, valueOn: 'true', valueOff: 'false' },
  proposed: asked.proposed ?? 'false',
  hint: asked.hint,
  read: (form, id) => form.toggle(id),
});

/** Makes a field for a colleague from the people picker: an Entra object id. `choices` are shown in the list itself. */
export const colleague = (
  label: string,
  missing: string,
  choices: readonly Choice[],
  asked: Asked = {},
): Field<PersonId> => ({
  ...chosen(
    label,
    {
      isRequired: true,
      errorMessage: missing,
      choices,
      style: 'compact',
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    },
    asked,
  ),
  read: (form, id) => form.person(id, missing),
});

const valuesOf = <T extends string>(choices: Choices<T>): T[] => choices.map(({ value }) => value);

const chosen = (
  label: string,
  { choices, ...rest }: Input & { choices: readonly Choice[] },
  { proposed = '', hint, placeholder }: Asked,
): Omit<Field, 'read'> => ({
  label,
  input: {
    type: 'Input.ChoiceSet',
    style: choices.length <= mostOpen ? 'expanded' : 'compact',
    wrap: true,
    ...rest,
    choices,
    ...(placeholder && { placeholder }),
  },
  proposed,
  hint,
});

/** An input of a card, as the renderer takes it. */
export type Input = Record<string, unknown>;

/**
 * A field of a form: how it is asked and how its answer is read, in one place so that they agree. `T` is a right answer;
 * one that is required (`isRequired` of the input) and is missing or wrong reads as undefined.
 */
export type Field<T = unknown> = {
  label: string;
  /** The input without its id, its label and its value. */
  input: Input;
  /** The value before anything is typed. */
  proposed: string;
  /** The help text under the input. */
  hint?: string;
  /** The row that it belongs to, of rows of which those after the first are folded; `more` is the button that unfolds the next. */
  row?: { at: number; more: string };
  read(form: FormReader, id: string): T | undefined;
};

/** A field that somebody writes in. */
export type TextField<T = unknown> = Field<T> & { isText: true };

/** The fields of a form by their ids, in their order; one that is not asked now is absent. */
export type Fields = Record<string, Field | undefined>;

/** The answers to the fields of a form when every one is right. */
export type Answers<F> = { [Id in keyof F]: NonNullable<F[Id]> extends Field<infer T> ? T : never };

/** The ids of the fields that somebody writes in. */
export type TextIds<F> = {
  [Id in keyof F]-?: NonNullable<F[Id]> extends TextField ? Id : never;
}[keyof F];

/** The answers so far: any may be missing. */
export type Typed<F> = Partial<Answers<F>>;

/** Reads the answers so far; the reader collects what is wrong with them. */
export const typedIn = <F extends Fields>(fields: F, form: FormReader): Typed<F> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]) => (field ? [[id, field.read(form, id)]] : [])),
  ) as Typed<F>;

/** Reads the answers, or what is wrong with them. */
export function answersTo<F extends Fields>(fields: F, form: FormReader): Parsed<Answers<F>> {
  const typed = typedIn(fields, form);
  const isAnswered = (id: string): boolean => !fields[id]?.input.isRequired || typed[id] !== undefined;
  const areAnswers = (all: Typed<F>): all is Answers<F> => Object.keys(all).every(isAnswered);
  return form.checked(typed, areAnswers);
}

/** Fields that are answered by typing. */

/** What every field may have besides its label. */
export type Asked = { proposed?: string; hint?: string; placeholder?: string };

type Text = Asked & { most?: number; multiline?: boolean };

/** Makes a field for a required text; `missing` is the error when it is empty. */
export const text = (label: string, missing: string, asked: Text = {}): TextField<string> => ({
  ...typed(label, asked, { isRequired: true, errorMessage: missing }),
  read: (form, id) =>
    asked.multiline ? form.text(id, missing, mostOf(asked)) : form.line(id, missing, mostOf(asked)),
});

/** Makes a field for a text that may be left out. */
export const optionalText = (label: string, asked: Text = {}): TextField<string | undefined> => ({
  ...typed(label, asked, { errorMessage: `Gebruik hoogstens ${mostOf(asked)} tekens.` }),
  read: (form, id) =>
    asked.multiline ? form.optionalText(id, mostOf(asked)) : form.optionalLine(id, mostOf(asked)),
});

/** Makes a field for a postal address that may be left out. */
export const address = (label: string, asked: Asked = {}): TextField<string | undefined> => ({
  ...optionalText(label, { ...asked, multiline: true, most: limits.line }),
  read: (form, id) => form.address(id),
});

/** Makes a field for an e-mail address that may be left out. */
export const email = (label: string, asked: Asked = {}): TextField<string | undefined> => {
  const { input, ...field } = typed(label, asked, {
    errorMessage: `Gebruik hoogstens ${limits.line} tekens.`,
  });
  return { ...field, input: { ...input, style: 'Email' }, read: (form, id) => form.email(id) };
};

/**
 * Makes a field for one of those days; `missing` says which days can be chosen. The input has no last day: a form that is open
 * for days would not let one choose today.
 */
export const day = (label: string, missing: string, days: Days, asked: Asked = {}): Field<LocalDate> => ({
  label,
  input: {
    type: 'Input.Date',
    isRequired: true,
    errorMessage: missing,
    min: days.from,
  },
  proposed: asked.proposed ?? '',
  hint: asked.hint,
  read: (form, id) => form.day(id, days, missing),
});

/** Makes a field for one of those days that may be left out. */
export const optionalDay = (label: string, days: Days, asked: Asked = {}): Field<LocalDate | undefined> => ({
  label,
  input: { type: 'Input.Date', min: days.from },
  proposed: asked.proposed ?? '',
  hint: asked.hint,
  read: (form, id) => form.optionalDay(id, days),
});

/** Makes a field for a time of day, 'HH:mm'. */
export const time = (label: string, missing: string, asked: Asked = {}): Field<string> => ({
  label,
  input: { type: 'Input.Time', isRequired: true, errorMessage: missing },
  proposed: asked.proposed ?? '',
  hint: asked.hint,
  read: (form, id) => form.time(id, missing),
});

/** Makes a field for a time of day that may be left out. */
export const optionalTime = (label: string, asked: Asked = {}): Field<string | undefined> => ({
  label,
  input: { type: 'Input.Time' },
  proposed: asked.proposed ?? '',
  hint: asked.hint,
  read: (form, id) => form.optionalTime(id),
});

const mostOf = ({ multiline, most = multiline ? limits.text : limits.line }: Text): number => most;

const typed = (label: string, asked: Text, rule: Record<string, unknown>): Omit<TextField, 'read'> => ({
  isText: true,
  label,
  input: {
    type: 'Input.Text',
    ...rule,
    maxLength: mostOf(asked),
    ...(asked.multiline && { isMultiline: true }),
    ...(asked.placeholder && { placeholder: asked.placeholder }),
  },
  proposed: asked.proposed ?? '',
  hint: asked.hint,
});
