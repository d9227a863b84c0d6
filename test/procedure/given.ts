import assert from 'node:assert/strict';
import { dutchCalendar } from '../../src/calendar/dutch-calendar.ts';
import type { LocalDate } from '../../src/procedure/articles/art02-periods.ts';
import type { Command, Context } from '../../src/procedure/commands.ts';
import type { Complaint } from '../../src/procedure/complaint.ts';
import { decide } from '../../src/procedure/decide.ts';
import type { Absence, Desk } from '../../src/procedure/desk.ts';
import type { Event } from '../../src/procedure/events.ts';
import { replay } from '../../src/procedure/evolve.ts';
import { Refusal, type RefusalCode } from '../../src/procedure/refusal.ts';
import { register } from './asked.ts';
import { desk } from './people.ts';

export const calendar = dutchCalendar();

/** The Wednesday before Easter 2026, on which complaints come in unless a test says otherwise. */
export const wednesday: LocalDate = '2026-04-01';

type Circumstances = { today: LocalDate; desk: Desk };

const contextOf = ({ today, desk }: Circumstances): Context => ({
  now: `${today}T10:00:00.000Z`,
  today,
  calendar,
  desk,
});

/** What happens when that complaint is registered, on the day of receipt unless told otherwise. */
export function registered(
  over: Parameters<typeof register>[0] & { today?: LocalDate; away?: Absence[] } = {},
): Event[] {
  const { today = over.receivedOn ?? wednesday, away = [], ...registration } = over;
  return decide(undefined, register(registration), contextOf({ today, desk: { ...desk, absences: away } }));
}

/** The state those events lead to. */
export function complaintAfter(...past: Event[][]): Complaint {
  return replay(past.flat()) ?? assert.fail('no events');
}

/** A complaint to which this has happened; without events, none. */
export function given(...past: Event[][]) {
  return scene(past.flat(), { today: wednesday, desk });
}

function scene(past: Event[], circumstances: Circumstances) {
  return {
    on: (today: LocalDate) => scene(past, { ...circumstances, today }),
    with: (change: Partial<Desk>) =>
      scene(past, { ...circumstances, desk: { ...circumstances.desk, ...change } }),
    when: (command: Command) => outcome(past, () => decide(replay(past), command, contextOf(circumstances))),
  };
}

function outcome(past: Event[], decided: () => Event[]) {
  return {
    /** Exactly these events, one after the other. */
    happened: (...expected: Event[]) => assert.deepEqual(plain(decided()), plain(expected)),
    leadsTo(holds: (complaint: Complaint) => boolean) {
      const complaint = complaintAfter(past, decided());
      assert(holds(complaint), JSON.stringify(complaint, undefined, 2));
    },
    refused(code: RefusalCode, article?: number) {
      assert.throws(decided, (error) => {
        assert(error instanceof Refusal, String(error));
        assert.deepEqual([error.code, error.article], [code, article]);
        return true;
      });
    },
  };
}

/** Without the fields that are absent anyway, as it comes back from a store. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));
