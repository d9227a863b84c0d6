import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Field } from './field.ts';
import type { Days } from './form-reader.ts';
import { limits } from './limits.ts';

/** Questions that are answered by typing. */

/** What every question may have besides its label. */
export type Asked = { proposed?: string; hint?: string; placeholder?: string };

type Text = Asked & { most?: number; multiline?: boolean };

/** A text that must be there; `missing` says so when it is not. */
export const text = (label: string, missing: string, asked: Text = {}): Field<string> => ({
  ...typed(label, asked, { isRequired: true, errorMessage: missing }),
  read: (form, id) =>
    asked.multiline ? form.text(id, missing, mostOf(asked)) : form.line(id, missing, mostOf(asked)),
});

/** A text that may be left out. */
export const optionalText = (label: string, asked: Text = {}): Field<string | undefined> => ({
  ...typed(label, asked, { errorMessage: `Gebruik hoogstens ${mostOf(asked)} tekens.` }),
  read: (form, id) =>
    asked.multiline ? form.optionalText(id, mostOf(asked)) : form.optionalLine(id, mostOf(asked)),
});

/** A postal address that may be left out. */
export const address = (label: string, asked: Asked = {}): Field<string | undefined> => ({
  ...optionalText(label, { ...asked, multiline: true, most: limits.line }),
  read: (form, id) => form.address(id),
});

/** An e-mail address that may be left out. */
export const email = (label: string, asked: Asked = {}): Field<string | undefined> => {
  const { input, ...field } = typed(label, asked, {
    errorMessage: `Gebruik hoogstens ${limits.line} tekens.`,
  });
  return { ...field, input: { ...input, style: 'Email' }, read: (form, id) => form.email(id) };
};

/** A day out of those; `missing` says which days can be chosen. */
export const day = (label: string, missing: string, days: Days, asked: Asked = {}): Field<LocalDate> => ({
  label,
  input: {
    type: 'Input.Date',
    isRequired: true,
    errorMessage: missing,
    min: days.from,
    max: days.through,
  },
  proposed: asked.proposed ?? '',
  hint: asked.hint,
  read: (form, id) => form.day(id, days, missing),
});

/** A time of the day, 'HH:mm'. */
export const time = (label: string, missing: string, asked: Asked = {}): Field<string> => ({
  label,
  input: { type: 'Input.Time', isRequired: true, errorMessage: missing },
  proposed: asked.proposed ?? '',
  hint: asked.hint,
  read: (form, id) => form.time(id, missing),
});

const mostOf = ({ multiline, most = multiline ? limits.text : limits.line }: Text): number => most;

const typed = (label: string, asked: Text, rule: Record<string, unknown>): Omit<Field, 'read'> => ({
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
