import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import type { Content, Message, Recipient } from '../../../src/register/model/message.ts';
import { mayReceive } from '../../../src/register/notify/may-receive.ts';
import { complaintAfter, contextOf, registered } from '../../procedure/given.ts';
import {
  acknowledged,
  answered,
  asked,
  handedOver,
  heard,
  invited,
  letterQueued,
  letterSent,
  objected,
  takenBack,
  waived,
  withdrawn,
} from '../../procedure/happened.ts';
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
} from '../../procedure/people.ts';

const theCase: Content = { kind: 'case' };
const unassigned: Content = { kind: 'unassigned' };
const digest: Content = { kind: 'digest', day: contextOf({}).today };
const letter: Content = { kind: 'letter', letter: 1 };
const reminder: Content = {
  kind: 'reminder',
  deadline: 'acknowledge',
  article: 5,
  dueOn: '2026-04-09',
  lastDayToAct: '2026-04-09',
};

const message = (content: Content, to: Recipient): Message => ({
  id: 'K-2026-0001/1',
  to,
  content,
  queuedAt: '2026-04-01T08:00:00.000Z',
  status: 'queued',
  attempts: [],
});

/** Only the complaint of the dossier matters here. */
const dossier = (past: Event[][]) =>
  ({ complaint: complaintAfter(...past), outbox: [], journal: [] }) as unknown as Dossier;

const reaches = (content: Content, to: Recipient, past: Event[][] | undefined, change = {}): boolean =>
  mayReceive(message(content, to), past && dossier(past), contextOf({ desk: { ...desk, ...change } }));

/** Lists who may receive that message after these events. */
const reached = (content: Content, past: Event[][], change: Partial<typeof desk> = {}): Person[] =>
  [lars, fatima, willem, ingrid, sanne, joris].filter(({ id }) =>
    reaches(content, { kind: 'person', id }, past, change),
  );

const channelHears = (content: Content, past?: Event[][]) => reaches(content, { kind: 'channel' }, past);
const isMailed = (content: Content, past: Event[][]) => reaches(content, { kind: 'mail' }, past);

