import type { Person } from '../../procedure/complaint.ts';
import { Refusal } from '../../procedure/refusal.ts';
import type { Office } from '../office.ts';
import { disclosureFile } from './disclosure-file.ts';
import type { CaseFile, FileContext } from './file-messages.ts';
import { draftFile, letterFile } from './letter-file.ts';

/** The file that an offer is about, for whoever may have it now. Refuses everybody else, and a letter that is not there. */
export async function caseFile(
  { number, letter: which, draft }: FileContext,
  by: Person,
  office: Office,
): Promise<CaseFile> {
  if (which === 'disclosure') return disclosureFile(await office.register.disclosed(number, by), office);
  const { complaint } = await office.register.view(number, by);
  if (which === 'draft') {
    if (!draft) throw new Refusal('unknown-complaint');
    return draftFile(number, draft);
  }
  const letter = complaint.letters.find(({ id }) => id === which);
  if (!letter) throw new Refusal('unknown-complaint');
  return letterFile(complaint.number, letter);
}
