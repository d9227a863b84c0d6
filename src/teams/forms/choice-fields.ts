import type { Choice } from '../cards/choice.ts';
import type { Field, Input } from './field.ts';
import type { Asked } from './text-fields.ts';

/** Questions that are answered by choosing. */

type Choices<T extends string> = readonly Choice<T>[];

/** Up to so many choices stand open; more fold into a list. */
const mostOpen = 4;

/** One of the choices; `missing` says so when none was made. */
export const choice = <T extends string>(
  label: string,
  missing: string,
  choices: Choices<T>,
  asked: Asked = {},
): Field<T> => ({
  ...chosen(label, { isRequired: true, errorMessage: missing, choices }, asked),
  read: (form, id) => form.choice(id, valuesOf(choices), missing),
});

/** What stands for none of the choices. */
const none = 'none';

/** One of the choices, or none: `without` says what that means. It is a choice too, so that it can be gone back to. */
export const optionalChoice = <T extends string>(
  label: string,
  choices: Choices<T>,
  without: string,
  asked: Asked = {},
): Field<T | undefined> => ({
  ...chosen(label, { choices: [{ title: without, value: none }, ...choices] }, { proposed: none, ...asked }),
  read(form, id) {
    const value = form.optionalChoice<T | typeof none>(id, [none, ...valuesOf(choices)]);
    return value === none ? undefined : value;
  },
});

/** Yes or no; `title` says what yes means. */
export const toggle = (label: string, title: string, asked: Asked = {}): Field<boolean> => ({
  label,
  input: { type: 'Input.Toggle', title, valueOn: 'true', valueOff: 'false' },
  proposed: asked.proposed ?? 'false',
  hint: asked.hint,
  read: (form, id) => form.toggle(id),
});

/** A colleague from the people picker: an Entra object id. `choices` stand in the list itself. */
export const colleague = (
  label: string,
  missing: string,
  choices: readonly Choice[],
  asked: Asked = {},
): Field<string> => ({
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
