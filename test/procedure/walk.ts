import fc from 'fast-check';
import { website } from '../../src/procedure/articles/art04-website.ts';
import type { Context, Step, StepCommand } from '../../src/procedure/model/commands.ts';
import type { Complaint, Person, Stage } from '../../src/procedure/model/complaint.ts';
import { inOrderOfHandling, isAmong, isAtDesk } from '../../src/procedure/model/desk.ts';
import type { DateField } from '../../src/procedure/model/events.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { openSteps } from '../../src/procedure/open-steps.ts';
import { stepNames, steps } from '../../src/procedure/steps.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { registration } from './asked.ts';
import { contextOf } from './given.ts';
import { desk, fatima, ingrid, joris, lars, sanne, willem } from './people.ts';
import { wellFilled } from './well-filled.ts';

/** Everybody who plays a part. */
export const cast = [lars, fatima, willem, ingrid, sanne, joris];

/**
 * Says which random courses are walked: with their seed fixed the same ones every time, unless the environment asks for others (SEED), or
 * for more (RUNS).
 */
export const courses = (numRuns: number, seed: number) => ({
  numRuns: Number(process.env.RUNS ?? numRuns),
  seed: Number(process.env.SEED ?? seed),
});

/** The most turns of a course, or so many times more (LONGER). */
export const atMost = (turns: number): number => turns * Number(process.env.LONGER ?? 1);

const aPerson = fc.constantFrom(...cast);

/** The faults of a command. */
const faults = ['none', 'no text', 'a day to come', 'another day', 'long ago', 'nobody'] as const;

/** One turn of a random course: time passes, the world changes, and somebody does something. */
export type Turn = {
  days: number;
  away: Person[];
  mail: boolean;
  mailAccepts: boolean;
  /** A step that is open now (its index), preferably one that changes the stage, or any step by anybody. */
  does: { open: number; onward: boolean } | { step: Step; by: Person };
  about: Person;
  /** The other of two ways, where a step has two: settled, or a late objection refused. */
  otherwise: boolean;
  fault: (typeof faults)[number];
  /** How many days ago it happened, where it is recorded on another day. */
  ago: number;
};

const somethingOpen: fc.Arbitrary<Turn['does']> = fc.record({
  open: fc.nat({ max: 999 }).map((n) => n / 1000),
  onward: fc.nat({ max: 4 }).map((n) => n > 0),
});
const anything: fc.Arbitrary<Turn['does']> = fc.record({ step: fc.constantFrom(...stepNames), by: aPerson });

export const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    days: fc.oneof(
      { weight: 8, arbitrary: fc.nat({ max: 3 }) },
      { weight: 1, arbitrary: fc.nat({ max: 45 }) },
    ),
    away: fc.oneof({ weight: 3, arbitrary: fc.constant<Person[]>([]) }, fc.subarray(cast)),
    mail: fc.boolean(),
    mailAccepts: fc.boolean(),
    does: fc.oneof({ weight: 3, arbitrary: somethingOpen }, { weight: 1, arbitrary: anything }),
    about: aPerson,
    otherwise: fc.boolean(),
    fault: fc.oneof({ weight: 4, arbitrary: fc.constant(faults[0]) }, fc.constantFrom(...faults)),
    ago: fc.nat({ max: 40 }),
  }),
  { minLength: 5, maxLength: atMost(25), size: 'max' },
);

/** Whoever it is about does not remedy it (Art. 1), nor registers what nobody else would know of (Art. 5). */
export const beginnings = fc
  .record({
    respondents: fc.oneof(fc.constant<Person[]>([]), fc.subarray(cast)),
    by: aPerson,
    remedied: fc.nat({ max: 30 }).map((n) => n === 0),
    isByWebsite: fc.nat({ max: 4 }).map((n) => n === 0),
    complainant: fc.constantFrom(registration.complainant, registration.complainant, {
      name: 'Onbekend',
      unnamed: 'unknown' as const,
    }),
  })
  .map(({ isByWebsite, ...one }) => {
    if (!isByWebsite) {
      const { by, respondents } = one;
      if (!isAmong(by, respondents)) return one;
      const isOfAll = inOrderOfHandling(desk).every(({ person }) => isAmong(person, respondents));
      return {
        ...one,
        remedied: false,
        respondents: isOfAll ? respondents.filter(({ id }) => id !== by.id) : respondents,
      };
    }
    const named = one.respondents.filter((person) => isAtDesk(person, desk));
    const supposed = named.length > 0 ? { supposed: named.map(({ id }) => id) } : {};
    return { ...one, by: website, remedied: false, respondents: named, ...supposed };
  });

