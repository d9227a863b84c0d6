import type { Person } from '../../procedure/complaint.ts';
import { Refusal } from '../../procedure/refusal.ts';
import type { Office } from '../office.ts';
import { disclosureFile } from './disclosure-file.ts';
import type { BotFile, FileContext } from './file-messages.ts';
import { draftFile, letterFile } from './letter-file.ts';
import { yearReportFile } from './year-report-file.ts';

/** The file that an offer is about, for whoever may have it now. Refuses everybody else, and a letter that is not there. */
export async function offeredFile(context: FileContext, by: Person, office: Office): Promise<BotFile> {
  if ('year' in context) return yearReportFile(context.year, await office.register.figures(context.year, by));
  const { number, letter: which } = context;
  if (which === 'disclosure') return disclosureFile(await office.register.disclosed(number, by), office);
  const { complaint } = await office.register.view(number, by);
  if (context.letter === 'draft') return draftFile(number, context.draft);
  const letter = complaint.letters.find(({ id }) => id === which);
  if (!letter) throw new Refusal('unknown-complaint');
  return letterFile(complaint.number, letter);
}
