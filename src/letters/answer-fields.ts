import type { PromisedMeasure } from '../procedure/commands.ts';
import type { Complaint, Judgement } from '../procedure/complaint.ts';
import { longDate } from './dutch-date.ts';
import { firstOf, orGap, orNothing, written } from './gaps.ts';
import type { LetterFacts } from './letter-facts.ts';
import { oneLine } from './readable.ts';

const judged: Record<Exclude<Judgement, 'none'>, string> = {
  founded: 'gegrond',
  'partly-founded': 'deels gegrond',
  unfounded: 'ongegrond',
};

type AnswerFacts = Pick<LetterFacts, 'position' | 'judgement' | 'proposal' | 'measures'>;

/** Art. 6: the position, the judgement, "de voorgestelde oplossing en/of te nemen maatregelen". */
export function answerFields({ answer, measures }: Complaint, facts: AnswerFacts) {
  const judgement = facts.judgement ?? answer?.judgement;
  const proposal = firstOf(facts.proposal, answer?.proposal);
  const promised = measureLines(facts.measures ?? measures);
  const needed = promised ? orNothing : orGap;
  return {
    ...orGap({ standpunt: firstOf(facts.position, answer?.position) }),
    oordeel: judgement === 'none' ? '' : judgement ? judged[judgement] : '[oordeel]',
    ...needed({ voorstel: proposal }),
    ...orNothing({ maatregelen: promised }),
  };
}

const measureLines = (measures: readonly PromisedMeasure[]): string =>
  measures
    .map(({ what, owner, dueOn }) => {
      const until = written(dueOn, longDate);
      const [said, by] = [firstOf(oneLine(what)) ?? '[maatregel]', firstOf(oneLine(owner)) ?? '[wie]'];
      return `- ${said} (${by}, uiterlijk ${until ?? '[datum]'})`;
    })
    .join('\n');