/** The circumstances in which that turn is taken. */
export const contextFor = ({ away, mail }: Turn, today: LocalDate): Context => {
  const absences = away.map((person) => ({ person, from: today, until: today }));
  return contextOf({ today, mail, desk: { ...desk, absences } });
};

export type OpenStep = { step: Step; by: Person };

/** Every step that is open to anybody, in the order of the buttons. */
export const openTo = (complaint: Complaint, context: Context): OpenStep[] =>
  cast
    .flatMap((by) => openSteps(by, complaint, context).map((step) => ({ step, by })))
    .sort((a, b) => stepNames.indexOf(a.step) - stepNames.indexOf(b.step));

/** The steps that end a complaint before its course. */
const exits: readonly Step[] = ['mediate', 'withdraw', 'dismiss', 'merge'];

export const isExit = (step: Step): boolean => exits.includes(step);

/** Tells whether a step moves a complaint on to another stage. */
export const leadsOn = (step: Step, stage: Stage): boolean =>
  step === 'send-by-hand' ||
  (!isExit(step) && step !== 'reopen' && !!steps[step].moves[stage]?.some((to) => to !== stage));

/** The steps that lead a closed dossier on: to its erasure, or back. */
const afterwards: readonly Step[] = ['request-erasure', 'answer-erasure', 'reopen'];

function choice(
  { open: place, onward }: { open: number; onward: boolean },
  open: OpenStep[],
  { stage }: Complaint,
): OpenStep | undefined {
  const among = onward ? open.filter(({ step }) => leadsOn(step, stage) || afterwards.includes(step)) : open;
  return among[Math.floor(place * among.length)];
}

/** The command of that turn, and whether it is one that must be accepted. */
export function commandOf(
  { does, about, otherwise, fault, ago }: Turn,
  complaint: Complaint,
  open: OpenStep[],
  context: Context,
): { command: StepCommand; mustSucceed: boolean } {
  const opened = 'open' in does ? choice(does, open, complaint) : undefined;
  const { step, by } = opened ?? ('step' in does ? does : { step: 'add-note' as const, by: about });
  const { respondents } = complaint;
  const newcomer = isAmong(about, respondents)
    ? { id: personId(`stranger-${respondents.length}`), name: 'Noor' }
    : about;
  const command = wellFilled(step, by, complaint, context, { about: newcomer, otherwise });
  return { command: spoiled(command, fault, ago, context), mustSucceed: !!opened && fault === 'none' };
}

const dayFields = ['on', 'sentOn', 'receivedOn', 'to'];

const dateFields: readonly DateField[] = [
  'receivedOn',
  'answerReceivedOn',
  'objectionReceivedOn',
  'objectionSentOn',
];

/** Makes every field of the command wrong that can be. */
function spoiled(command: StepCommand, fault: Turn['fault'], ago: number, { today }: Context): StepCommand {
  const wrong = (key: string, value: unknown): unknown => {
    if (key === 'type' || key === 'number' || key === 'by' || typeof value !== 'string') return value;
    const isDay = dayFields.includes(key) && /^\d{4}-/.test(value);
    if (fault === 'a day to come') return isDay ? addDays(today, 1) : value;
    if (fault === 'another day') return isDay ? addDays(today, -ago) : value;
    if (fault === 'long ago') return isDay ? '1999-12-31' : value;
    if (fault === 'no text') return isDay ? value : ' ';
    return ['of', 'to', 'respondent', 'measure', 'secondRepresentative'].includes(key) ? 'nobody' : value;
  };
  if (fault === 'none') return command;
  const field = fault === 'another day' && command.type === 'correct-date' && dateFields[ago % 4];
  // What a document is was read from its content, and nobody types it.
  const kept = 'document' in command && { document: command.document };
  return { ...JSON.parse(JSON.stringify(command), wrong), by: command.by, ...(field && { field }), ...kept };
}
