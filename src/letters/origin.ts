import { withDate } from '../procedure/after-correction.ts';
import { answerReceivedOn } from '../procedure/articles/art07-objection.ts';
import { decidedMeasures } from '../procedure/articles/art08-decision.ts';
import { isNewLetter } from '../procedure/articles/letters.ts';
import { replay } from '../procedure/evolve.ts';
import type { Measure } from '../procedure/model/answer.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import type { Event, EventOf } from '../procedure/model/events.ts';
import { type Dismissal, dismissals } from '../procedure/model/outcome.ts';
import type { LetterFacts } from './fields.ts';

/** An event of the journal, and who caused it; nobody once it is erased. */
export type Recorded = { event: Event; by?: Person };

/** The facts of a letter that its step recorded. */
type RecordedFacts = Omit<Partial<LetterFacts>, 'measures'> & { measures?: readonly Measure[] };

/**
 * What a letter was made from: the complaint before its step, what that step recorded, and who took it. `then`: the complaint as it was
 * when its text was made last.
 */
export type Origin = {
  before: Complaint;
  then: Complaint;
  recorded: RecordedFacts;
  by: Person | undefined;
};

/** The facts of a letter that each event of its step records; the letter follows at once after them. */
const factsIn: { [T in Event['type']]?: (event: EventOf<T>) => RecordedFacts | undefined } = {
  'complaint-worded': ({ personal }) => ({ wording: personal.text }),
  // Only one that solved the complaint is followed by its letter.
  mediated: ({ on, form, solved, personal: { measures = [], ...talk } }) =>
    solved ? { talk: { on, form, ...talk }, measures } : undefined,
  'answer-drawn-up': ({ judgement, personal: { position, proposal, measures } }) => ({
    ...{ position, proposal, judgement, measures },
  }),
  'measure-moved': ({ measure, to }) => ({ moved: { measure, to } }),
  delayed: ({ wish, until, personal: { reason } }) => ({ reason, delay: { wish, until } }),
  'late-objection-refused': ({ receivedOn, sentOn, personal: { text, reason } }) => ({
    objection: { receivedOn, sentOn, text },
    reason,
  }),
  'hearing-offered': ({ appointment, personal }) => ({ appointment: { ...appointment, ...personal } }),
  heard: ({ on, form, personal: { measures = [], ...hearing } }) => ({
    hearing: { on, form, ...hearing },
    measures,
  }),
  'decision-taken': ({ judgement, personal: { decision, reasons, offer, measures = [] } }) => ({
    ...{ decision, reasons, offer, measures },
    finalJudgement: judgement,
  }),
  closed: ({ on, outcome, personal: { into, other } }) => {
    if (outcome === 'withdrawn') return { on };
    if (outcome === 'merged') return { into, other };
    if (isDismissal(outcome)) return { dismissal: outcome };
    return outcome === 'agreed' || outcome === 'lapsed' || outcome === 'not-settled'
      ? { closing: { outcome, on } }
      : undefined;
  },
};

const isDismissal = (outcome: string): outcome is Dismissal => dismissals.some((one) => one === outcome);

const factsOf = <T extends Event['type']>(event: EventOf<T> & { type: T }): RecordedFacts | undefined =>
  factsIn[event.type]?.(event);

/** Finds what the letter of that id was made from; undefined where the journal does not tell. */
export function originOf(id: number, course: readonly Recorded[]): Origin | undefined {
  const written = course.flatMap(({ event }, index) => (isNewLetter(event) ? [index] : []));
  const at = written[id - 1];
  if (at === undefined) return undefined;
  const step = course.slice(0, at).findLastIndex(({ event }) => !factsOf(event)) + 1;
  const start = isSentAgain(course[at]?.event) ? at : step;
  const before = replay(course.slice(0, start).map(({ event }) => event));
  const recorded: RecordedFacts = {};
  for (const { event } of course.slice(start, at)) {
    Object.assign(recorded, factsOf(event));
    // The letter of an answer lists what was promised before it too.
    if (event.type === 'answer-drawn-up')
      recorded.measures = [...(before?.measures ?? []), ...event.personal.measures];
    // And that of a decision taken anew what the one before it promised.
    if (event.type === 'decision-taken')
      recorded.measures = [
        ...decidedMeasures(before ?? { measures: [] }),
        ...(event.personal.measures ?? []),
      ];
  }
  const anew = course.findLastIndex(({ event }) => isMadeAnew(event, id));
  const then = anew < 0 ? before : replay(course.slice(0, anew).map(({ event }) => event));
  return before && then && { before, then, recorded, by: course[at]?.by };
}

/** Tells whether a letter goes out once more: what stands before it is of another step. */
const isSentAgain = (event: Event | undefined): boolean =>
  (event?.type === 'letter-queued' || event?.type === 'letter-sent') && event.again !== undefined;

/** Tells whether the text of a letter that waits was made anew here. */
const isMadeAnew = (event: Event, id: number): boolean =>
  (event.type === 'letter-requeued' || event.type === 'letter-renewed') && event.letter === id;

/** Brings what is known of the people, the days and the measures up to date: only the course of a letter stays as it was. */
export function withPresentFacts({ before, recorded, ...origin }: Origin, now: Complaint): Origin {
  const asNow = (measure: Measure): Measure => now.measures.find(({ id }) => id === measure.id) ?? measure;
  const { measures } = recorded;
  return {
    before: { ...withPresentPeople(before, now), measures: before.measures.map(asNow) },
    recorded: { ...recorded, ...(measures && { measures: measures.map(asNow) }) },
    ...origin,
  };
}

function withPresentPeople(before: Complaint, now: Complaint): Complaint {
  const { complainant, handler, respondents, experts, branch, summary, receivedOn, manner } = now;
  const present = { complainant, handler, respondents, experts, branch, summary, receivedOn, manner };
  const dated = withDate({ ...before, ...present }, 'objectionReceivedOn', now.objection?.receivedOn);
  const answered = answerReceivedOn(before)
    ? withDate(dated, 'answerReceivedOn', answerReceivedOn(now))
    : dated;
  return now.objection ? withDate(answered, 'objectionSentOn', now.objection.sentOn) : answered;
}
