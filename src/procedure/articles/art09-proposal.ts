import type { Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import type { Dispatch } from '../model/letter.ts';
import { post } from './letters.ts';

/**
 * Chooses what follows a hearing. Art. 9: "Indien in het gesprek een bevredigende afdoening van de klacht wordt
 * gerealiseerd wordt dit aan het eind van het gesprek schriftelijk vastgelegd." Art. 10: otherwise the way to court is
 * explained.
 */
export const nextStepAfterHearing = (
  settled: boolean,
  letter: Dispatch,
  complaint: Complaint,
  context: Context,
): Event[] =>
  settled
    ? [
        ...post({ kind: 'settlement', article: 9 }, letter, complaint, context),
        { type: 'closed', on: context.today, outcome: 'settled', personal: {} },
      ]
    : post({ kind: 'court-route', article: 10 }, letter, complaint, context);