describe('whom a message still reaches at the moment of sending', () => {
  it('the card of a case: its handler, and no longer who handed it over', () => {
    assert.deepEqual(reached(theCase, [registered()]), [lars]);
    assert.deepEqual(reached(theCase, [registered(), handedOver()]), [fatima]);
    assert.deepEqual(reached(theCase, [registered({ respondents: [lars] })]), [fatima]);
  });

  it('that a respondent gave their side, or what could not be delivered: the handler and who stands in', () => {
    const undelivered: Content = { kind: 'undelivered', message: 'x', what: 'letter' };
    for (const content of [{ kind: 'statement-given' } as const, undelivered]) {
      assert.deepEqual(reached(content, [registered()]), [lars]);
      assert.deepEqual(reached(content, [registered()], { absences: [awayAtEaster(lars)] }), [lars, fatima]);
      assert.deepEqual(reached(content, [registered({ respondents: [lars] })]), [fatima]);
    }
  });

  it('how it ended: who it is about, as long as it is so, and nobody else', () => {
    const outcome: Content = { kind: 'outcome' };
    const about = registered({ respondents: [joris, willem] });
    assert.deepEqual(reached(outcome, [about, answered()]), []);
    assert.deepEqual(reached(outcome, [about, answered(), withdrawn()]), [willem, joris]);
    assert.deepEqual(reached(outcome, [about, objected(), heard()]), [willem, joris]);
    assert.deepEqual(reached(outcome, [about, objected(), heard(), invited()]), []);
    assert.deepEqual(reached(outcome, [registered(), withdrawn()]), []);
  });

  it('that it is closed: who registered it and is no respondent', () => {
    const closed: Content = { kind: 'closed' };
    assert.deepEqual(reached(closed, [registered()]), []);
    assert.deepEqual(reached(closed, [registered(), withdrawn()]), [sanne]);
    assert.deepEqual(reached(closed, [registered({ respondents: [sanne] }), withdrawn()]), []);
  });

  it('that the board decided: the handler, once it has', () => {
    const decided: Content = { kind: 'decided' };
    const past = [registered({ respondents: [joris] }), objected(), waived()];
    const taken: Event[] = [
      { type: 'decision-taken', on: '2026-04-01', personal: { decision: 'x', reasons: 'y', by: willem } },
    ];
    assert.deepEqual(reached(decided, past), []);
    assert.deepEqual(reached(decided, [...past, taken]), [lars]);
  });

  it('a reminder: its handler, who stands in, and the board members whom it is not about', () => {
    assert.deepEqual(reached(reminder, [registered()]), [lars, willem, ingrid]);
    assert.deepEqual(reached(reminder, [registered()], { absences: [awayAtEaster(lars)] }), [
      lars,
      fatima,
      willem,
      ingrid,
    ]);
    assert.deepEqual(reached(reminder, [registered({ respondents: [lars, willem] })]), [fatima, ingrid]);
  });

  it('a reminder that nobody may handle it: who registered it, until the letter that says so is out', () => {
    const left = registered({ respondents: everybodyAtTheDesk });
    const ofForwarding: Content = { ...reminder, deadline: 'forward', dueOn: '2026-04-01' };
    assert.deepEqual(reached(ofForwarding, [left]), [sanne]);
    assert.deepEqual(reached(ofForwarding, [left, answered()]), [sanne]);
    assert.deepEqual(reached(ofForwarding, [left, [letterSent('no-handler')]]), []);
    assert.deepEqual(reached(reminder, [left]), [], 'nobody can acknowledge it');
  });

  it('a reminder of what has been done in the meantime: nobody', () => {
    for (const past of [
      [registered(), acknowledged()],
      [registered(), withdrawn()],
    ]) {
      assert.deepEqual(reached(reminder, past), []);
      assert(!channelHears(reminder, past));
    }
  });

  it('a reminder of a measure that was taken: nobody, though another is due the same day', () => {
    const measure = { what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' } as const;
    const past = [registered(), answered('2026-04-01', { id: 'm1', ...measure }, { id: 'm2', ...measure })];
    const done: Event[] = [{ type: 'measure-done', measure: 'm1', on: '2026-04-01' }];
    const of = (id: string): Content => ({
      ...reminder,
      deadline: 'measure',
      measure: id,
      dueOn: '2026-05-01',
    });
    assert.deepEqual(reached(of('m1'), past), [lars, willem, ingrid]);
    assert.deepEqual(reached(of('m1'), [...past, done]), []);
    assert.deepEqual(reached(of('m2'), [...past, done]), [lars, willem, ingrid]);
  });

  it('that nobody handles it: a board member it is not about, as long as that is so', () => {
    const orphan = registered({ respondents: everybodyAtTheDesk });
    const board = [willem, joris];
    assert.deepEqual(reached(unassigned, [orphan], { board }), [joris]);
    const taken = handedOver({ role: 'board', personal: { to: joris, reason: 'Nieuw in de directie' } });
    assert.deepEqual(reached(unassigned, [orphan, taken], { board }), []);
  });

  it('the question for their side: a respondent who was asked', () => {
    const about = registered({ respondents: [joris, lars] });
    assert.deepEqual(reached({ kind: 'statement-request' }, [about]), []);
    assert.deepEqual(reached({ kind: 'statement-request' }, [about, asked(joris)]), [joris]);
  });

  it('the position of Ballance: the respondents', () => {
    assert.deepEqual(
      reached({ kind: 'position' }, [registered({ respondents: [joris, lars] }), answered()]),
      [lars, joris],
    );
    assert.deepEqual(reached({ kind: 'position' }, [registered(), answered()]), []);
  });

  it('the question to decide: the board members who may, until one has', () => {
    const request: Content = { kind: 'decision-request' };
    const past = [registered(), objected(), waived()];
    const taken: Event[] = [
      {
        type: 'decision-taken',
        on: '2026-04-01',
        personal: { decision: 'Gegrond', reasons: 'Niet gebeld', by: willem },
      },
    ];
    assert.deepEqual(reached(request, past), [willem, ingrid]);
    assert.deepEqual(reached(request, [registered({ respondents: [ingrid] }), objected(), waived()]), [
      willem,
    ]);
    assert.deepEqual(reached(request, [...past, taken]), []);
    assert.deepEqual(reached(request, [...past, withdrawn()]), []);
  });

  it('that no decision is needed: those who were asked for one, and no longer the question itself', () => {
    const past = [registered({ respondents: [ingrid] }), objected(), waived(), takenBack()];
    assert.deepEqual(reached({ kind: 'decision-overtaken' }, past), [willem]);
    assert.deepEqual(reached({ kind: 'decision-request' }, past), []);
  });

  it('a letter: the complainant, by mail, as long as it waits; never anybody else', () => {
    const waiting = [registered(), [letterQueued('acknowledgement')]];
    assert(isMailed(letter, waiting));
    assert(!isMailed(letter, [...waiting, [letterSent('acknowledgement', { letter: 1 })]]));
    assert(!isMailed(letter, [registered()]));
    assert.deepEqual(reached(letter, waiting), []);
    assert(!isMailed(theCase, waiting));
  });

  it('nobody it is about, though they stood in the dossier as its handler', () => {
    const past = [registered({ respondents: [fatima] }), handedOver()];
    for (const content of [theCase, reminder]) assert(!reached(content, past).includes(fatima));
  });

  it('the channel: a reminder, unless it is about somebody at the desk', () => {
    assert(channelHears(reminder, [registered({ respondents: [joris] })]));
    assert(!channelHears(reminder, [registered({ respondents: [lars] })]));
  });

  it('the digest is of no dossier, and a dossier has none', () => {
    assert(channelHears(digest));
    assert(!channelHears(reminder));
    assert.deepEqual(reached(digest, [registered()]), []);
  });

  it('nobody, of the card of a complaint that is closed, or that its card did not arrive', () => {
    const card = { ...message(theCase, { kind: 'person', id: lars.id }), status: 'gave-up' as const };
    const notArrived: Content = { kind: 'undelivered', message: card.id, what: 'case' };
    const told = (past: Event[][]): Person[] =>
      everybodyAtTheDesk.filter(({ id }) =>
        mayReceive(
          { ...message(notArrived, { kind: 'person', id }), id: 'notice' },
          { ...dossier(past), outbox: [card] },
          contextOf({ desk }),
        ),
      );
    assert.deepEqual(told([registered()]), everybodyAtTheDesk);
    for (const course of [
      [registered(), withdrawn()],
      [registered(), acknowledged(), withdrawn()],
      [registered(), acknowledged(), answered(), withdrawn()],
      [registered(), handedOver(), withdrawn()],
    ]) {
      assert.deepEqual(reached(theCase, course), []);
      assert.deepEqual(told(course), []);
    }
    // The present handler has a card of their own.
    assert.deepEqual(told([registered(), handedOver()]), []);
  });
});

describe('that somebody is no respondent any more', () => {
  const removed: Event = {
    type: 'respondent-removed',
    on: '2026-04-02',
    personal: { respondent: joris, reason: 'Een ander.' },
  };
  const toJoris: Recipient = { kind: 'person', id: joris.id };
  const taken = message({ kind: 'respondent-removed' }, toJoris);
  const request = (status: Message['status']): Message => ({
    ...message({ kind: 'statement-request' }, toJoris),
    id: 'K-2026-0001/0',
    status,
  });
  const reached = (outbox: Message[]) =>
    mayReceive(
      taken,
      {
        ...dossier([registered({ respondents: [joris] }), asked(joris), [removed]]),
        outbox: [...outbox, taken],
      },
      contextOf({}),
    );

  it('reaches who read something of it, and nobody whose request was still on its way', () => {
    assert.equal(reached([request('sent')]), true);
    for (const outbox of [[], [request('queued')], [request('withheld')]])
      assert.equal(reached(outbox), false);
  });

  it('reaches who may have read it: a try without an answer counts, one that was refused does not', () => {
    const tried = (fault: string, status: Message['status']) => [
      { ...request(status), attempts: [{ at: '2026-04-01T09:00:00.000Z' as const, fault }] },
    ];
    assert.equal(reached([request('uncertain')]), true);
    for (const status of ['queued', 'gave-up', 'withheld', 'withdrawn'] as const) {
      for (const fault of [
        'no answer',
        'no answer in time',
        'no id in the answer',
        '502',
        '504',
        'ECONNRESET',
      ])
        assert.equal(reached(tried(fault, status)), true, `${fault} ${status}`);
      for (const fault of ['403 ConversationBlockedByUser', '404', '429', '503', 'ECONNREFUSED', 'no token'])
        assert.equal(reached(tried(fault, status)), false, `${fault} ${status}`);
    }
  });
});
