import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maySeeDossier } from '../../src/procedure/access.ts';
import { stageAfterLetter } from '../../src/procedure/after-letter.ts';
import { assign } from '../../src/procedure/articles/art05-handler.ts';
import { letterAccepted } from '../../src/procedure/articles/letters.ts';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import { decide } from '../../src/procedure/decide.ts';
import { evolve, replay } from '../../src/procedure/evolve.ts';
import type { Context, Step } from '../../src/procedure/model/commands.ts';
import { type Complaint, type Person, type Stage, stages } from '../../src/procedure/model/complaint.ts';
import { inOrderOfHandling, isAmong } from '../../src/procedure/model/desk.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { type LetterKind, waitingLetters } from '../../src/procedure/model/letter.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { mayCommand, openSteps } from '../../src/procedure/open-steps.ts';
import { stepNames, steps } from '../../src/procedure/steps.ts';
import { blankPersonal } from '../../src/register/model/journal.ts';
import { nextReminderAt } from '../../src/register/notify/reminders.ts';
import { addDays } from '../../src/time/local-date.ts';
import { config } from '../register/an-office.ts';
import { story } from '../story.ts';
import { register, wednesday } from './asked.ts';
import { isInOrder } from './days-of-a-journal.ts';
import { daysIn } from './days-of-events.ts';
import { calendar, contextOf, plain } from './given.ts';
import { desk } from './people.ts';
import {
  beginnings,
  commandOf,
  contextFor,
  courses,
  leadsOn,
  type OpenStep,
  openTo,
  type Turn,
  turns,
} from './walk.ts';

/** The step whose letter moves the stage. */
const stepOf: Partial<Record<LetterKind, Step>> = {
  acknowledgement: 'acknowledge',
  answer: 'answer',
  'hearing-invitation': 'offer-hearing',
  'final-decision': 'decide',
  mediation: 'mediate',
  'no-handler': 'announce-no-handler',
  merger: 'merge',
};

const newcomer: Person = { id: personId('newcomer'), name: 'Mo de Groot' };
const onesOwn = stepNames.filter((step) => step !== 'give-statement' && step !== 'add-document');

/** Every move of the table, as `from step to`; the walks remove those that they make. */
const moves = new Set(
  stepNames.flatMap((step) =>
    Object.entries(steps[step].moves).flatMap(([from, to]) =>
      to.filter((stage) => stage !== from).map((stage) => `${from} ${step} ${stage}`),
    ),
  ),
);

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const one of Object.values(value)) frozen(one);
  }
  return value;
};

/** The step leads where the table says: at once, or nowhere yet where its letter waits. */
function staysInTheTable(step: Step, from: Stage, to: Stage, waits: boolean): void {
  moves.delete(`${from} ${step} ${to}`);
  const known = steps[step].moves[from] ?? assert.fail(`${step} is not possible in ${from}`);
  assert(known.includes(to) || (waits && to === from), `${step} led from ${from} to ${to}`);
}

/** A letter that went out moves the stage as the step does that wrote it, or not at all. */
function letterStaysInTheTable(kind: LetterKind | undefined, from: Stage, to: Stage): void {
  const step = kind && stepOf[kind];
  if (from !== to) staysInTheTable(step ?? assert.fail(`a letter moved ${from} to ${to}`), from, to, false);
}

/** Asserts what is true of every complaint at any moment. */
function holds(complaint: Complaint, open: OpenStep[], context: Context): void {
  canGoOn(complaint, open, context);
  for (const respondent of complaint.respondents) {
    assert(!maySeeDossier(respondent, complaint, context));
    for (const step of onesOwn) assert(!mayCommand(respondent, step, complaint, context), step);
  }
}

/** A deadline of Ballance that runs has a reminder ahead of it. */
function isGuarded(complaint: Complaint, context: Context): void {
  const owed = runningDeadlines(complaint, calendar, desk).filter(({ owedBy }) => owedBy === 'ballance');
  const next = nextReminderAt(complaint, () => true, context.now, config);
  assert(owed.length === 0 || (next !== undefined && next > context.now), 'nothing reminds of a deadline');
}

/** Only where it is about everybody at the desk and its receiver, there is nobody who may reopen it. */
const nobodyKnowsIt = ({ handler, respondents, receiver }: Complaint): boolean =>
  !handler && isAmong(receiver, respondents);

