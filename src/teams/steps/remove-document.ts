import { presentDocuments } from '../../procedure/articles/documents.ts';
import { datedDocument, sharedWords } from '../cards/document-words.ts';
import { choice, text } from '../form/fields.ts';
import { stepForm } from './step.ts';

const labels = { reason: 'Reden' };

/** AVG: removes a document that does not belong in the dossier. */
export const removeDocument = stepForm('remove-document', {
  title: 'Document verwijderen',
  labels,
  intro:
    'Zit er een document in dit dossier dat er niet hoort, zoals een brief over iemand anders? Haal het hier weg. De inhoud en de naam van het document verdwijnen, en dat kan niet worden teruggedraaid. In het logboek blijft staan wie het deed, wanneer, waarom, en het controlegetal. Is het gedeeld met een beklaagde, of stuurde die het zelf? Dan kan ook die het niet meer openen; wie het al opende, kan nog een kopie hebben.',
  fields: ({ complaint }) => ({
    document: choice(
      'Welk document hoort hier niet?',
      'Kies het document dat weg moet.',
      presentDocuments(complaint).map((one) => ({
        title: `${datedDocument(one)}${sharedWords(one, complaint.respondents)}`,
        value: one.id,
      })),
    ),
    reason: text(labels.reason, 'Schrijf op waarom het document weg moet (hoogstens 2000 tekens).', {
      multiline: true,
      hint: 'Schrijf niet over wat erin staat: de reden blijft in het logboek.',
    }),
  }),
  command: (answers) => answers,
  done: 'Het document is verwijderd.',
  about: { 'unknown-document': 'document' },
});
