import { addDocument, exportDossier } from './articles/documents.ts';
import { stages } from './model/complaint.ts';
import { type StepRule, stays } from './step-rule.ts';

type DocumentStep = 'add-document' | 'export-dossier';

/**
 * The steps of documents, possible in every stage until the erasure. A respondent adds their own once they are asked for their side; the
 * whole dossier goes out by who handles it, and by nobody else.
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
  'export-dossier': { by: ['handler'], moves: stays(stages), decide: exportDossier },
};
