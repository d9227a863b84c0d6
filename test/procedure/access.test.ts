import assert from 'node:assert/strict';
import {
  mayCount,
  maySeeDossier,
  maySeeFigures,
  maySeeStage,
  standings,
} from '../../src/procedure/access.ts';
import { decide } from '../../src/procedure/decide.ts';
import type { Step } from '../../src/procedure/model/commands.ts';
import type { Complaint, Person } from '../../src/procedure/model/complaint.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { mayCommand, openSteps } from '../../src/procedure/open-steps.ts';
import { stepNames } from '../../src/procedure/steps.ts';
import { complaintAfter, contextOf, registered } from './given.ts';
import {
  answered,
  asked,
  handedOver,
  letterQueued,
  letterSent,
  objected,
  waived,
  withdrawn,
} from './happened.ts';
import {
  awayAtEaster,
  desk,
  everybodyAtTheDesk,
  fatima,
  ingrid,
  joris,
  lars,
  sanne,
  willem,
} from './people.ts';
import { situations } from './situations.ts';
import { everybody } from './steps-on-paper.ts';
import { wellFilled } from './well-filled.ts';

const view = contextOf();

/** Lists the code with which a step is refused, or none where it is taken. */
function refusals(step: Step, by: Person, complaint: Complaint): string[] {
  try {
    decide(complaint, wellFilled(step, by, complaint, view), view);
    return [];
  } catch (error) {
    assert(error instanceof Refusal, String(error));
    return [error.code];
  }
}

/** Who was asked to agree to erasure or to making a text illegible, and who registered it, know that the dossier exists. */
const isAsked = (by: Person, step: Step, complaint: Complaint): boolean =>
  (step === 'answer-erasure' && standings(by, complaint, view).includes('second-to-agree')) ||
  (step === 'answer-redaction' && standings(by, complaint, view).includes('second-to-redact')) ||
  (step === 'supplement' && standings(by, complaint, view).includes('receiver'));

describe('what nobody offers', () => {
  for (const [situation, past] of Object.entries(situations)) {
    it(`is refused, of a complaint that is ${situation}; as if it did not exist to whom may not see it`, () => {
      const complaint = complaintAfter(past);
      for (const person of everybody) {
        const open = openSteps(person, complaint, view);
        const sees = maySeeDossier(person, complaint, view);
        for (const step of stepNames.filter((one) => !open.includes(one))) {
          const codes = refusals(step, person, complaint);
          if (sees || isAsked(person, step, complaint)) assert.notDeepEqual(codes, [], step);
          else assert.deepEqual(codes, ['not-the-handler'], step);
        }
      }
    });
  }
});

describe('somebody whom a complaint is about', () => {
  it('can do nothing and sees nothing, as officer, substitute, board or receiver', () => {
    for (const person of everybody) {
      const complaint = complaintAfter(
        registered({ respondents: [person], by: person }),
        objected(),
        waived(),
      );
      assert.deepEqual(standings(person, complaint, view), ['respondent']);
      assert(!maySeeDossier(person, complaint, view));
      assert(!maySeeStage(person, complaint, view));
      assert(stepNames.every((step) => !mayCommand(person, step, complaint, view)));
    }
  });

  it('can state their side once they were asked, and nothing else', () => {
    for (const person of everybody) {
      const complaint = complaintAfter(registered({ respondents: [person], by: person }), asked(person));
      assert.deepEqual(
        stepNames.filter((step) => mayCommand(person, step, complaint, view)),
        ['give-statement', 'add-document'],
      );
      assert(!maySeeDossier(person, complaint, view));
    }
  });

  it('is known by their id, whatever their name has become', () => {
    const complaint = complaintAfter(registered({ respondents: [{ ...lars, name: 'L. Brouwer' }] }));
    assert(!maySeeDossier(lars, complaint, view));
  });

  it('would see nothing even if they stood in the dossier as its handler', () => {
    const complaint = complaintAfter(registered({ respondents: [fatima] }), handedOver());
    assert.equal(complaint.handler?.person.id, fatima.id);
    assert.deepEqual(openSteps(fatima, complaint, view), []);
    assert(!maySeeDossier(fatima, complaint, view));
  });
});

describe('the receiver', () => {
  it('sees the stage of what they registered and not the dossier', () => {
    const complaint = complaintAfter(registered({ by: sanne }));
    assert(maySeeStage(sanne, complaint, view));
    assert(!maySeeDossier(sanne, complaint, view));
    assert(!maySeeStage(joris, complaint, view));
    assert(!maySeeStage(lars, complaint, view));
  });
});

