import assert from 'node:assert/strict';
import { objectionDeadline } from '../../src/procedure/deadlines.ts';
import { decide } from '../../src/procedure/decide.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { openSteps } from '../../src/procedure/open-steps.ts';
import { stepNames } from '../../src/procedure/steps.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { completeMeasure, requestStatement, sendByHand, withdraw } from './asked.ts';
import { calendar, complaintAfter, contextOf, given, registered } from './given.ts';
import { answered, objected, waived } from './happened.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from './people.ts';
import { situations } from './situations.ts';
import { wellFilled } from './well-filled.ts';

const everybody = [lars, fatima, willem, ingrid, sanne, joris];

describe('the buttons on a card', () => {
  for (const [situation, past] of Object.entries(situations)) {
    it(`are exactly the steps that are not refused, of a complaint that is ${situation}`, () => {
      const complaint = complaintAfter(past);
      for (const by of everybody) {
        const accepted = stepNames.filter((step) => {
          try {
            decide(complaint, wellFilled(step, by, complaint, contextOf()), contextOf());
            return true;
          } catch (error) {
            assert(error instanceof Refusal, String(error));
            return false;
          }
        });
        assert.deepEqual(accepted, openSteps(by, complaint, contextOf()));
      }
    });
  }

  it('stand in one order: what the article asks for first, then what is possible at any time', () => {
    const steps = openSteps(lars, complaintAfter(registered({ respondents: [joris] })), contextOf());
    assert.deepEqual(steps.slice(0, 3), ['acknowledge', 'answer', 'request-statement']);
    assert.deepEqual(steps.slice(-4), ['dismiss', 'merge', 'set-hold', 'request-redaction']);
  });

  it('offer to close an answered complaint from the day after the month and the week for its post', () => {
    const complaint = complaintAfter(registered(), answered());
    const lastDay = objectionDeadline(complaint, calendar)?.dueOn ?? assert.fail();
    const canClose = (today: LocalDate) => openSteps(lars, complaint, contextOf({ today })).includes('close');
    assert(!canClose(addDays(lastDay, 7)));
    assert(canClose(addDays(lastDay, 8)));
  });

  it('offer to close a waived one only where no board member is free to decide', () => {
    const canClose = (respondents: (typeof lars)[]) =>
      openSteps(
        lars,
        complaintAfter(registered({ respondents }), objected(), waived()),
        contextOf(),
      ).includes('close');
    assert(!canClose([willem]));
    assert(canClose([willem, ingrid]));
  });

  it('do not offer to hand over where there is nobody to hand it to', () => {
    const alone = contextOf({ desk: { ...desk, substitutes: [], board: [] } });
    assert(!openSteps(lars, complaintAfter(registered()), alone).includes('hand-over'));
    const conflicted = everybodyAtTheDesk.slice(1);
    const complaint = complaintAfter(registered({ respondents: conflicted }));
    assert(!openSteps(lars, complaint, contextOf()).includes('hand-over'));
  });
});

describe('a step that is not open', () => {
  it('is refused with what stands in the way', () => {
    given(registered()).when(requestStatement()).refused('not-a-respondent');
    given(registered()).when(completeMeasure()).refused('unknown-measure');
    given(registered()).when(sendByHand()).refused('no-letter-waits');
    given(situations.closed ?? [])
      .when(withdraw())
      .refused('closed');
  });
});
