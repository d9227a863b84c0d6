import assert from 'node:assert/strict';
import { assign } from '../../src/procedure/articles/art05-handler.ts';
import { letterAccepted } from '../../src/procedure/articles/letters.ts';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import { decide } from '../../src/procedure/decide.ts';
import { replay } from '../../src/procedure/evolve.ts';
import type { Step } from '../../src/procedure/model/commands.ts';
import type { Person, Registration, Stage } from '../../src/procedure/model/complaint.ts';
import type { Desk } from '../../src/procedure/model/desk.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import type { Outcome } from '../../src/procedure/model/outcome.ts';
import type { RefusalCode } from '../../src/procedure/model/refusal.ts';
import { openSteps } from '../../src/procedure/open-steps.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { type Ask, asking, register, wednesday } from './asked.ts';
import { calendar, contextOf } from './given.ts';
import { desk as ourDesk } from './people.ts';

/** Plays a complaint day by day; each step is taken by its handler unless the step says who. */
export function course(registration: Partial<Registration> & { by?: Person } = {}, { mail = false } = {}) {
  let desk: Desk = ourDesk;
  let today = registration.receivedOn ?? wednesday;
  const context = () => contextOf({ today, desk, mail });
  const journal: Event[] = decide(undefined, register(registration), context());
  const complaint = () => replay(journal) ?? assert.fail('no events');
  const take = (ask: Ask): Event[] =>
    decide(complaint(), ask(asking(today, complaint().handler?.person)), context());

  const story = {
    /** Moves to that day and takes these steps. */
    on(day: LocalDate, ...steps: Ask[]) {
      assert(day >= today, 'time does not go back');
      today = day;
      for (const step of steps) journal.push(...take(step));
      return story;
    },
    /** Asserts that a step is refused now. */
    not(step: Ask, code: RefusalCode, article?: number) {
      assert.throws(() => take(step), { name: 'Refusal', code, article });
      return story;
    },
    /** The mail server accepts the letters that wait. */
    mailAccepted() {
      for (const { id } of complaint().letters) journal.push(...letterAccepted(complaint(), id, today));
      return story;
    },
    /** Other people sit at the desk from now on. */
    deskBecomes(change: Partial<Desk>) {
      desk = { ...desk, ...change };
      journal.push(...assign(complaint(), { desk, today }));
      return story;
    },
    isHandledBy(person: Person | undefined) {
      assert.equal(complaint().handler?.person.name, person?.name);
      return story;
    },
    is(stage: Stage) {
      assert.equal(complaint().stage, stage);
      return story;
    },
    /** Exactly these deadlines run: 'answer 2026-04-22'. */
    runs(...expected: string[]) {
      const running = runningDeadlines(complaint(), calendar, desk);
      assert.deepEqual(
        running.map(({ kind, dueOn }) => `${kind} ${dueOn}`),
        expected,
      );
      return story;
    },
    /** These letters have gone out, in this order. */
    sent(...expected: string[]) {
      const sent = complaint().letters.filter(({ sentOn }) => sentOn);
      assert.deepEqual(
        sent.map(({ kind, sentOn }) => `${kind} ${sentOn}`),
        expected,
      );
      return story;
    },
    /** It is closed, for that reason on that day, and nobody has anything left to do. */
    closedAs(outcome: Outcome, on: LocalDate = today) {
      const { stage, closed } = complaint();
      assert.deepEqual([stage, closed?.outcome, closed?.on], ['closed', outcome, on]);
      return story;
    },
    /** They can do nothing about it. */
    hasNothingOpen(...people: Person[]) {
      for (const person of people) story.opens(person);
      return story;
    },
    /** They can do that about it, and nothing else. */
    opens(person: Person, ...steps: Step[]) {
      assert.deepEqual(story.steps(person), steps);
      return story;
    },
    /** Lists the steps that somebody can take, besides those that keep or erase the dossier, or are possible after any closing. */
    steps: (person: Person) =>
      openSteps(person, complaint(), context()).filter(
        (step) => !keeping.includes(step) && !(complaint().stage === 'closed' && afterClosing.includes(step)),
      ),
    complaint,
    journal,
  };
  return story;
}

const afterClosing: readonly Step[] = [
  'reopen',
  'add-note',
  'record-experts',
  'record-satisfaction',
  'record-lesson',
  'correct-facts',
  'send-again',
];

const keeping: readonly Step[] = [
  'add-document',
  'export-dossier',
  'request-redaction',
  'answer-redaction',
  'request-erasure',
  'answer-erasure',
  'set-hold',
  'lift-hold',
];

/** Received on 1 April, acknowledged the day after, and answered on Wednesday 15 April. */
export const answered = (...given: Parameters<typeof course>) =>
  course(...given)
    .on('2026-04-02', (ask) => ask.acknowledge())
    .on('2026-04-15', (ask) => ask.answer());

/** Answered, and on 22 April the complainant does not agree. */
export const objected = (...given: Parameters<typeof course>) =>
  answered(...given).on('2026-04-22', (ask) => ask.object());