describe('who stands in while the handler is away', () => {
  const away = contextOf({ desk: { ...desk, absences: [awayAtEaster(lars)] } });

  it('is the next who would have handled it: they see it and can do all that the handler can', () => {
    const complaint = complaintAfter(registered());
    assert(maySeeDossier(fatima, complaint, away));
    assert.deepEqual(openSteps(fatima, complaint, away), openSteps(lars, complaint, away));
    assert(!maySeeDossier(willem, complaint, away));
    assert(!maySeeDossier(fatima, complaint, { ...away, today: '2026-04-11' }));
  });

  it('is never one it is about', () => {
    const complaint = complaintAfter(registered({ respondents: [fatima] }));
    assert(!maySeeDossier(fatima, complaint, away));
    assert(maySeeDossier(willem, complaint, away));
  });

  it('is nobody for a complaint that was closed before the absence, unless something is left to do', () => {
    const later = contextOf({ desk: { ...desk, absences: [{ ...awayAtEaster(lars), from: '2026-04-02' }] } });
    const sees = (...past: Parameters<typeof complaintAfter>) =>
      maySeeDossier(fatima, complaintAfter(...past), { ...later, today: '2026-04-03' });
    assert(!sees(situations.closed ?? []));
    assert(sees(situations['closed with a measure open'] ?? []));
    assert(sees(registered(), [letterQueued('withdrawal')], withdrawn()));
  });

  it('reads on what was done while they stand in, whatever day it was said to be done on, and can reopen it', () => {
    const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' } as const;
    const before = '2026-03-20';
    const done: Record<string, Event[]> = {
      closed: [registered(), withdrawn()].flat(),
      'closed as of an earlier day': [
        registered({ receivedOn: before }),
        { type: 'closed', on: '2026-03-27', recordedOn: '2026-04-01', outcome: 'withdrawn', personal: {} },
      ].flat() as Event[],
      'the last measure done': [
        registered({ receivedOn: before }),
        answered('2026-03-25', measure),
        { type: 'closed', on: '2026-03-27', outcome: 'agreed', personal: {} },
        { type: 'measure-done', measure: 'm1', on: '2026-04-01' },
      ].flat() as Event[],
      'a letter sent again': [
        registered({ receivedOn: before }),
        answered('2026-03-25'),
        { type: 'closed', on: '2026-03-27', outcome: 'agreed', personal: {} },
        answered('2026-04-01').filter(({ type }) => type === 'letter-sent'),
      ].flat() as Event[],
    };
    for (const [what, past] of Object.entries(done)) {
      const complaint = complaintAfter(past);
      assert(maySeeDossier(fatima, complaint, away), what);
      assert(openSteps(fatima, complaint, away).includes('reopen'), what);
      assert(!maySeeDossier(willem, complaint, away), what);
      assert(!maySeeDossier(fatima, complaint, { ...away, today: '2026-04-11' }), what);
      const about = complaintAfter([
        ...past,
        { type: 'respondent-added', on: '2026-04-01', personal: { respondent: fatima, reason: 'Ook' } },
      ]);
      assert(!maySeeDossier(fatima, about, away), what);
    }
  });

  it('reads on after the absence until the letter that they wrote has gone, and does nothing more', () => {
    const past = [registered(), [letterQueued('withdrawal')], withdrawn()].flat();
    const after = { ...away, today: '2026-04-11' } as const;
    const waiting = complaintAfter(past);
    assert(maySeeDossier(fatima, waiting, after));
    assert.deepEqual(openSteps(fatima, waiting, after), []);
    assert(!maySeeDossier(willem, waiting, after));
    const gone = complaintAfter(past, [letterSent('withdrawal', { letter: 1 })]);
    assert(!maySeeDossier(fatima, gone, after));
    assert(maySeeDossier(lars, gone, after));
    const about = complaintAfter(past, [
      { type: 'respondent-added', on: '2026-04-01', personal: { respondent: fatima, reason: 'Ook' } },
    ]);
    assert(!maySeeDossier(fatima, about, after));
  });

  it('is somebody for what was remedied on the spot, because somebody free of conflict can always read that', () => {
    const remedied = complaintAfter(registered({ remedied: true }));
    assert(maySeeDossier(fatima, remedied, away));
    assert(!maySeeDossier(fatima, remedied, view));
    const aboutFatima = complaintAfter(registered({ remedied: true, respondents: [fatima] }));
    assert(!maySeeDossier(fatima, aboutFatima, away));
    assert(maySeeDossier(willem, aboutFatima, away));
  });

  it('is the next at the desk for what somebody closed who has left it since', () => {
    const closed = complaintAfter(registered({ respondents: [lars] }), withdrawn());
    const without = contextOf({ desk: { ...desk, substitutes: [] } });
    assert(!maySeeDossier(willem, closed, view));
    assert(maySeeDossier(willem, closed, without));
    assert(!maySeeDossier(lars, closed, without));
  });

  it('is nobody for a complaint about everybody at the desk: its receiver reads it, also when it is closed', () => {
    const about = { respondents: everybodyAtTheDesk };
    for (const complaint of [
      complaintAfter(registered(about)),
      complaintAfter(registered(about), withdrawn()),
      complaintAfter(registered({ ...about, remedied: true })),
    ])
      assert.deepEqual(
        everybody.filter((person) => maySeeDossier(person, complaint, view)),
        [sanne],
      );
  });

  it('takes over for good from a handler who is no longer at the desk', () => {
    const complaint = complaintAfter(registered({ respondents: [lars] }));
    const without = contextOf({ desk: { ...desk, substitutes: [] } });
    assert(maySeeDossier(willem, complaint, without));
    assert(openSteps(willem, complaint, without).includes('hand-over'));
    assert(!maySeeDossier(lars, complaint, without));
  });
});

