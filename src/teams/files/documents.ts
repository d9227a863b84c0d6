import { disclosure } from '../../letters/access-report.ts';
import { type LetterheadFacts, wordLetter, wordReport } from '../../letters/word.ts';
import { letterFileName } from '../../letters/words.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { type Desk, isAmong } from '../../procedure/model/desk.ts';
import type { Letter } from '../../procedure/model/letter.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { type HearingFile, hearingFileFor } from '../../register/hearing-file.ts';
import { asCorrected } from '../../register/model/as-corrected.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import { erasureDay } from '../../register/notify/retention.ts';
import { courseForComplainant } from '../cards/case-journal.ts';
import type { Office } from '../office/office.ts';
import { stepForms } from '../steps/all-steps.ts';
import type { BotFile, Draft } from './consent-card.ts';

/** Makes the access report ("Inzage") a Word file; its name has the number of the complaint, and nothing of a person. */
export async function disclosureFile(dossier: Dossier, office: Office): Promise<BotFile> {
  const { complaint, journal } = dossier;
  const { clock, calendar, config, organisation } = office;
  const { number } = complaint;
  const title = `Inzage in klacht ${number}`;
  const today = clock.today();
  const sections = disclosure({
    complaint,
    course: courseForComplainant(asCorrected(journal, complaint, calendar), clock),
    calendar,
    desk: office.register.desk(),
    couldDecide: couldDecide(dossier, office.register.desk()),
    today,
    erasesOn: erasureDay(dossier, office.register.context(), config),
    retentionYears: config.retentionYears,
  });
  return {
    name: `${number}-inzage.docx`,
    bytes: new Uint8Array(await wordReport(title, sections, { number, organisation, today })),
  };
}

/** Tells whether somebody of the board is free to decide, or was when the complainant objected: then the two weeks began (Art. 8). */
function couldDecide({ complaint, journal }: Dossier, { board }: Pick<Desk, 'board'>): boolean {
  const course = journal.map(eventOf);
  const added = course
    .slice(course.findIndex(({ type }) => type === 'objected') + 1)
    .flatMap((event) => (event.type === 'respondent-added' ? [event.personal.respondent] : []));
  return board.some((member) => !isAmong(member, complaint.respondents) || isAmong(member, added));
}

/** Makes a letter a Word file; its name has the letter and the number of the complaint, and nothing of a person. */
export const letterFile = (number: CaseNumber, { kind, text }: Letter, office: Office): Promise<BotFile> =>
  wordFile(letterFileName(number, kind), text, { number, organisation: office.organisation });

/** Makes the letter in a form a Word file, whose name says that it is a draft. */
export const draftFile = (number: CaseNumber, { step, text }: Draft, office: Office): Promise<BotFile> =>
  wordFile(`${number}-${stepForms[step].draftName}-concept.docx`, text, {
    number,
    organisation: office.organisation,
  });

/** Makes the hearing a file for a calendar. Refuses where none was offered; its name has the number, and nothing of a person. */
export async function hearingFile(
  dossier: Dossier,
  by: Person,
  { register, organisation }: Office,
): Promise<BotFile & Pick<HearingFile, 'method'>> {
  const file = hearingFileFor(by, dossier, register.context(), organisation);
  if (!file) throw new Refusal('unknown-complaint');
  const { method, content } = file;
  return { method, name: `${dossier.id}-gesprek.ics`, bytes: new TextEncoder().encode(content) };
}

async function wordFile(name: string, text: string, facts: LetterheadFacts): Promise<BotFile> {
  return { name, bytes: new Uint8Array(await wordLetter(text, name.replace(/\.docx$/, ''), facts)) };
}
