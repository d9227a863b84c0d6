import { letterFileName } from '../../letters/letter-names.ts';
import { wordLetter } from '../../letters/word.ts';
import type { Letter } from '../../procedure/letter.ts';
import type { DialogStep } from '../dialogs.ts';
import type { BotFile, Draft } from './file-messages.ts';

/** A letter as a Word file; its name says which letter of which complaint, and nothing of a person. */
export const letterFile = (number: string, { kind, text }: Letter): Promise<BotFile> =>
  wordFile(letterFileName(number, kind), text);

/** What the letter of a form is called while it is a draft. */
const draftNames: Partial<Record<DialogStep, string>> = {
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
