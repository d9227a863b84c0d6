import { basename } from 'node:path';
import { wholeRegister } from '../../register/export.ts';
import { withDocuments } from '../../register/integrity/documents-in-place.ts';
import { furthest, type Head, isFurther } from '../../register/integrity/evidence.ts';
import { type Flaw, verify } from '../../register/integrity/verify.ts';
import type { Documents } from '../../register/model/documents.ts';
import { OutOfReach, type Store } from '../../register/model/store.ts';
import type { StorePlace } from '../../settings/sections.ts';
import { headsIn, headsPath } from '../../store/heads-file.ts';
import { pageFaults } from '../../store/sqlite-backup.ts';
import { hasLog } from '../../store/sqlite-files.ts';
import { type Command, headsOf, said, Unsound, unreadableLines, unreadIn, using } from './commands.ts';
import { documentsOf, filledPlace, openFilledStore, placeOf } from './open-store.ts';
import { counted, flawLine, noteLine, withProgress } from './output.ts';

/**
 * Verifies every document of the register of STORE, the sequence of numbers, and the heads noted beside it; with a file also
 * the heads of an earlier export, log or file of heads.
 */
export const verifyAll: Command = async (option, file) => {
  const noted = [...headsBeside(), ...(option === undefined ? [] : await headsOf(file ?? ''))];
  // Before the register is opened: on a full disk only one connection can be open.
  const used = isInUse(filledPlace());
  const broken = brokenFile();
  return using(openFilledStore(), (store) =>
    lookOver(store, {
      noted,
      inPlace: (present) => [...headsMissing(present), ...broken],
      documents: documentsOf(placeOf()),
      isInUse: used,
    }),
  );
};

/** Reports that the file of the register of STORE is damaged. */
function brokenFile(): Flaw[] {
  const place = filledPlace();
  if (place.kind !== 'sqlite' || isWhole(place.path)) return [];
  return [{ number: basename(place.path), kind: 'broken-file' }];
}

function isWhole(path: string): boolean {
  try {
    return pageFaults(path).length === 0;
  } catch (error) {
    if (error instanceof OutOfReach) throw error;
    // Opening it, which comes next, reports the reason better.
    return false;
  }
}

/** Lists what is not noted beside the register of STORE. Reads the heads last, so that writes during the walk are noted. */
function headsMissing(present: readonly Head[]): Flaw[] {
  const place = placeOf();
  if (place.kind !== 'sqlite') return [];
  const noted = furthest(headsBeside());
  const missing = present.filter((head) => isFurther(head, noted.get(head.number))).length;
  if (missing === 0) return [];
  return [{ number: basename(headsPath(place.path)), kind: 'heads-missing', seq: missing }];
}

/** What a register is compared with besides itself: heads, what stands beside it, and its documents. */
type Over = {
  noted?: Iterable<Head>;
  inPlace?: (present: readonly Head[]) => Flaw[];
  documents: Documents | undefined;
  /** Whether the bot has it open, so that it is no copy; undefined where it cannot be one: in Cosmos DB. */
  isInUse: boolean | undefined;
};

/** Tells whether the log of a register in SQLite stands beside it, as it does while the bot runs; undefined for Cosmos DB. */
export const isInUse = (place: StorePlace): boolean | undefined =>
  place.kind === 'sqlite' ? hasLog(place.path) : undefined;

/**
 * Verifies everything in a register. Throws `Unsound` on a flaw, and where there is no dossier, because that proves nothing; not while
 * the bot has it open.
 */
export async function lookOver(
  store: Store,
  { noted = [], inPlace = () => [], documents: kept, isInUse }: Over,
): Promise<string> {
  const ofDocuments: Flaw[] = [];
  const walk = withDocuments(withProgress(wholeRegister(store), said('nagelopen')), kept, (flaw) =>
    ofDocuments.push(flaw),
  );
  const { dossiers, entries, notes, ...seen } = await verify(walk, noted, () => unreadIn(store));
  const flaws = (await store.faults()).map((number): Flaw => ({ number, kind: 'other-structure' }));
  flaws.push(...seen.flaws, ...ofDocuments);
  // Only without damaged pages: those are reported already.
  if (store.unreadable().length === 0) flaws.push(...inPlace(seen.heads));
  const walked = `${counted(dossiers, 'dossier', 'dossiers')} met ${counted(entries, 'journaalregel', 'journaalregels')} nagelopen`;
  const unread = unreadableLines(store, 'is niet nagelopen');
  const lines = [...unread, ...flaws.map(flawLine), ...notes.map(noteLine)];
  if (dossiers + flaws.length + unread.length === 0) {
    if (isInUse)
      return `${nothingInIt} Bij een nieuw register is dat goed. Er staat een -wal-bestand naast: waarschijnlijk is het nu in gebruik.`;
    throw new Unsound(
      `${nothingInIt} Bij een nieuw register is dat goed.${isInUse === false ? orCopied : ''}`,
    );
  }
  if (flaws.length + unread.length === 0) return [...lines, `${walked}: alles klopt.`].join('\n');
  const wrong = counted(flaws.length, 'document klopt', 'documenten kloppen');
  const found = [
    ...(flaws.length > 0 ? [`${wrong} niet`] : []),
    ...(unread.length > 0
      ? [`${counted(unread.length, 'document is', 'documenten zijn')} niet te lezen`]
      : []),
  ];
  throw new Unsound([...lines, `${walked}: ${found.join(', ')}.`].join('\n'));
}

const nothingInIt = 'Er staat nog geen dossier in dit register, dus er is niets na te lopen.';
const orCopied = `
Heb je dit bestand zelf gekopieerd? Dan mist er misschien iets: een deel van een register staat in het bestand ernaast (-wal). Maak kopieën met “backup”.`;

/** Reads the heads that were noted beside a register in SQLite. */
function headsBeside(): Head[] {
  const place = placeOf();
  return place.kind === 'sqlite' ? headsIn(headsPath(place.path)) : [];
}
