import type { View } from '../procedure/access.ts';
import { documentFlaw } from './integrity/verify.ts';
import { firstBroken, sha256, textHash, withoutErasable } from './model/chain.ts';
import type { Dossier } from './model/dossier.ts';
import type { Known } from './model/sight.ts';
import { stamped } from './model/upcast.ts';
import { type Figures, figuresOf } from './year-figures.ts';

/**
 * The list of the register for an auditor ("Registerlijst"): a row for each complaint, under a code instead of its number, because a
 * hole in numbers tells its reader that a complaint is about them.
 */

/** A row: how a complaint was handled, and the head of its journal, as far as the reader knows it. */
export type Row = Pick<Figures, 'receivedIn' | 'registeredIn' | 'stage' | 'deadlines' | 'closed'> & {
  code: string;
  /** The hash of the last journal entry that the reader knows, which covers all before it. */
  head: string;
  /** How many journal entries the reader knows. */
  entries: number;
  /** Whether what they know is as the register wrote it. */
  isSound: boolean;
};

/** The rows by code, which tells nothing, with a head over all of them. */
export type RowList = { rows: Row[]; head: string };

/** The letters and digits of a code: without 0, 1, 8 and 9, which are read as others. */
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Computes the code of a complaint ('ABCD-EFGH') from the hash of its first journal entry, which is salted: nobody computes it from
 * the number. It is the same in every list and for every reader, and stays so after erasure, redaction, export, import and restoring.
 */
export function rowCode({ journal }: Pick<Dossier, 'journal'>): string {
  const bits = Number.parseInt(textHash(`row/${journal[0]?.hash}`).slice(0, 10), 16);
  const code = [...bits.toString(32).padStart(8, '0')].map((digit) => signs[Number.parseInt(digit, 32)]);
  return `${code.slice(0, 4).join('')}-${code.slice(4).join('')}`;
}

/** Reads a code as somebody typed it: case, spaces and dashes do not matter; undefined for what is none. */
export function readRowCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const letters = plain.replaceAll('0', 'O').replaceAll('8', 'B');
  return /^[A-Z2-7]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}

/**
 * Makes the row of a complaint. Of what the reader lost sight of it looks over the chain of what they knew and nothing else, so that
 * their row stands still whatever happens to the dossier.
 */
export function rowOf(known: Dossier & Known, wasChangedOutside: boolean, now: View): Row {
  const { receivedIn, registeredIn, stage, deadlines, closed } = figuresOf(known, now);
  const { journal, until } = known;
  // Stamped: what is read has been upcast already.
  const isSound = until
    ? firstBroken(withoutErasable(journal)) === undefined
    : !wasChangedOutside && documentFlaw(stamped(known)) === undefined;
  return {
    ...{ code: rowCode(known), receivedIn, registeredIn, stage, deadlines, ...(closed && { closed }) },
    ...{ head: journal.at(-1)?.hash ?? '', entries: journal.length, isSound },
  };
}

/** Makes the list of rows: by code, with a head (SHA-256) over the code and the head of each. */
export function rowList(found: readonly Row[]): RowList {
  const rows = [...found].sort((a, b) => (`${a.code}${a.head}` < `${b.code}${b.head}` ? -1 : 1));
  return { rows, head: sha256(rows.map(({ code, head }) => [code, head])) };
}
