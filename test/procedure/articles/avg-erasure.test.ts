import assert from 'node:assert/strict';
import { eraseAfterRetention, erasedText, erasesOn } from '../../../src/procedure/articles/avg-erasure.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { personId } from '../../../src/procedure/model/person-id.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { addNote, answerErasure, liftHold, requestErasure, setHold } from '../asked.ts';
import { complaintAfter, given, plain, registered } from '../given.ts';
import { answered, erased, erasureAsked, held, letterQueued, withdrawn } from '../happened.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

const closed = [registered({ respondents: [joris] }), answered(), withdrawn()].flat();
const requested = [...closed, ...erasureAsked(lars)];
const lifted = (on: LocalDate): Event[] => [{ type: 'hold-lifted', on }];

describe('erasure on request', () => {
  it('is asked for by Lars, with his reason', () => {
    given(closed)
      .when(requestErasure())
      .happened({
        type: 'erasure-requested',
        on: '2026-04-01',
        personal: { by: lars, reason: 'De klager vraagt erom.' },
      });
  });

  it('takes a second person: a substitute or a board member', () => {
    for (const by of [fatima, willem, ingrid]) {
      given(requested)
        .when(answerErasure({ by }))
        .happened({ type: 'erased', on: '2026-04-01', because: 'request' });
    }
  });

  it('is not for one person alone', () => {
    given(requested).when(answerErasure()).refused('two-must-agree');
    given(requested)
      .when(requestErasure({ by: fatima }))
      .refused('not-the-handler', 5);
  });

  it('can be declined by the second, and taken back by who asked', () => {
    for (const by of [lars, fatima]) {
      given(requested)
        .when(answerErasure({ by, agrees: false }))
        .happened({ type: 'erasure-declined', on: '2026-04-01', personal: { by } });
      given(requested)
        .when(answerErasure({ by, agrees: false }))
        .leadsTo((complaint) => complaint.erasureRequest === undefined);
    }
  });

  it('is no business of a respondent, the receiver or anybody else', () => {
    for (const by of [joris, sanne]) {
      given(requested).when(answerErasure({ by })).refused('not-the-handler', 5);
    }
    given([registered({ respondents: [fatima] }), withdrawn(), erasureAsked(lars)].flat())
      .when(answerErasure({ by: fatima }))
      .refused('not-the-handler', 5);
  });

  it('is refused to a second person who was not asked, as if there were no such complaint', () => {
    for (const past of [registered(), closed, [...closed, ...held()]]) {
      given(past)
        .when(answerErasure({ by: fatima }))
        .refused('not-the-handler', 5);
    }
  });

  it('waits until the dossier is closed and nothing is left to do', () => {
    given(registered()).when(requestErasure()).refused('not-now');
    const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' } as const;
    given(registered(), answered('2026-04-01', measure), withdrawn())
      .when(requestErasure())
      .refused('not-now');
    given(registered(), withdrawn(), [letterQueued('withdrawal')])
      .when(requestErasure())
      .refused('not-now');
    given(requested).when(requestErasure()).refused('not-now');
  });

  it('is refused without a reason', () => {
    given(closed)
      .when(requestErasure({ reason: ' \n' }))
      .refused('text-missing');
  });
});

describe('a legal hold', () => {
  it('keeps a dossier from being erased, also one that was asked for before', () => {
    given(closed, held()).when(requestErasure()).refused('on-hold');
    given(requested, held())
      .when(answerErasure({ by: fatima }))
      .refused('on-hold');
    assert.deepEqual(eraseAfterRetention(complaintAfter(closed, held()), '2099-01-01', 5), []);
  });

  it('is set with a reason in any stage, and lifted', () => {
    for (const past of [registered(), closed]) {
      given(past)
        .when(setHold())
        .happened({ type: 'hold-set', on: '2026-04-01', personal: { reason: 'Er loopt een rechtszaak.' } });
      given(past)
        .when(setHold({ reason: '' }))
        .refused('text-missing');
      given(past, held()).when(setHold()).refused('on-hold');
      given(past, held()).when(liftHold()).happened({ type: 'hold-lifted', on: '2026-04-01' });
      given(past).when(liftHold()).refused('not-now');
    }
  });

  it('leaves the request as it was, to be answered when it is lifted', () => {
    given(requested, held(), lifted('2026-04-01'))
      .when(answerErasure({ by: fatima }))
      .leadsTo((complaint) => complaint.erased !== undefined);
  });
});

describe('the day of erasure', () => {
  const dayOf = (...past: Event[][]) => erasesOn(complaintAfter(...past), 5);

  it('is the day RETENTION_YEARS after closing', () => {
    assert.equal(dayOf(closed), '2031-04-01');
    assert.deepEqual(eraseAfterRetention(complaintAfter(closed), '2031-03-31', 5), []);
    assert.deepEqual(eraseAfterRetention(complaintAfter(closed), '2031-04-01', 5), [
      { type: 'erased', on: '2031-04-01', because: 'retention' },
    ]);
  });

  it('does not exist while it is open, on hold, or erased', () => {
    assert.equal(dayOf(registered()), undefined);
    assert.equal(dayOf(closed, held()), undefined);
    assert.equal(dayOf(closed, erased()), undefined);
  });

  it('is two weeks after a hold that lasted longer, so that there is time to warn', () => {
    assert.equal(dayOf(closed, held(), lifted('2033-07-01')), '2033-07-15');
    assert.equal(dayOf(closed, held(), lifted('2031-03-25')), '2031-04-08');
    assert.equal(dayOf(closed, held(), lifted('2026-05-01')), '2031-04-01');
  });
});

describe('an erased complaint', () => {
  const complaint = complaintAfter(requested, erased());

  it('keeps what the report counts, and nobody and no text', () => {
    const left: Complaint = {
      number: 'K-2026-0001',
      stage: 'closed',
      receivedOn: '2026-04-01',
      registeredOn: '2026-04-01',
      origin: 'client',
      manner: 'oral',
      judgement: 'founded',
      closed: { on: '2026-04-01', outcome: 'withdrawn', from: 'answered' },
      erased: { on: '2026-04-01', because: 'request' },
      complainant: { name: erasedText },
      summary: erasedText,
      respondents: [],
      receiver: { id: personId(''), name: erasedText },
      handledBy: [],
      letters: [],
      statementsRequested: [],
      statements: [],
      measures: [],
      hearings: [],
    };
    assert.deepEqual(plain(complaint), plain(left));
  });

  it('does not exist any more for anybody', () => {
    for (const by of [lars, fatima, willem, ingrid, joris, sanne]) {
      for (const step of [addNote, setHold, requestErasure, answerErasure]) {
        given(requested, erased())
          .when({ ...step(), by })
          .refused('not-the-handler', 5);
      }
    }
  });
});
