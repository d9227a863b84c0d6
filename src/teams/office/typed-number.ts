import { type CaseNumber, readCaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { Office } from './office.ts';

/** How many years back a complaint is looked for of which only the count was typed. */
const mostYearsBack = 5;

/**
 * Finds the dossier of a number as people type it: of a count alone that of the newest year that they may see. Undefined where it is
 * no number; refuses what they may not see in any of those years as what does not exist.
 */
export async function dossierTyped(typed: string, by: Person, office: Office): Promise<Dossier | undefined> {
  const year = Number(office.clock.today().slice(0, 4));
  const years = Array.from({ length: mostYearsBack + 1 }, (_, back) => String(year - back));
  const [number, ...earlier] = new Set(years.flatMap((one) => readCaseNumber(typed, one) ?? []));
  return number && firstOf(number, earlier, by, office);
}

async function firstOf(
  number: CaseNumber,
  [next, ...others]: readonly CaseNumber[],
  by: Person,
  office: Office,
): Promise<Dossier> {
  try {
    return await office.register.view(number, by);
  } catch (error) {
    const isUnknown = error instanceof Refusal && error.code === 'unknown-complaint';
    if (!isUnknown || !next) throw error;
    return firstOf(next, others, by, office);
  }
}