describe('the figures of the register', () => {
  it('are for everybody at the desk, and of no complaint for whom it is about', () => {
    const readers = (...respondents: Person[]) => {
      const complaint = complaintAfter(registered({ respondents }));
      return everybody.filter((person) => maySeeFigures(person, complaint, view));
    };
    assert.deepEqual(
      everybody.filter((person) => mayCount(person, desk)),
      everybodyAtTheDesk,
    );
    assert.deepEqual(readers(), everybodyAtTheDesk);
    assert.deepEqual(readers(joris), everybodyAtTheDesk);
    assert.deepEqual(readers(lars, ingrid), [fatima, willem]);
    assert.deepEqual(readers(...everybodyAtTheDesk), []);
  });

  it('give no sight of the dossier', () => {
    const complaint = complaintAfter(registered());
    assert(maySeeFigures(willem, complaint, view) && !maySeeDossier(willem, complaint, view));
  });
});

describe('the board member who is asked to decide', () => {
  it('is not the one who handled it, while another is free', () => {
    const complaint = complaintAfter(registered({ respondents: [lars, fatima] }), objected(), waived());
    assert.equal(complaint.handler?.person.id, willem.id);
    assert(!openSteps(willem, complaint, view).includes('decide'));
    assert(openSteps(ingrid, complaint, view).includes('decide'));
  });

  it('keeps seeing what they decided', () => {
    const taken: Event = {
      type: 'decision-taken',
      on: '2026-04-01',
      personal: { decision: 'Gegrond', reasons: 'Niet gebeld', by: ingrid },
    };
    const closed: Event = { type: 'closed', on: '2026-04-01', outcome: 'decided', personal: {} };
    const complaint = complaintAfter(registered(), objected(), waived(), [taken, closed]);
    assert(maySeeDossier(ingrid, complaint, view));
    assert(!maySeeDossier(willem, complaint, view));
  });
});

describe('a complaint that nobody could handle', () => {
  const newcomer = contextOf({ desk: { ...desk, board: [willem, ingrid, joris] } });

  it('is for a board member who came later and is no respondent, as long as it is open', () => {
    const complaint = complaintAfter(registered({ respondents: everybodyAtTheDesk }));
    assert.deepEqual(openSteps(joris, complaint, newcomer), [
      'hand-over',
      'add-document',
      'add-note',
      'add-respondent',
      'remove-respondent',
      'withdraw',
    ]);
    assert(maySeeDossier(joris, complaint, newcomer));
    assert(!maySeeDossier(willem, complaint, newcomer));
    const closed = complaintAfter(registered({ remedied: true }));
    assert(!maySeeDossier(joris, closed, newcomer));
  });

  it('is in the hands of its receiver until then, unless it is about them too', () => {
    const past = registered({ respondents: everybodyAtTheDesk });
    assert.deepEqual(openSteps(sanne, complaintAfter(past), view), [
      'announce-no-handler',
      'supplement',
      'add-document',
      'add-note',
      'withdraw',
    ]);
    const others = everybodyAtTheDesk.filter(({ id }) => id !== lars.id);
    const tooLate = complaintAfter(registered({ respondents: [...others, sanne] }), [
      { type: 'respondent-added', on: '2026-04-01', personal: { respondent: lars, reason: 'Ook hij.' } },
      { type: 'left-unassigned', on: '2026-04-01' },
    ]);
    for (const person of everybody) assert.deepEqual(openSteps(person, tooLate, view), []);
  });

  it('lets its receiver whom it is about from the start tell the complainant, and nothing else', () => {
    const complaint = complaintAfter(registered({ respondents: [...everybodyAtTheDesk, sanne] }));
    for (const person of everybody) {
      assert.deepEqual(
        openSteps(person, complaint, view),
        person.id === sanne.id ? ['announce-no-handler'] : [],
      );
      assert(!maySeeDossier(person, complaint, view));
    }
  });
});
