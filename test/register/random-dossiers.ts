import assert from 'node:assert/strict';
import fc from 'fast-check';
import { letterAccepted } from '../../src/procedure/articles/letters.ts';
import { decide } from '../../src/procedure/decide.ts';
import { origins } from '../../src/procedure/model/complaint.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { waitingLetters } from '../../src/procedure/model/letter.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { withEvents } from '../../src/register/with-events.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { register } from '../procedure/asked.ts';
import { contextOf } from '../procedure/given.ts';
import { fatima } from '../procedure/people.ts';
import { beginnings, commandOf, contextFor, openTo, turns } from '../procedure/walk.ts';

const many = fc.record({
  beginning: beginnings,
  course: turns,
  /** The day on which it is received, so many after the third of February 2025. */
  after: fc.nat({ max: 695 }),
  origin: fc.constantFrom(...origins),
  branch: fc.constantFrom('Zeist', 'utrecht', 'Elders', undefined),
});

/**
 * Plays so many courses, each of a complaint received in 2025 or 2026, and calls `noted` with the dossier after each turn. Returns every
 * state of each.
 */
export function randomDossiers(
  count: number,
  seed: number,
  noted: (dossier: Dossier) => void = () => {},
): Dossier[][] {
  return fc.sample(many, { numRuns: count, seed }).map(({ beginning, course, after, ...facts }, index) => {
    let today: LocalDate = addDays('2025-02-03', after);
    const blank = { id: `K-2026-${String(index + 1).padStart(4, '0')}`, kind: 'dossier' as const };
    const context = contextOf({ today });
    const over = { ...beginning, ...facts, receivedOn: today };
    const begun = decide(undefined, register(over), context);
    let dossier = withEvents({ ...blank, journal: [], outbox: [], ledger: [], formIds: [] } as never, begun, {
      by: fatima,
      context,
    });
    const states = [dossier];
    noted(dossier);
    const happens = (events: Event[]): void => {
      dossier = withEvents(dossier, events, { by: fatima, context: contextOf({ today }) });
      states.push(dossier);
      noted(dossier);
    };
    for (const turn of course) {
      today = addDays(today, turn.days);
      for (const { id } of turn.mailAccepts ? waitingLetters(dossier.complaint) : [])
        happens(letterAccepted(dossier.complaint, id, today));
      const now = contextFor(turn, today);
      if (dossier.complaint.erased) break;
      const { command } = commandOf(turn, dossier.complaint, openTo(dossier.complaint, now), now);
      try {
        happens(decide(dossier.complaint, command, now));
      } catch (error) {
        assert(error instanceof Refusal, String(error));
      }
    }
    return states;
  });
}
