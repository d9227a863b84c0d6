import type { EventOf } from '../../procedure/model/events.ts';
import type { LearningEvent } from '../../procedure/model/learning.ts';
import type { EventWords } from './event-details.ts';

/** The words of what is learned from a complaint. It is internal: the complainant is told nothing of it. */
export const learningWords = {
  learned: {
    sentence: ({ subject }) => {
      if (subject === undefined) return 'Leerpunt vastgelegd.';
      return subject ? `Onderwerp vastgelegd: ${subject}.` : 'Onderwerp weggehaald.';
    },
    texts: ({ personal: { lesson } }) => [
      lesson === '' ? 'Leerpunt weggehaald.' : lesson && `Leerpunt: ${lesson}`,
    ],
    toldToComplainant: false,
  },
} satisfies { [T in LearningEvent['type']]: EventWords<EventOf<T>> };

/** Tells whether a correction is of more than what is learned, so that it concerns the complainant. */
export const concernsComplainant = ({ to, personal }: EventOf<'facts-corrected'>): boolean =>
  Object.keys({ ...to, ...personal.to }).some((field) => field !== 'subject' && field !== 'lesson');
