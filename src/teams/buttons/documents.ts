import { presentDocuments } from '../../procedure/articles/documents.ts';
import { caseNumber } from '../../procedure/model/case-number.ts';
import { isDocumentId } from '../../procedure/model/document.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { documentChoiceCard } from '../cards/file-choice.ts';
import type { Card } from '../cards/template.ts';
import { consentMessage } from '../files/consent-card.ts';
import { valuesOf } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import type { Outcome, Press } from './button-press.ts';

/** "Document downloaden": asks which document of a dossier, of who may see it whole. */
export async function askDocument({ pressed, by }: Press, office: Office): Promise<Card> {
  const dossier = await office.register.view(caseNumber(pressed.number), by);
  const documents = presentDocuments(dossier.complaint);
  if (documents.length === 0)
    return caseOf(dossier, by, office, { text: 'Er zijn geen documenten (meer).', tone: 'warning' });
  return documentChoiceCard(dossier.id, documents);
}

/** Offers a document below the card, which stays: to who may see the dossier, and to a respondent what is shared with them. */
export async function offerDocument({ pressed, by, sendToChat }: Press, office: Office): Promise<Outcome> {
  const number = caseNumber(pressed.number);
  const { document: id = '' } = valuesOf(pressed.input);
  if (!isDocumentId(id)) throw new Refusal('unknown-document');
  const { document, fileName } = await office.documents.read(number, id, by);
  const description = `Een document bij klacht ${number}. Teams zet het bestand in je eigen OneDrive.`;
  const offer = { name: fileName, description, size: document.size };
  await sendToChat(consentMessage(offer, { number, document: id }));
  return { stays: 'Het document staat hieronder klaar. Kies daar of je het wilt.', isDone: true };
}
