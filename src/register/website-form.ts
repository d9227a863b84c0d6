import { oneLine, readable } from '../letters/readable.ts';
import { object } from './model/checks.ts';
import { isEmailAddress, isPrintableAscii, typedLimits } from './model/typed-text.ts';

/**
 * What a complainant fills in on the website (Art. 4). `namens`: for whom they complain (Art. 1); `overWie`: whom it is about, as they
 * know them.
 */
export type Feedback = {
  naam: string;
  namens?: string;
  email?: string;
  telefoon?: string;
  postadres?: string;
  vestiging?: string;
  overWie?: string;
  inhoud: string;
};

/** What is wrong with a form: a Dutch sentence by the name of the field. */
export type FeedbackErrors = { [Field in keyof Feedback]?: string };

/** A form that is not registered, because of what was filled in. */
export class FeedbackRefused extends Error {
  readonly errors: FeedbackErrors;

  constructor(errors: FeedbackErrors) {
    super(`feedback is refused for ${Object.keys(errors).join(', ')}`);
    this.name = 'FeedbackRefused';
    this.errors = errors;
  }
}

type Field = keyof Feedback;

/** The fields of the form, in its order. */
export const feedbackFields = [
  'naam',
  'namens',
  'email',
  'telefoon',
  'postadres',
  'vestiging',
  'overWie',
  'inhoud',
] as const satisfies readonly Field[];

/** What is wrong with a text, said to who wrote it; undefined where nothing is. */
type Fault = string | undefined;

const tooLong = (text: string, most: number): Fault => {
  const length = [...text].length;
  return length > most ? `Maak dit korter: hoogstens ${most} tekens. Nu zijn het er ${length}.` : undefined;
};

const tooManyLines = (text: string, most: number): Fault =>
  text.split('\n').length > most ? `Gebruik minder regels: hoogstens ${most}.` : undefined;

const noAddress = (text: string): Fault =>
  isPrintableAscii(text) && isEmailAddress(text)
    ? undefined
    : 'Dit is geen e-mailadres dat wij kunnen gebruiken. Schrijf het zo: naam@voorbeeld.nl.';

const missing: FeedbackErrors = {
  naam: 'Vul uw naam in.',
  inhoud: 'Schrijf op waar uw klacht over gaat.',
};

/** Takes from a text of several lines those that are empty; a line that ends otherwise ends so too. */
const withoutEmptyLines = (text: string): string => text.split('\n').map(oneLine).filter(Boolean).join('\n');

/** Reads one field: its text, as it is kept, or what is wrong with it. */
function read(field: Field, value: unknown): { text: string; wrong: Fault } {
  if (value !== undefined && value !== null && typeof value !== 'string')
    return { text: '', wrong: 'Schrijf hier een tekst.' };
  const typed = (value ?? '').trim();
  const most = field === 'inhoud' ? typedLimits.text : typedLimits.line;
  // Before any pattern is matched against it.
  const longer = tooLong(typed, most);
  if (longer) return { text: '', wrong: longer };
  if (field === 'inhoud') {
    const text = readable(typed).trim();
    return { text, wrong: tooManyLines(text, typedLimits.lines) };
  }
  if (field === 'postadres') {
    const text = withoutEmptyLines(readable(typed));
    return { text, wrong: tooManyLines(text, typedLimits.addressLines) };
  }
  const text = oneLine(typed);
  return { text, wrong: field === 'email' && text ? noAddress(text) : undefined };
}

/** Reads a form as it is kept: without what cannot be seen, and without the fields that are empty; or what is wrong with it. */
export function readFeedback(input: unknown): { value: Feedback } | { errors: FeedbackErrors } {
  const given = object(input) ? input : {};
  const errors: FeedbackErrors = {};
  const texts: FeedbackErrors = {};
  for (const field of feedbackFields) {
    const { text, wrong = text ? undefined : missing[field] } = read(field, given[field]);
    if (wrong) errors[field] = wrong;
    else if (text) texts[field] = text;
  }
  const { naam, inhoud, ...others } = texts;
  if (Object.keys(errors).length > 0 || !naam || !inhoud) return { errors };
  return { value: { naam, ...others, inhoud } };
}
