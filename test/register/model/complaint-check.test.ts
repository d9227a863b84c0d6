import assert from 'node:assert/strict';
import { evolve } from '../../../src/procedure/evolve.ts';
import type { AnyStage, ComplaintIn } from '../../../src/procedure/model/complaint.ts';
import { isComplaint } from '../../../src/register/model/complaint-check.ts';
import { complaintAfter, registered } from '../../procedure/given.ts';
import { heard, objected } from '../../procedure/happened.ts';

const objection = { receivedOn: '2026-04-20', text: 'Een nummer lost niets op.' } as const;
const complaint: AnyStage = { ...complaintAfter(registered(), objected()), objection };

describe('a complaint that is stored', () => {
  it('can be read with the fields of its stage', () => {
    assert.ok(isComplaint(complaint));
    assert.ok(isComplaint({ ...complaint, stage: 'waived', waivedOn: '2026-04-21' }));
    assert.ok(
      isComplaint({
        ...complaint,
        stage: 'closed',
        closed: { on: '2026-04-21', outcome: 'agreed', from: 'answered' },
      }),
    );
  });

  const others: Record<string, AnyStage> = {
    'was objected to without an objection': { ...complaint, objection: undefined },
    'was heard without an objection': { ...complaint, stage: 'heard', objection: undefined },
    'is waived on no day': { ...complaint, stage: 'waived' },
    'is invited to no hearing': { ...complaint, stage: 'hearing-offered' },
    'is closed in no way': { ...complaint, stage: 'closed' },
    'was objected to before the answer': { ...complaint, stage: 'acknowledged' },
    'is open and closed': { ...complaint, closed: { on: '2026-04-21', outcome: 'lapsed', from: 'answered' } },
  };
  for (const [name, other] of Object.entries(others))
    it(`cannot be read when it ${name}`, () => assert.equal(isComplaint(other), false));
});

describe('the fields of a stage', () => {
  it('are known to the compiler', () => {
    const ofObjection = (one: ComplaintIn<'objected'>): string => one.objection.text;
    // @ts-expect-error: before the answer nobody has objected.
    const ofAnswer = (one: ComplaintIn<'acknowledged'>): string => one.objection.text;
    // @ts-expect-error: what was reopened is not closed any more.
    const closing = (one: ComplaintIn<'objected'>): string => one.closed.on;
    assert.ok([ofObjection, ofAnswer, closing].every((read) => typeof read === 'function'));
  });

  it('are not there before it: a hearing of a complaint that nobody objected to is no course of events', () => {
    const [hearing] = heard();
    assert.ok(hearing);
    assert.throws(() => evolve(complaintAfter(registered()), hearing), /'registered' knows no 'heard'/);
  });
});
