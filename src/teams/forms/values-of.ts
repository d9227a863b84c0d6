import { typed } from '../literal.ts';

/** What was typed, by field, to show it again. Takes anything; what is no text, number or yes/no is left out. */
export function valuesOf(input: unknown): Record<string, string> {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return {};
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => isPlain(value))
      .map(([id, value]) => [id, cleaned(String(value))]),
  );
}

/** Whether a value is of the kinds that a card input gives. */
export const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Without control characters (line ends and tabs stay), half characters, and the marks that `literal` put in. */
const cleaned = (text: string): string =>
  typed(text)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
