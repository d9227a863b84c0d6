import { createHash, type Hash } from 'node:crypto';
import type { Instant } from '../time/local-date.ts';
import { object } from './model/checks.ts';
import type { Document } from './model/dossier.ts';
import { intakeId, intakeIn, numbersGiven } from './model/intake.ts';
import { passUnreadable, type Store } from './model/store.ts';

/** The version of the format that this bot writes; it imports no other. */
const version = 1;

const format = 'klachtenregister';

/** The header: the first line. */
type Header = { format: typeof format; version: number; exportedAt: Instant };

/** The trailer: the last line, with the totals of the lines before it. */
type Trailer = {
  kind: 'end';
  /** The number of lines between the first and the last. */
  documents: number;
  dossiers: number;
  /** SHA-256 over every line before this one, each with its line feed. */
  sha256: string;
  /** The hash of the last journal entry, by number of the dossier. */
  heads: Record<string, string>;
  /** The ids of documents that could not be read, and are missing. */
  unreadable?: string[];
};

/** The file is not a complete export. The message is for who wants to import it. */
export class Damaged extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Damaged';
  }
}

/** Writes an export, line by line without line feeds: the header, every document, and the trailer. */
export async function* exported(
  documents: AsyncIterable<Document>,
  at: Instant,
  unread: () => string[] = () => [],
): AsyncGenerator<string> {
  const sum = tally();
  const counted = (line: string): string => {
    sum.line(line);
    return line;
  };
  yield counted(JSON.stringify({ format, version, exportedAt: at } satisfies Header));
  for await (const document of documents) {
    sum.document(document);
    yield counted(JSON.stringify(document));
  }
  const unreadable = unread();
  yield JSON.stringify({ ...sum.trailer(), ...(unreadable.length > 0 && { unreadable }) });
}

/**
 * Reads the documents of an export. Throws `Damaged` at the first line that shows it: it is no export, or its lines do not
 * add up to its trailer. Only after the last document it is certain that all are as they were written. Then calls `missing`
 * with the ids that could not be read when it was made.
 */
export async function* documentsIn(
  lines: AsyncIterable<string>,
  missing: (ids: string[]) => void = () => undefined,
): AsyncGenerator<Document> {
  const sum = tally();
  let count = 0;
  let ended = false;
  for await (const line of lines) {
    count += 1;
    if (ended) throw new Damaged(`regel ${count} komt na het einde`);
    const value = parsed(line, count);
    if (count === 1) checkHeader(value);
    else if (value.kind === 'end') {
      checkTrailer(value, sum.trailer());
      missing(Array.isArray(value.unreadable) ? value.unreadable.map(String) : []);
      ended = true;
    } else {
      const document = asDocument(value, count);
      sum.document(document);
      yield document;
    }
    sum.line(line);
  }
  if (!ended) throw new Damaged(`het bestand is niet heel: na regel ${count} ontbreekt de rest`);
}

/** Follows the lines of a file, to tell whether it is an export that stops before its end, or was changed since: it proves nothing then. */
export function followedExport() {
  const hash = createHash('sha256');
  let isOpen = false;
  let isChanged = false;
  let count = 0;
  return {
    line(line: string): void {
      count += 1;
      if (line.startsWith(`{"format":"${format}"`)) isOpen = true;
      if (!isOpen) return;
      if (line.startsWith('{"kind":"end"')) {
        isOpen = false;
        isChanged = parsed(line, count).sha256 !== hash.digest('hex');
      } else hash.update(`${line}\n`);
    },
    fault: (): 'missing' | 'changed' | undefined => (isOpen ? 'missing' : isChanged ? 'changed' : undefined),
  };
}

/**
 * Walks every document of a register, also while it is written to. At the intake document it reads the numbers given that it
 * has not met yet, so that no dossier is missing because its place was passed.
 */
export async function* wholeRegister(store: Store): AsyncGenerator<Document> {
  const passed = new Set<string>();
  for await (const { document } of store.all()) {
    if (document.id === intakeId) {
      const desk = intakeIn(document);
      const absent = new Set(desk?.sealed?.absent);
      for (const number of desk ? numbersGiven(desk) : []) {
        const isMissed = !passed.has(number) && !absent.has(number);
        const missed = isMissed ? await store.read(number).catch(passUnreadable) : undefined;
        if (missed) yield missed.document;
        passed.add(number);
      }
    }
    if (!passed.has(document.id)) yield document;
    passed.add(document.id);
  }
}

/** Counts and hashes the lines that pass. */
function tally() {
  const hash: Hash = createHash('sha256');
  const heads = new Map<string, string>();
  let documents = 0;
  let dossiers = 0;
  return {
    line: (line: string): void => void hash.update(`${line}\n`),
    document(document: Document): void {
      documents += 1;
      if (document.kind !== 'dossier') return;
      dossiers += 1;
      heads.set(document.id, document.journal?.at(-1)?.hash ?? '');
    },
    trailer: (): Trailer => ({
      kind: 'end',
      documents,
      dossiers,
      sha256: hash.copy().digest('hex'),
      heads: Object.fromEntries(heads),
    }),
  };
}

type Fields = Record<string, unknown>;

function parsed(line: string, count: number): Fields {
  try {
    const value: unknown = JSON.parse(line);
    if (object(value)) return value;
  } catch {
    // Reported by the next line.
  }
  throw new Damaged(
    count === 1 ? 'dit is geen export van een klachtenregister' : `regel ${count} is beschadigd`,
  );
}

function checkHeader(header: Fields): void {
  if (header.format !== format) throw new Damaged('dit is geen export van een klachtenregister');
  if (header.version === version) return;
  throw new Damaged(
    `de export is van versie ${header.version}; deze Klachtenbot leest alleen versie ${version}`,
  );
}

function checkTrailer(found: Fields, expected: Trailer): void {
  if (found.sha256 !== expected.sha256 || found.documents !== expected.documents) {
    throw new Damaged('het bestand is veranderd: de inhoud past niet bij de controlesom op de laatste regel');
  }
  const heads = object(found.heads) ? found.heads : {};
  const numbers = new Set([...Object.keys(heads), ...Object.keys(expected.heads)]);
  const wrong = [...numbers].find((number) => heads[number] !== expected.heads[number]);
  if (wrong !== undefined) throw new Damaged(`het journaal van ${wrong} past niet bij de laatste regel`);
}

/** Looks at as much of a document as its checksum and its flaws are reckoned from: each field is for `documentFlaw`. */
function isWhole(value: Fields): value is Fields & Document {
  const { kind, id, journal, outbox, complaint } = value;
  const complete =
    kind === 'memo' ||
    (kind === 'bulletin' && Array.isArray(outbox)) ||
    (kind === 'dossier' && Array.isArray(outbox) && Array.isArray(journal) && typeof complaint === 'object');
  return complete && typeof id === 'string' && id !== '';
}

function asDocument(value: Fields, count: number): Document {
  if (isWhole(value)) return value;
  throw new Damaged(`regel ${count} is geen document van het register`);
}
