import { disclosure } from '../../letters/disclosure.ts';
import { wordReport } from '../../letters/word.ts';
import { erasesOn } from '../../procedure/erasure.ts';
import type { Event } from '../../procedure/events.ts';
import type { Dossier } from '../../register/dossier.ts';
import { eventOf } from '../../register/journal.ts';
import { journalSentence } from '../cards/journal-sentences.ts';
import type { Office } from '../office.ts';
import type { BotFile } from './file-messages.ts';

/** What happened that concerns the complainant himself; the rest is internal, or about others. */
const told: readonly Event['type'][] = [
  'registered',
  'forwarded',
  'handed-over',
  'letter-sent',
  'experts-recorded',
  'measure-done',
  'objected',
  'late-objection-refused',
  'hearing-offered',
  'heard',
  'hearing-waived',
  'date-corrected',
  'facts-corrected',
  'closed',
];

const isTold = (event: Event): boolean =>
  told.includes(event.type) || (event.type === 'statement-recorded' && event.from === 'complainant');

/** "Inzage" as a Word file; its name says of which complaint, and nothing of a person. */
export async function disclosureFile({ complaint, journal }: Dossier, office: Office): Promise<BotFile> {
  const { clock, calendar, table } = office;
  const course = journal.flatMap((entry) => {
    const event = eventOf(entry);
    return isTold(event) ? [{ on: clock.dayOf(entry.at), what: journalSentence(event, false) }] : [];
  });
  const title = `Inzage in klacht ${complaint.number}`;
  const sections = disclosure({
    complaint,
    course,
    calendar,
    today: clock.today(),
    erasesOn: erasesOn(complaint, table.retentionYears),
    retentionYears: table.retentionYears,
  });
  return {
    name: `${complaint.number}-inzage.docx`,
    bytes: new Uint8Array(await wordReport(title, sections)),
  };
}
