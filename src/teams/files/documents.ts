import { disclosure } from '../../letters/access-report.ts';
import { wordLetter, wordReport } from '../../letters/word.ts';
import { letterFileName } from '../../letters/words.ts';
import { erasesOn } from '../../procedure/articles/avg-erasure.ts';
import type { Event } from '../../procedure/model/events.ts';
import type { Letter } from '../../procedure/model/letter.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import { journalSentence } from '../cards/case-journal.ts';
import type { Office } from '../office/office.ts';
import type { FormStep } from '../steps/all-steps.ts';
import type { BotFile, Draft } from './consent-card.ts';

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
  const { clock, calendar, config } = office;
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
    erasesOn: erasesOn(complaint, config.retentionYears),
    retentionYears: config.retentionYears,
  });
  return {
    name: `${complaint.number}-inzage.docx`,
    bytes: new Uint8Array(await wordReport(title, sections)),
  };
}

/** A letter as a Word file; its name says which letter of which complaint, and nothing of a person. */
export const letterFile = (number: string, { kind, text }: Letter): Promise<BotFile> =>
  wordFile(letterFileName(number, kind), text);

/** What the letter of a form is called while it is a draft. */
const draftNames: Partial<Record<FormStep, string>> = {
  acknowledge: 'ontvangstbevestiging',
  answer: 'antwoord',
  object: 'bericht-na-de-termijn',
  'offer-hearing': 'uitnodiging-voor-een-gesprek',
  'record-hearing': 'verslag',
  decide: 'definitieve-beslissing',
  withdraw: 'bevestiging-van-intrekking',
};

/** The same for a letter that stands in a form: the file says that it is a draft. */
export const draftFile = (number: string, { step, text }: Draft): Promise<BotFile> =>
  wordFile(`${number}-${draftNames[step] ?? 'brief'}-concept.docx`, text);

async function wordFile(name: string, text: string): Promise<BotFile> {
  return { name, bytes: new Uint8Array(await wordLetter(text, name.replace(/\.docx$/, ''))) };
}
