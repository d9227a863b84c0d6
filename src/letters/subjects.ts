import { readFileSync } from 'node:fs';
import { mostInSubject } from '../procedure/model/learning.ts';
import { oneLine, readable } from './readable.ts';

/**
 * Reads the subjects of the list letters/<name>: one a line, a line that begins with # is a remark. Throws if it cannot be read, has
 * none, or has one twice or too long, so that the bot does not start instead of asking for what nobody meant.
 */
export function subjectsIn(name: string): readonly string[] {
  const file = `letters/${name}`;
  try {
    return subjectsOf(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Reads the text of a list, whatever editor it was saved with. */
export function subjectsOf(text: string): readonly string[] {
  if (text.includes('\uFFFD')) throw new Error('is no plain text in UTF-8');
  const lines = readable(text).split('\n').map(oneLine);
  const subjects = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (subjects.length === 0) throw new Error('has no subject: write at least one, on a line of its own');
  const long = subjects.find((one) => one.length > mostInSubject);
  if (long) throw new Error(`has a subject of more than ${mostInSubject} characters: ${long}`);
  const twice = subjects.find((one, at) =>
    subjects.slice(0, at).some((other) => other.toLowerCase() === one.toLowerCase()),
  );
  if (twice) throw new Error(`has a subject twice: ${twice}`);
  return subjects;
}

/** What a complaint can be about, in the order of the list. */
export const subjects = subjectsIn('onderwerpen.txt');
