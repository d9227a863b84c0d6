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
        ...post({ kind: 'settlement', article: 9 }, letter, complaint, context),
        { type: 'closed', on: context.today, outcome: 'settled', personal: {} },
      ]
    : post({ kind: 'court-route', article: 10 }, letter, complaint, context);
