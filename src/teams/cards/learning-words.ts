import type { EventOf } from '../../procedure/model/events.ts';
import { type LearningEvent, type Score, type Scores, scores } from '../../procedure/model/learning.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { EventWords } from './event-details.ts';
import { small } from './words.ts';

export const satisfactionLabels = { handling: 'Afhandeling', outcome: 'Uitkomst', remark: 'Toelichting' };

const scoreWords: Record<Score, string> = {
  1: 'zeer ontevreden',
  2: 'ontevreden',
  3: 'neutraal',
  4: 'tevreden',
  5: 'zeer tevreden',
};

/** Words a score: '5: zeer tevreden'. */
const scored = (score: Score): string => `${score}: ${scoreWords[score]}`;

export const scoreChoices = scores.map((score) => ({ title: scored(score), value: `${score}` as const }));

/** Words both scores. */
export const scoresWords = ({ handling, outcome }: Scores): string =>
  `${small(satisfactionLabels.handling)} ${handling} (${scoreWords[handling]}), ${small(satisfactionLabels.outcome)} ${outcome} (${scoreWords[outcome]})`;

/** The words of what is learned from a complaint. It is internal: the complainant is told what they said themselves, and nothing else. */
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
  'satisfaction-recorded': {
    sentence: (event) => `Tevredenheid van de klager op ${longDate(event.on)}: ${scoresWords(event)}.`,
    texts: ({ personal: { remark } }) => [remark && `${satisfactionLabels.remark}: ${remark}`],
    toldToComplainant: true,
  },
} satisfies { [T in LearningEvent['type']]: EventWords<EventOf<T>> };

/** Tells whether a correction is of more than what is learned, so that it concerns the complainant. */
export const concernsComplainant = ({ to, personal }: EventOf<'facts-corrected'>): boolean =>
  Object.keys({ ...to, ...personal.to }).some((field) => field !== 'subject' && field !== 'lesson');
