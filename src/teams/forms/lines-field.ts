import type { Field } from './field.ts';
import { type Asked, optionalText } from './text-fields.ts';

/** A list that is typed one to a line; it may be left out. */
export const lines = (label: string, mostLines: number, asked: Asked = {}): Field<string[]> => ({
  ...optionalText(label, { ...asked, multiline: true }),
  read: (form, id) => form.lines(id, mostLines),
});
