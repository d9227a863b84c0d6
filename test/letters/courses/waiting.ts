import assert from 'node:assert/strict';
import { decide } from '../../../src/procedure/decide.ts';
import { replay } from '../../../src/procedure/evolve.ts';
import type { Complainant } from '../../../src/procedure/model/complainant.ts';
import type { Complaint, Person } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import type { DispatchManner, LetterKind } from '../../../src/procedure/model/letter.ts';
import { stepForms } from '../../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../../src/teams/steps/step.ts';
import { letterDate } from '../../../src/time/dutch-date.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { contextOf, registered } from '../../procedure/given.ts';
import { desk, sanne } from '../../procedure/people.ts';
import { settingOf } from '../../teams/form-examples.ts';
import { courses } from './courses.ts';
import type { Course } from './played.ts';

type Caused = { event: Event; by: Person };

/** A letter that was given to a mail server. */
export type Waits = {
  kind: LetterKind;
  /** All events of the complaint before its step, with who caused each, and those of the step. */
  past: Caused[];
  queued: Event[];
  by: Person;
  /** The setting in which it was written. */
  setting: Setting;
  /** Makes it as its own form would in that manner on a later day; undefined where that form makes none. */
  direct(manner: DispatchManner, on: LocalDate): string | undefined;
};

const email = 'klager@voorbeeld.nl';

/** Writes the draft of a form that closes as a letter says it after the closing: on which day that was, and not that it is today. */
export const asClosed = (draft: string | undefined, closedOn: LocalDate | undefined): string | undefined =>
  closedOn === undefined
    ? draft
    : draft?.replace(
        /Wij sluiten uw klacht op .*? \d{4}\.|Wij hebben uw klacht gesloten op .*? \d{4}\./,
        `Wij hebben uw klacht gesloten op ${letterDate(closedOn)}.`,
      );

/** Where the complainant of every course is reached, by e-mail and by post. */
const withAddresses = (complainant: Complainant): Complainant => ({
  address: 'Kade 9, Utrecht',
  ...complainant,
  email,
});

/** Gives the complainant those addresses, which the complaint has from its first event on. */
function reached([first, ...rest]: readonly Caused[]): Caused[] {
  assert(first?.event.type === 'registered');
  const { event, by } = first;
  const complainant = withAddresses(event.personal.complainant);
  return [{ event: { ...event, personal: { ...event.personal, complainant } }, by }, ...rest];
}

/** Lists each letter of a course as it waits for the mail server, with the course before it as it was played. */
function waiting({ complaint, absences = [], steps }: Course): Promise<Waits[]> {
  return steps.reduce(async (earlier, [on, step, typed, taker], index) => {
    const found = await earlier;
    const past = await playedUntil({ complaint, absences, steps: steps.slice(0, index) });
    const before = replay(past.map(({ event }) => event)) ?? assert.fail('no complaint');
    const by = taker ?? before.handler?.person ?? assert.fail('nobody handles it');
    const now: Complaint = { ...before, complainant: withAddresses(before.complainant) };
    const at = (today: LocalDate) => settingFor(now, today, { by, absences, past, mail: true });
    const setting = at(on);
    const form = stepForms[step];
    const filled = { wording: before.summary, ...typed };
    const parsed = await form.read(
      { ...filled, ...(typed.manner && typed.manner !== 'none' && { manner: 'email' }) },
      setting,
    );
    if ('errors' in parsed) assert.fail(`${step} on ${on}: ${JSON.stringify(parsed.errors)}`);
    const queued = decide(now, parsed.value, setting);
    const kind = queued.find((event) => event.type === 'letter-queued')?.kind;
    const direct: Waits['direct'] = (manner, sentOn) =>
      form.draft?.({ ...filled, manner, sentOn }, at(sentOn));
    return kind ? [...found, { kind, past: reached(past), queued, by, setting, direct }] : found;
  }, Promise.resolve<Waits[]>([]));
}

async function playedUntil({ complaint, absences = [], steps }: Course): Promise<Caused[]> {
  const past: Caused[] = registered({ ...complaint, away: [...absences] }).map((event) => ({
    event,
    by: sanne,
  }));
  for (const [on, step, typed, taker] of steps) {
    const before = replay(past.map(({ event }) => event)) ?? assert.fail('no complaint');
    const by = taker ?? before.handler?.person ?? assert.fail('nobody handles it');
    const setting = settingFor(before, on, { by, absences, past, mail: false });
    const parsed = await stepForms[step].read({ wording: before.summary, ...typed }, setting);
    if ('errors' in parsed) assert.fail(`${step} on ${on}: ${JSON.stringify(parsed.errors)}`);
    past.push(...decide(before, parsed.value, setting).map((event) => ({ event, by })));
  }
  return past;
}

type Seat = { by: Person; absences: NonNullable<Course['absences']>; past: readonly Caused[]; mail: boolean };

const settingFor = (complaint: Complaint, today: LocalDate, { by, absences, past, mail }: Seat): Setting =>
  settingOf(complaint, {
    ...contextOf({ today, desk: { ...desk, absences: [...absences] }, mail }),
    by,
    course: past,
    seen: async (number) => ({ ...complaint, number, letters: [] }),
  });

/** Lists every letter of every course as it waits for the mail server. */
export const waitingLettersOf = async (): Promise<Waits[]> =>
  (await Promise.all(Object.values(courses).map(waiting))).flat();
