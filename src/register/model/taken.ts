import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { type Instant, later } from '../../time/local-date.ts';
import { textHash } from './chain.ts';
import { aNumber, type Check, fields, moment, optional, text } from './checks.ts';
import { type Again, type SentForm, typedHash } from './sent-form.ts';

/**
 * The number that a form got, so that a form sent twice gives one complaint. `form` is a hash, which tells nobody who sent it;
 * so is `typed`, of its content, which versions before 0.6 did not keep. `alike`: of what came by the website, a hash of
 * everything that was filled in, and when, because the same within a day is one complaint.
 */
export type Taken = { form: string; number: CaseNumber; typed?: string; alike?: Alike };

type Alike = { text: string; at: Instant };

export const isTaken: Check<Taken> = fields<Taken>({
  form: text,
  number: aNumber,
  typed: optional(text),
  alike: optional(fields<Alike>({ text, at: moment })),
});

/** How a form relates to one before it: the same, the same with another content, or another that was filled in the same. */
export type Known = Again | 'same-text';

const keyOf = ({ by, form }: SentForm): string => textHash(`${by.id}/${form}`);

const dayMs = 24 * 60 * 60_000;

/** Finds the number that this form got before, or within a day another that was filled in the same; not one of `passed`. */
export function takenBefore(
  taken: readonly Taken[],
  sent: SentForm,
  now: Instant,
  passed: ReadonlySet<CaseNumber>,
): { number: CaseNumber; again: Known } | undefined {
  const mayBe = taken.filter(({ number }) => !passed.has(number));
  const key = keyOf(sent);
  const typed = typedHash(sent);
  const before = mayBe.find(({ form }) => form === key);
  if (before)
    return { number: before.number, again: (before.typed ?? typed) === typed ? 'repeat' : 'other-text' };
  const alike = mayBe.find(
    (one) => sent.alike !== undefined && one.alike?.text === sent.alike && later(one.alike.at, dayMs) > now,
  );
  return alike && { number: alike.number, again: 'same-text' };
}

/** The most forms of people that are remembered: months at the least, while a form is sent twice within minutes. */
const ofPeople = 50;

/** The most that came by the website, and for how long, in milliseconds: a sender may repeat one for days. */
const ofWebsite = 1000;
const websiteMs = 7 * dayMs;

/** Adds that this form got that number. */
export function withTaken(
  taken: readonly Taken[],
  sent: SentForm,
  number: CaseNumber,
  now: Instant,
): Taken[] {
  const form = keyOf(sent);
  const alike = sent.alike && { text: sent.alike, at: now };
  const all = [
    ...taken.filter((one) => one.form !== form),
    { form, number, typed: typedHash(sent), ...(alike && { alike }) },
  ];
  return [
    ...all.filter((one) => !one.alike).slice(-ofPeople),
    ...all.filter((one) => one.alike && later(one.alike.at, websiteMs) > now).slice(-ofWebsite),
  ];
}
