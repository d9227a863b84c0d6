import { presentDocuments } from '../../procedure/articles/documents.ts';
import type { DocumentId } from '../../procedure/model/document.ts';
import { datedDocument } from '../cards/document-words.ts';
import type { Field } from '../form/fields.ts';
import type { Setting } from './step.ts';

const label = 'Welke documenten mag de beklaagde lezen?';
const hint =
  'Kies alleen wat nodig is om te kunnen reageren. Let op: in een document kan staan wie de klager is. Lees het dus eerst. Wat je niet kiest, ziet de beklaagde niet. De naam van het bestand gaat niet mee.';

/** Asks which documents of the dossier a respondent may read, none chosen beforehand; absent where there are none (Algemeen). */
export const documentsBlock = ({ complaint }: Setting) => {
  const documents = presentDocuments(complaint);
  return {
    ...(documents.length > 0 && {
      documents: someOf(documents.map((one) => ({ title: datedDocument(one), value: one.id }))),
    }),
  };
};

const someOf = (choices: readonly { title: string; value: DocumentId }[]): Field<DocumentId[]> => ({
  label,
  input: { type: 'Input.ChoiceSet', isMultiSelect: true, style: 'expanded', wrap: true, choices },
  proposed: '',
  hint,
  read: (form, id) =>
    form.some(
      id,
      choices.map(({ value }) => value),
    ),
});
