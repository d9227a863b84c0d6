import type { Standing, View } from './access.ts';
import { canBeWrittenTo } from './articles/art05-forward-and-acknowledge.ts';
import type { Context, Step, StepCommand } from './model/commands.ts';
import type { Complaint, ComplaintIn, Person, Stage } from './model/complaint.ts';
import type { Event } from './model/events.ts';
import { Refusal, type RefusalCode } from './model/refusal.ts';

/** What the rule of a step says, and the words in which most rules are said. */

/** The stages to which a step can lead, from each stage in which it is possible. */
type Moves = Partial<Record<Stage, readonly Stage[]>>;

/** Why a step is not possible: the code of the refusal, and the article where there is one. */
export type Obstacle = { code: RefusalCode; article?: number };

/** The rule of a step: all that the regulation says of it. */
export type StepRule<S extends Step> = {
  /** Who may take it; everybody else is refused. */
  by: readonly Standing[];
  /** The stages in which it is possible, and to which it leads once its letter, if it has one, is sent. */
  moves: Moves;
  /** Why it is not possible in any other stage, where that is not said of every step. */
  elsewhere?: Obstacle;
  /** Whether it sends a letter: then it is not possible while another letter waits for the mail server. */
  sendsLetter?: true;
  /** Tells why it is not possible in one of those stages; undefined when it is. */
  whyNot?: (complaint: Complaint) => Obstacle | undefined;
  /** Tells whether there is a reason to offer it now; an offered step may still be refused for what is filled in. */
  isUseful?: (complaint: Complaint, view: View, by: Person) => boolean;
  /** Decides on it under its article. */
  decide: (complaint: Complaint, command: StepCommand<S>, context: Context) => Event[];
};

export const stays = (from: readonly Stage[]): Moves =>
  Object.fromEntries(from.map((stage) => [stage, [stage]]));
export const closes = (from: readonly Stage[]): Moves =>
  Object.fromEntries(from.map((stage) => [stage, ['closed' as const]]));

/** Decides with what a complaint has in those stages only; in another the step is not possible. */
export const within = <From extends Stage, Of>(
  moves: Record<From, readonly Stage[]>,
  decide: (complaint: ComplaintIn<From>, command: Of, context: Context) => Event[],
) => {
  const isWithin = (complaint: Complaint): complaint is ComplaintIn<From> => complaint.stage in moves;
  return {
    moves,
    decide: (complaint: Complaint, command: Of, context: Context): Event[] => {
      if (!isWithin(complaint)) throw new Refusal('not-now');
      return decide(complaint, command, context);
    },
  };
};

export const unless = (holds: boolean, code: RefusalCode, article?: number): Obstacle | undefined =>
  holds ? undefined : { code, article };

/** Refuses with the closing of the dossier before any other reason. */
export const orClosed = ({ stage }: Complaint, obstacle?: Obstacle): Obstacle | undefined =>
  obstacle && stage === 'closed' ? { code: 'closed' } : obstacle;

/** Refuses a letter to a complainant of whom nothing is known (Art. 5 and 6). */
export const isToSomebody = ({ complainant }: Complaint) =>
  unless(canBeWrittenTo(complainant), 'complainant-unknown', 5);

export const hasRespondents = ({ respondents }: Complaint) =>
  unless(respondents.length > 0, 'not-a-respondent');

/** Refuses erasure with a legal hold before any other reason. */
export const unlessHeld = ({ hold }: Complaint, holds: boolean): Obstacle | undefined =>
  hold ? { code: 'on-hold' } : unless(holds, 'not-now');
