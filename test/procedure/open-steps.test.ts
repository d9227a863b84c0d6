import assert from 'node:assert/strict';
import type { Command } from '../../src/procedure/commands.ts';
import { decide } from '../../src/procedure/decide.ts';
import { openSteps, type Step } from '../../src/procedure/open-steps.ts';
import { Refusal } from '../../src/procedure/refusal.ts';
import { acknowledge, addNote, handOver, withdraw } from './asked.ts';
import { calendar, complaintAfter, registered, wednesday } from './given.ts';
import { acknowledged, handedOver, withdrawn } from './happened.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from './people.ts';

const asked: Record<Step, (over: { by: typeof lars }) => Command> = {
  acknowledge,
  'add-note': addNote,
  'hand-over': ({ by }) => handOver({ by, to: by === ingrid ? willem.id : ingrid.id }),
  withdraw,
};

describe('the buttons on a card', () => {
  it('are exactly the steps that are not refused', () => {
    for (const past of [
      [registered()],
      [registered(), acknowledged()],
      [registered(), handedOver()],
      [registered({ respondents: [lars] })],
      [registered({ remedied: true })],
      [registered(), withdrawn()],
      [registered({ respondents: everybodyAtTheDesk })],
    ]) {
      const complaint = complaintAfter(...past);
      for (const by of [lars, fatima, willem, ingrid, sanne, joris]) {
        const accepted = Object.entries(asked).flatMap(([step, command]) => {
          try {
            decide(complaint, command({ by }), { now: '', today: wednesday, calendar, desk });
            return [step];
          } catch (error) {
            assert(error instanceof Refusal, String(error));
            return [];
          }
        });
        assert.deepEqual(accepted, openSteps(by, complaint, desk));
      }
    }
  });

  it('stand in one order, the article that comes next first', () => {
    assert.deepEqual(openSteps(lars, complaintAfter(registered()), desk), [
      'acknowledge',
      'add-note',
      'hand-over',
      'withdraw',
    ]);
  });
});
