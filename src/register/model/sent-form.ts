import type { Command, Step } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { sha256 } from './chain.ts';

/** A form as somebody sent it for a command; `typed` is everything that they filled in. */
export type SentForm = {
  by: Person;
  command: Command['type'];
  form: string;
  typed: unknown;
  /** A hash of everything that was filled in, for what comes by the website: another form with the same one is the same complaint. */
  alike?: string;
};

/** The stamp of a card: the version of the dossier that it shows, the id of its form, and what was typed in it. */
export type CardStamp = { version?: number; form?: string; typed?: unknown };

/** How a form relates to one that was processed: the same, as Teams repeats a request, or with another content. */
export type Again = 'repeat' | 'other-text';

/** Makes the key of a form for a person and a command, so that it counts as processed for those only. */
const keyOf = ({ by, command, form }: SentForm): string => `${by.id}/${command}/${form}`;

/**
 * Hashes what was typed, to sixteen characters, salted with the id of the form: without that id it tells nobody what was
 * typed.
 */
export const typedHash = ({ by, form, typed }: SentForm): string => sha256([by.id, form, typed]).slice(0, 16);

/** Writes a form as a dossier remembers it. */
const entryOf = (sent: SentForm): string => `${keyOf(sent)}/${typedHash(sent)}`;

/**
 * Finds a form among those that a dossier remembers; undefined when it is not there. An entry without a hash, of an older
 * version, counts as a repeat. One without a command (`person/form`, before 0.6) counts for a registration only, because any
 * other form is also stopped by the version of its card.
 */
export function seenAmong(forms: readonly string[], sent: SentForm): Again | undefined {
  const key = keyOf(sent);
  if (forms.includes(entryOf(sent)) || forms.includes(key)) return 'repeat';
  if (sent.command === 'register' && forms.includes(`${sent.by.id}/${sent.form}`)) return 'repeat';
  return forms.some((entry) => entry.startsWith(`${key}/`)) ? 'other-text' : undefined;
}

const alikeEntry = ({ by, alike }: SentForm): string => `${by.id}/alike/${alike}`;

/** Tells whether a dossier was made of another form that was filled in the same. */
export const isAlike = (forms: readonly string[], sent: SentForm): boolean =>
  sent.alike !== undefined && forms.includes(alikeEntry(sent));

/** The most forms that a dossier remembers; a repeated request comes within seconds. */
const remembered = 20;

/** Adds a form to those that a dossier remembers. */
export const remembering = (forms: readonly string[], sent: SentForm): string[] =>
  [...forms, ...(sent.alike ? [alikeEntry(sent)] : []), entryOf(sent)].slice(-remembered);

/** Returns the form in which a step came; undefined when there was none. */
export const sentBy = (
  { by, type }: { by: Person; type: Step },
  { form, typed }: CardStamp,
): SentForm | undefined => (form ? { by, command: type, form, typed } : undefined);
