import { letterNames } from '../../letters/letter-names.ts';
import type { Letter } from '../../procedure/letter.ts';
import type { Dossier } from '../../register/dossier.ts';
import { caseOf } from '../answers.ts';
import type { Card } from '../card.ts';
import { fileChoiceCard } from '../cards/file-choice.ts';
import type { Office } from '../office.ts';
import type { Press } from '../pressed.ts';
import { consentMessage } from './file-messages.ts';
import { letterFile } from './letter-file.ts';

/** "Brief downloaden": offers the letter as a Word file; with several it asks which. */
export async function askDownload(press: Press, office: Office): Promise<Card> {
  const dossier = await office.register.view(press.pressed.number, press.by);
  const { letters } = dossier.complaint;
  const [first] = letters;
  if (!first || letters.length === 1) return offer(first, dossier, press, office);
  return fileChoiceCard({ number: dossier.id, letters });
}

/** The letter that was chosen. */
export async function download(press: Press, office: Office): Promise<Card> {
  const dossier = await office.register.view(press.pressed.number, press.by);
  const chosen = Number(press.pressed.input.letter);
  return offer(
    dossier.complaint.letters.find(({ id }) => id === chosen),
    dossier,
    press,
    office,
  );
}

async function offer(
  letter: Letter | undefined,
  dossier: Dossier,
  { by, say }: Press,
  office: Office,
): Promise<Card> {
  if (!letter) {
    return caseOf(dossier, by, office, { text: 'Deze brief is er niet (meer).', tone: 'warning' });
  }
  const { name, bytes } = await letterFile(dossier.id, letter);
  const description = `Brief (${letterNames[letter.kind]}) bij klacht ${dossier.id}. Teams zet het bestand in je eigen OneDrive.`;
  await say(
    consentMessage({ name, description, size: bytes.length }, { number: dossier.id, letter: letter.id }),
  );
  return caseOf(dossier, by, office, {
    text: 'De brief staat klaar om te downloaden. Kies hieronder of je het bestand wilt.',
    tone: 'good',
  });
}
