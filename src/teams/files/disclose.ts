import { caseOf } from '../answers.ts';
import type { Card } from '../card.ts';
import type { Office } from '../office.ts';
import type { Press } from '../pressed.ts';
import { disclosureFile } from './disclosure-file.ts';
import { consentMessage } from './file-messages.ts';

/** "Inzage": offers everything that a dossier holds about the complainant as a Word file, to be given to him. */
export async function disclose({ pressed, by, say }: Press, office: Office): Promise<Card> {
  const dossier = await office.register.disclosed(pressed.number, by);
  const { name, bytes } = await disclosureFile(dossier, office);
  const description = `Inzage in klacht ${dossier.id}, voor de klager. Teams zet het bestand in je eigen OneDrive.`;
  await say(
    consentMessage({ name, description, size: bytes.length }, { number: dossier.id, letter: 'disclosure' }),
  );
  return caseOf(dossier, by, office, { text: ready, tone: 'good' });
}

const ready =
  'Het overzicht voor de klager staat klaar. Notities, verklaringen van anderen en hun namen staan er niet in. ' +
  'Lees het na voor je het geeft: in teksten die je zelf schreef, kan nog een naam staan.';
