import { addDocument, exportDossier, presentDocuments, removeDocument } from './articles/documents.ts';
import { stages } from './model/complaint.ts';
import { type StepRule, stays, unless } from './step-rule.ts';

type DocumentStep = 'add-document' | 'remove-document' | 'export-dossier';

/**
 * The steps of documents, possible in every stage until the erasure. A respondent adds their own once they are asked for their side; who
 * handles it removes one, unless the dossier is kept for proceedings, and takes the whole dossier out, and nobody else does.
 */
export const documentSteps: { [S in DocumentStep]: StepRule<S> } = {
  'add-document': {
    by: [
      'handler',
      'decision-maker',
      'board-in-charge',
      'receiver-in-charge',
      'receiver',
      'respondent-heard',
      'website',
    ],
    moves: stays(stages),
    decide: addDocument,
  },
  'remove-document': {
    by: ['handler'],
    moves: stays(stages),
    whyNot: (complaint) =>
      complaint.hold
        ? { code: 'on-hold' }
        : unless(presentDocuments(complaint).length > 0, 'unknown-document'),
    decide: removeDocument,
  },
  'export-dossier': { by: ['handler'], moves: stays(stages), decide: exportDossier },
};
