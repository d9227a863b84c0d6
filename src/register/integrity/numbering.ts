import { partsOf } from '../../procedure/model/case-number.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Intake, intakeId, numbersGiven } from '../model/intake.ts';
import { type Link, type NumberFlaw, numberFlaws } from '../model/number-chain.ts';

type NumberingFlaw = NumberFlaw | { number: string; kind: 'no-intake' };

/** Something about the numbers that is no flaw, and is reported. */
export type Note =
  /** Documents of a version without seals: whether they were changed before now cannot be told. */
  | { kind: 'unsealed'; count: number }
  /** Numbers that were given when the bot stopped: they have no dossier until the form is sent again. */
  | { kind: 'unfilled'; numbers: string[] }
  /** Numbers that were never filled, or passed over after a backup was put back. */
  | { kind: 'absent'; numbers: string[] }
  /** A dossier in which a text was made illegible, on that day last, as its journal says: no flaw. */
  | { kind: 'redacted'; number: string; on: LocalDate }
  /** A dossier from which so many documents were removed, as its journal says: they are not missing. */
  | { kind: 'documents-removed'; number: string; count: number };

/** Lists the flaws in the numbers of every year. A register of a version without seals need not have given any number here. */
export function numberingFlaws(
  links: ReadonlyMap<string, Link | undefined>,
  desk: Intake | undefined,
  isOlder: boolean,
): NumberingFlaw[] {
  if (!desk) return links.size > 0 && !isOlder ? [{ number: intakeId, kind: 'no-intake' }] : [];
  const { chains = {}, unfilled = [], sealed, lastNumber } = desk;
  const ofYears = Map.groupBy(links, ([number]) => partsOf(number)?.year ?? '');
  const years = new Set([...ofYears.keys(), ...Object.keys(chains)]);
  const linked = [...years].flatMap((year): NumberingFlaw[] => {
    const present = new Map(
      (ofYears.get(year) ?? []).map(([number, link]) => [partsOf(number)?.count ?? 0, link]),
    );
    const chain = chains[year];
    if (chain) return numberFlaws(year, lastNumber[year] ?? 0, chain, present, unfilled);
    const isLinked = [...present.values()].some((link) => link !== undefined);
    return isLinked ? [{ number: intakeId, kind: 'no-intake' }] : [];
  });
  if (!sealed) return linked;
  const allowed = new Set([...sealed.absent, ...unfilled.map(({ number }) => number)]);
  const removed = numbersGiven(desk).filter((number) => {
    const { year = '', count = 0 } = partsOf(number) ?? {};
    const isBeforeLinks = count < (chains[year]?.from ?? Number.POSITIVE_INFINITY);
    return isBeforeLinks && !links.has(number) && !allowed.has(number);
  });
  return [...linked, ...removed.map((number): NumberingFlaw => ({ number, kind: 'removed' }))];
}

/** Lists the numbers without a dossier that are no flaw. */
export function numberingNotes(
  desk: Intake,
  present: ReadonlyMap<string, unknown>,
  flaws: ReadonlyMap<string, unknown>,
): Note[] {
  const missing = numbersGiven(desk).filter((number) => !present.has(number) && !flaws.has(number));
  const given = new Set<string>(desk.unfilled?.map(({ number }) => number));
  const unfilled = missing.filter((number) => given.has(number));
  const absent = missing.filter((number) => !given.has(number));
  return [
    ...(unfilled.length > 0 ? [{ kind: 'unfilled' as const, numbers: unfilled }] : []),
    ...(absent.length > 0 ? [{ kind: 'absent' as const, numbers: absent }] : []),
  ];
}
