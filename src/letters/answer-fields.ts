import { needsSolution } from '../procedure/articles/art06-answer.ts';
import { decidedMeasures } from '../procedure/articles/art08-decision.ts';
import type { Judgement, OfferFate } from '../procedure/model/answer.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { sentLetter } from '../procedure/model/letter.ts';
import { letterDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type FieldName, firstOf, orGap, orNothing, written } from './field-names.ts';
import { type DraftMeasure, measureLines } from './measure-lines.ts';

const judged: Record<Exclude<Judgement, 'none'>, string> = {
  founded: 'gegrond',
  'partly-founded': 'deels gegrond',
  unfounded: 'ongegrond',
};

/** Writes a judgement: nothing where none is given, and a gap while it is not known. */
const judgementOf = (judgement: Judgement | undefined, name: FieldName): string =>
  judgement === 'none' ? '' : judgement ? judged[judgement] : `[${name}]`;

/** What the writer of an answer, or of the decision of the board, has filled in so far. */
export type AnswerFacts = {
  position?: string;
  judgement?: Judgement;
  proposal?: string;
  measures?: readonly DraftMeasure[];
  decision?: string;
  /** Oordeel of the board (Art. 8). */
  finalJudgement?: Judgement;
  /** What the board leaves of the solution of the answer. */
  offer?: OfferFate;
  /** Motivering of the final decision. */
  reasons?: string;
};

/** Fills the fields of Art. 6: the position, the judgement, "de voorgestelde oplossing en/of te nemen maatregelen". */
export function answerFields({ answer, measures }: Complaint, facts: AnswerFacts & { today?: LocalDate }) {
  const judgement = facts.judgement ?? answer?.judgement;
  const proposal = firstOf(facts.proposal, answer?.proposal);
  const promised = measureLines(facts.measures ?? measures, facts.today);
  const needed = needsSolution(judgement) && !promised ? orGap : orNothing;
  return {
    ...orGap({ standpunt: firstOf(facts.position, answer?.position) }),
    oordeel: judgementOf(judgement, 'oordeel'),
    ...needed({ voorstel: proposal }),
    ...orNothing({
      maatregelen: promised,
      'geen voorstel': judgement && !needsSolution(judgement) && !proposal && !promised ? 'ja' : '',
    }),
  };
}

/** Fills the fields of Art. 8: the decision of the board, and how its judgement stands to that of the answer, which it replaces. */
export function decisionFields(complaint: Complaint, facts: AnswerFacts & { today?: LocalDate }) {
  const { answer, decision } = complaint;
  const judgement = facts.finalJudgement ?? decision?.judgement;
  const before = answer?.judgement ?? 'none';
  const isFirst = !sentLetter(complaint, 'final-decision');
  const replaces = isFirst && judgement !== undefined && before !== 'none';
  return {
    ...orGap({
      beslissing: firstOf(facts.decision, decision?.decision),
      motivering: firstOf(facts.reasons, decision?.reasons),
    }),
    'oordeel van de directie': judgementOf(judgement, 'oordeel'),
    ...orNothing({
      'zelfde oordeel': replaces && judgement === before ? 'ja' : '',
      'ander oordeel': replaces && judgement !== before ? 'ja' : '',
      'zag af op': written(complaint.waivedOn, letterDate),
      'maatregelen blijven': decidedMeasures(complaint).length > 0 ? 'ja' : '',
    }),
  };
}