/** Somebody can take it a step further, and from a closed dossier back; only where it is about everybody at the desk, a newcomer must come first. */
function canGoOn(complaint: Complaint, open: OpenStep[], context: Context): void {
  const { stage, handler, respondents } = complaint;
  if (complaint.erased) return;
  if (stage === 'closed') {
    assert(open.some(({ step }) => step === 'reopen') || nobodyKnowsIt(complaint), 'there is no way back');
    return;
  }
  if (handler) {
    const onward = open.filter(({ step }) => leadsOn(step, stage) || step === 'judge-name');
    assert(onward.length > 0, `nobody can go on from ${stage}`);
    return;
  }
  assert(inOrderOfHandling(context.desk).every(({ person }) => isAmong(person, respondents)));
  const desk = { ...context.desk, board: [...context.desk.board, newcomer] };
  const assigned = assign(complaint, { ...context, desk }).reduce<Complaint>(evolve, complaint);
  assert(openSteps(newcomer, assigned, { ...context, desk }).length > 0);
}

function walk(beginning: Parameters<typeof register>[0], course: Turn[]): void {
  const journal: Event[] = decide(undefined, register(beginning), contextOf());
  let complaint = frozen(replay(journal) ?? assert.fail());
  let today = wednesday;

  const happens = (events: Event[]): void => {
    journal.push(...events);
    complaint = frozen(events.reduce<Complaint>(evolve, complaint));
    isInOrder(journal);
  };

  for (const turn of course) {
    today = addDays(today, turn.days);
    const context = contextFor(turn, today);
    for (const { id, kind } of turn.mailAccepts ? waitingLetters(complaint) : []) {
      const { stage } = complaint;
      happens(letterAccepted(complaint, id, today));
      letterStaysInTheTable(kind, stage, complaint.stage);
    }
    const open = openTo(complaint, context);
    holds(complaint, open, context);

    const { command, mustSucceed } = commandOf(turn, complaint, open, context);
    const before = JSON.stringify(complaint);
    try {
      const events = decide(complaint, command, context);
      for (const event of events)
        for (const { kind, day } of daysIn(event))
          if (kind !== 'reckoned') assert(kind === 'today' ? day === today : day <= today, event.type);
      const { stage } = complaint;
      const byHand =
        command.type === 'send-by-hand' && waitingLetters(complaint).find(({ id }) => id === command.letter);
      happens(events);
      const waits = events.some(({ type }) => type === 'letter-queued');
      if (byHand) letterStaysInTheTable(byHand.kind, stage, complaint.stage);
      else staysInTheTable(command.type, stage, complaint.stage, waits);
      if (stage !== complaint.stage) isGuarded(complaint, context);
    } catch (error) {
      assert(error instanceof Refusal, String(error));
      assert(!mustSucceed, `${command.type} was open, and refused: ${error.message}`);
      assert.equal(JSON.stringify(complaint), before);
    }
  }
  const context = contextOf({ today });
  holds(complaint, openTo(complaint, context), context);
  isGuarded(complaint, context);
  assert.deepEqual(plain(replay(plain(journal))), plain(complaint));
  if (complaint.erased) {
    erasures += 1;
    const blank = journal.map((event) => ({ ...event, personal: blankPersonal }) as Event);
    assert.deepEqual(plain(replay(blank)), plain(complaint));
  }
}

/** Courses that ended in erasure. */
let erasures = 0;

describe('any course of a complaint, with any steps of anybody on any day', () => {
  const step = story('is one that the regulation knows, and together they are all of it');

  step('stays within the regulation, can always go on, is guarded, and is what its journal says', () => {
    fc.assert(fc.property(beginnings, turns, walk), courses(3000, 20260412));
  });

  step('leads, in one of those courses, along every move of the transition table', () => {
    assert.deepEqual([...moves], []);
  });

  step(
    'ends, in some of them, in erasure, after which the journal without people still says the same',
    () => {
      assert(erasures > 10, `${erasures}`);
    },
  );

  it('has letters that lead where their steps do', () => {
    for (const [kind, change] of Object.entries(stageAfterLetter)) {
      if (!change) continue;
      const { from, to } = change;
      const step = stepOf[kind as LetterKind] ?? assert.fail();
      const { moves } = steps[step];
      // A letter that goes with a closing leads to the stage to which the dossier can be reopened.
      const closes =
        ['mediation', 'merger'].includes(kind) && from.every((stage) => moves[stage]?.includes('closed'));
      if (closes) continue;
      for (const stage of from) assert(moves[stage]?.includes(to), `${kind} in ${stage}`);
      // What a step does besides, before its letter is sent, stands first.
      const isFrom = (stage: Stage) => from.some((one) => one === stage);
      const byLetter = stages.filter((stage) => moves[stage]?.[0] === to && (stage !== to || isFrom(stage)));
      assert.deepEqual(byLetter.sort(), [...from].sort());
    }
  });
});
