import { openMeasures } from './articles/art06-answer.ts';
import type { Complaint } from './complaint.ts';
import { waitingLetters } from './letter.ts';

/** What a closed dossier may still ask for: a measure to be taken (Art. 6), a letter to be sent. */
export const hasLooseEnds = (complaint: Complaint): boolean =>
  openMeasures(complaint).length > 0 || waitingLetters(complaint).length > 0;
