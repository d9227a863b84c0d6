import assert from 'node:assert/strict';
import { assign } from '../../../src/procedure/articles/art05-handler.ts';
import { mustHearOfNoHandler } from '../../../src/procedure/articles/art05-no-handler.ts';
import { letterAccepted } from '../../../src/procedure/articles/letters.ts';
import { resendable } from '../../../src/procedure/articles/send-again.ts';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { sentLetters, waitingLetters } from '../../../src/procedure/model/letter.ts';
import type { PersonId } from '../../../src/procedure/model/person-id.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { canBeMet } from '../../../src/procedure/time-left.ts';
import { acknowledge, announceNoHandler, answer, sendAgain, sendByHand } from '../asked.ts';
import { calendar, complaintAfter, contextOf, given, plain, registered } from '../given.ts';
import { acknowledged, letterQueued, letterSent } from '../happened.ts';
import { desk, everybodyAtTheDesk, joris, lars, sanne, willem } from '../people.ts';

const view = contextOf();
const aboutAll = () => registered({ respondents: everybodyAtTheDesk });
const told = () => letterSent('no-handler');

/** Art. 5, "tenzij hij degene is tot wie de klacht zich in persoon richt", and Art. 10, where that is so of everybody. */
describe('Art. 5 and 10, a complaint that nobody may handle', () => {
  it('is told to the complainant by letter, by who registered it and nobody else', () => {
    given(aboutAll())
      .when(announceNoHandler({ by: sanne }))
      .happened(
        letterSent('no-handler', {
          acknowledgedDaysLate: 0,
          personal: { text: 'Niemand mag uw klacht behandelen.' },
        }),
      );
    for (const by of [lars, willem])
      given(aboutAll()).when(announceNoHandler({ by })).refused('not-the-handler', 5);
    given(registered())
      .when(announceNoHandler({ by: sanne }))
      .refused('not-the-handler', 5);
  });

  it('confirms receipt with that letter, and leaves nothing of the articles to be met by anybody', () => {
    const fresh = complaintAfter(aboutAll());
    const after = complaintAfter(aboutAll(), [told()]);
    const left = (complaint: typeof fresh) =>
      runningDeadlines(complaint, calendar, desk)
        .filter((one) => canBeMet(one, complaint))
        .map(({ kind }) => kind);
    assert.deepEqual(left(fresh), ['acknowledge']);
    assert.equal(after.stage, 'acknowledged');
    assert.deepEqual(left(after), []);
    given(aboutAll(), [told()])
      .when(announceNoHandler({ by: sanne }))
      .refused('nothing-changed', 5);
  });

  it('gives who registered it this letter, also once more, what they add, a document, a note and a withdrawal, and nothing else', () => {
    assert.deepEqual(openSteps(sanne, complaintAfter(aboutAll()), view), [
      'announce-no-handler',
      'supplement',
      'add-document',
      'add-note',
      'withdraw',
    ]);
    assert.deepEqual(openSteps(sanne, complaintAfter(aboutAll(), [told()]), view), [
      'add-document',
      'add-note',
      'send-again',
      'withdraw',
    ]);
    for (const command of [acknowledge({ by: sanne }), answer({ by: sanne })])
      given(aboutAll()).when(command).refused('not-the-handler', 5);
  });

  it('is told once: a letter that waits is sent by hand where the mail server does not take it', () => {
    given(aboutAll(), [told()])
      .when(announceNoHandler({ by: sanne }))
      .refused('nothing-changed', 5);
    const waits = [letterQueued('no-handler')];
    assert(mustHearOfNoHandler(complaintAfter(aboutAll(), waits)));
    given(aboutAll(), waits)
      .when(announceNoHandler({ by: sanne }))
      .refused('letter-waits');
    given(aboutAll(), waits)
      .when(sendByHand({ by: sanne }))
      .leadsTo((complaint) => !mustHearOfNoHandler(complaint));
  });

  const joining = { board: [willem, joris] };
  const nowJoris = (complainantKnows?: PersonId): Event => ({
    type: 'forwarded',
    on: '2026-04-02',
    role: 'board',
    daysLate: 1,
    personal: { to: joris, ...(complainantKnows && { complainantKnows }) },
  });
  const arrived = (past: Event[][]) =>
    assign(complaintAfter(...past), contextOf({ today: '2026-04-02', desk: { ...desk, ...joining } }));

  it('is no longer true when somebody may handle it before the letter goes: it is taken out of the post', () => {
    const past = [aboutAll(), [letterQueued('no-handler')]];
    const events = arrived(past);
    assert.deepEqual(plain(events), [{ type: 'letter-withdrawn', on: '2026-04-02', letter: 1 }, nowJoris()]);
    const complaint = complaintAfter(...past, events);
    assert.deepEqual(waitingLetters(complaint), []);
    assert(!openSteps(joris, complaint, view).includes('announce-handler'), 'no letter named anybody');
    assert(openSteps(joris, complaint, view).includes('acknowledge'));
  });

  it('leaves the complainant with the handler whom an earlier letter named', () => {
    const past = [
      registered({ respondents: everybodyAtTheDesk.filter(({ id }) => id !== lars.id) }),
      acknowledged(),
      [
        { type: 'respondent-added', on: '2026-04-01', personal: { respondent: lars, reason: 'Ook hij.' } },
        { type: 'left-unassigned', on: '2026-04-01' },
        letterQueued('no-handler'),
      ] satisfies Event[],
    ];
    assert.deepEqual(plain(arrived(past)).at(-1), nowJoris(lars.id));
  });

  it('was sent all the same where the mail server took it at that very moment, and is put right by the new handler', () => {
    const past = [aboutAll(), [letterQueued('no-handler')]];
    const withdrawn = complaintAfter(...past, arrived(past));
    const sent = letterAccepted(withdrawn, 1, '2026-04-02');
    assert.deepEqual(
      sent.map(({ type }) => type),
      ['letter-sent'],
    );
    const complaint = complaintAfter(...past, arrived(past), sent);
    assert(openSteps(joris, complaint, view).includes('announce-handler'));
    assert.equal(sentLetters(complaint).length, 1);
  });

  it('is sent again by who sent it, where it came back after all', () => {
    const past = [aboutAll(), [told()]];
    const complaint = complaintAfter(...past);
    assert(openSteps(sanne, complaint, view).includes('send-again'));
    given(...past)
      .withMail()
      .when(sendAgain({ by: sanne, reach: { email: 'dam@example.nl' } }))
      .leadsTo(
        ({ letters }) =>
          letters[1]?.kind === 'no-handler' &&
          letters[1].again?.letter === 1 &&
          letters[1].to === 'dam@example.nl',
      );
    given(...past)
      .when(sendAgain({ by: sanne }))
      .leadsTo((after) => !mustHearOfNoHandler(after) && sentLetters(after).length === 2);
    for (const by of [lars, willem, joris])
      given(...past)
        .when(sendAgain({ by }))
        .refused('not-the-handler', 5);
  });

  it('is sent again by nobody where somebody handles it by now, and who registered it sends no other letter again', () => {
    const handled = complaintAfter(aboutAll(), [told(), nowJoris()]);
    for (const by of [sanne, joris])
      assert(!resendable(handled, by, view).some(({ kind }) => kind === 'no-handler'));
    const past = [
      registered({ respondents: everybodyAtTheDesk.filter(({ id }) => id !== lars.id) }),
      acknowledged(),
      [
        { type: 'respondent-added', on: '2026-04-01', personal: { respondent: lars, reason: 'Ook hij.' } },
        { type: 'left-unassigned', on: '2026-04-01' },
      ] satisfies Event[],
    ];
    assert(!openSteps(sanne, complaintAfter(...past), view).includes('send-again'));
    const decided: Event = { type: 'closed', on: '2026-04-01', outcome: 'decided', personal: {} };
    const afterDecision = complaintAfter(...past, [letterSent('final-decision'), decided]);
    assert.deepEqual(resendable(afterDecision, sanne, view), []);
    given(...past)
      .when(sendAgain({ by: sanne }))
      .refused('letter-overtaken');
  });

  it('cannot be told where nobody knows who complained', () => {
    const anonymous = { name: 'Anoniem', unnamed: 'anonymous' } as const;
    const past = registered({ respondents: everybodyAtTheDesk, complainant: anonymous });
    given(past)
      .when(announceNoHandler({ by: sanne }))
      .refused('complainant-unknown', 5);
    assert(!mustHearOfNoHandler(complaintAfter(past)));
  });
});
