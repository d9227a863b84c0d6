import type { Context } from '../commands.ts';
import type { Complaint } from '../complaint.ts';
import type { Event } from '../events.ts';
import type { Dispatch } from '../letter.ts';
import { post } from '../posting.ts';

/**
 * Art. 9: "Indien in het gesprek een bevredigende afdoening van de klacht wordt gerealiseerd wordt dit aan het eind van
 * het gesprek schriftelijk vastgelegd." Art. 10: otherwise the way to court is explained.
 */
export const nextStepAfterHearing = (
  settled: boolean,
  letter: Dispatch,
  complaint: Complaint,
  context: Context,
): Event[] =>
  settled
    ? [
        ...post('settlement', letter, complaint, context, 9),
        { type: 'closed', on: context.today, outcome: 'settled', personal: {} },
      ]
    : post('court-route', letter, complaint, context, 10);
