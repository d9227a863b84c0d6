import type { Command, Step } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { sha256 } from './chain.ts';

/** A one-time form as somebody sent it for a command; `typed` is everything that they filled in. */
export type SentForm = {
  by: Person;
  command: Command['type'];
  form: string;
  typed: unknown;
};

/** What a card carries to tell which dossier version it shows, and which form it is; with what was typed in that. */
export type CardStamp = { version?: number; form?: string; typed?: unknown };

/** What a form is that was processed before: the same once more, as Teams repeats it, or with something else in it. */
export type Again = 'repeat' | 'other-text';

/** Names a form to a person and a command, so that it counts as done for those only. */
const keyOf = ({ by, command, form }: SentForm): string => `${by.id}/${command}/${form}`;

/** Tells two texts in one form apart, in sixteen characters. Salted with the id of the form: where that is gone, it tells nobody what was typed. */
export const typedHash = ({ by, form, typed }: SentForm): string => sha256([by.id, form, typed]).slice(0, 16);

/** Writes a form down as a dossier remembers it. */
const entryOf = (sent: SentForm): string => `${keyOf(sent)}/${typedHash(sent)}`;

/**
 * Compares a form with those that a dossier remembers; undefined when it is not among them. An entry without a hash, as older
 * versions wrote it, reads as a repeat. One without a command (`person/form`, before 0.6) counts for a registration alone,
 * since on any other form the version of its card stops a second time.
 */
export function seenAmong(forms: readonly string[], sent: SentForm): Again | undefined {
  const key = keyOf(sent);
  if (forms.includes(entryOf(sent)) || forms.includes(key)) return 'repeat';
  if (sent.command === 'register' && forms.includes(`${sent.by.id}/${sent.form}`)) return 'repeat';
  return forms.some((entry) => entry.startsWith(`${key}/`)) ? 'other-text' : undefined;
}

/** Forms of a dossier remembered; a repeated request comes within seconds. */
const remembered = 20;

/** The forms that a dossier remembers, with one more. */
export const remembering = (forms: readonly string[], sent: SentForm): string[] =>
  [...forms, entryOf(sent)].slice(-remembered);

/** The form that a step came in by; undefined when it came by none. */
export const sentBy = (
  { by, type }: { by: Person; type: Step },
  { form, typed }: CardStamp,
): SentForm | undefined => (form ? { by, command: type, form, typed } : undefined);
