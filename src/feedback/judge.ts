import type { Feedback } from '../register/website-form.ts';
import { type FieldName, type Language, wordsOf } from './page.ts';
import type { Intake } from './ports.ts';
import { freshStamp, readStamp, type Stamp } from './stamp.ts';

/** The fields that somebody fills in. */
export const typed = [
  ...(['inhoud', 'overWie', 'vestiging', 'naam', 'namens', 'email', 'telefoon', 'postadres'] as const),
];

/** Every field that a form of ours has besides its documents: `website` is one that nobody sees, and only a program fills in. */
export const knownFields: ReadonlySet<string> = new Set([...typed, 'zonder', 'stempel', 'website']);

/** A person needs longer to fill in the form, in milliseconds; and a form may stay open for so long. */
const fastestMs = 3_000;
const oldestMs = 48 * 60 * 60_000;

/** What was made of a form: `feedback` where it can be registered, else what is wrong with its fields, and what is said above them. */
export type Judged = {
  stamp: Stamp;
  feedback?: Feedback;
  errors: { field: FieldName; message: string }[];
  said: string[];
};

type Parts = { secret: string; intake: Pick<Intake, 'read'>; now(): number };

/** Judges what was typed, after what is said of it already: who may be no person is asked to look again, and nothing is lost. */
export function judging({ secret, intake, now }: Parts) {
  return (fields: ReadonlyMap<string, string>, language: Language, before: readonly string[]): Judged => {
    const words = wordsOf(language);
    const own = readStamp(secret, fields.get('stempel') ?? '');
    const stamp = own && now() - own.openedAt < oldestMs ? own : freshStamp(now());
    const said = [...before];
    if (stamp !== own) said.push(words.sendAgain.old);
    else if (now() - stamp.openedAt < fastestMs) said.push(words.sendAgain.fast);
    else if (fields.get('website')) said.push(words.sendAgain.trap);
    const read = intake.read(Object.fromEntries(typed.map((name) => [name, fields.get(name)])));
    const errors = typed.flatMap((field) => {
      const message = 'errors' in read ? read.errors[field] : undefined;
      return message ? { field, message } : [];
    });
    const reaches = (['email', 'telefoon', 'postadres', 'zonder'] as const).some((name) =>
      fields.get(name)?.trim(),
    );
    if (!reaches && !errors.some(({ field }) => field === 'email'))
      errors.push({ field: 'email', message: words.reach });
    const isRight = said.length === 0 && errors.length === 0 && 'value' in read;
    return { stamp, errors, said, ...(isRight && { feedback: read.value }) };
  };
}
