import assert from 'node:assert/strict';
import { decide } from '../../src/procedure/decide.ts';
import { replay } from '../../src/procedure/evolve.ts';
import type { Command, Context } from '../../src/procedure/model/commands.ts';
import type { AnyStage, Complaint } from '../../src/procedure/model/complaint.ts';
import type { Absence, Desk } from '../../src/procedure/model/desk.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { Refusal, type RefusalCode } from '../../src/procedure/model/refusal.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { register, wednesday } from './asked.ts';
import { desk } from './people.ts';

export { wednesday } from './asked.ts';

export const calendar = dutchCalendar();

/** The context of a decision. */
type Circumstances = { today: LocalDate; desk: Desk; mail: boolean };

const ordinary: Circumstances = { today: wednesday, desk, mail: false };

/** An ordinary day at Ballance, unless a test says otherwise. */
export const contextOf = (circumstances: Partial<Circumstances> = {}): Context => {
  const { today, desk, mail } = { ...ordinary, ...circumstances };
  return { now: `${today}T10:00:00.000Z`, today, calendar, desk, mail };
};

/** Lists the events of registering that complaint, on the day of receipt unless told otherwise. */
export function registered(
  over: Parameters<typeof register>[0] & { today?: LocalDate; away?: Absence[] } = {},
): Event[] {
  const { today = over.receivedOn ?? wednesday, away = [], ...registration } = over;
  const context = contextOf({ today, desk: { ...desk, absences: away } });
  return decide(undefined, register(registration), context);
}

/** The state those events lead to. */
export function complaintAfter(...past: Event[][]): Complaint {
  return replay(past.flat()) ?? assert.fail('no events');
}

/** A complaint to which this has happened; without events, none. */
export function given(...past: Event[][]) {
  return scene(past.flat(), ordinary);
}

function scene(past: Event[], circumstances: Circumstances) {
  return {
    on: (today: LocalDate) => scene(past, { ...circumstances, today }),
    with: (change: Partial<Desk>) =>
      scene(past, { ...circumstances, desk: { ...circumstances.desk, ...change } }),
    withMail: () => scene(past, { ...circumstances, mail: true }),
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

/** Passes a complaint off as one of its stage without checking its fields, to test drawings with more than any stage has. */
export const inItsStage = (complaint: AnyStage): Complaint => complaint as Complaint;
