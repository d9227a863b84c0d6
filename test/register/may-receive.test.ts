import assert from 'node:assert/strict';
import type { Person } from '../../src/procedure/complaint.ts';
import type { Event } from '../../src/procedure/events.ts';
import type { Dossier } from '../../src/register/dossier.ts';
import { mayReceive } from '../../src/register/may-receive.ts';
import type { Content, Message, Recipient } from '../../src/register/message.ts';
import { calendar, complaintAfter, registered } from '../procedure/given.ts';
import { acknowledged, handedOver, withdrawn } from '../procedure/happened.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';

const theCase: Content = { kind: 'case' };
const unassigned: Content = { kind: 'unassigned' };
const digest: Content = { kind: 'digest', day: '2026-04-02' };
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
const dossier = (past: Event[][]) => ({ complaint: complaintAfter(...past) }) as Dossier;

/** Who of all people may receive that, after this has happened. */
const reached = (content: Content, past: Event[][], board = desk.board): Person[] =>
  [lars, fatima, willem, ingrid, sanne, joris].filter((person) =>
    mayReceive(
      message(content, { kind: 'person', id: person.id }),
      dossier(past),
      { ...desk, board },
      calendar,
    ),
  );

const channelHears = (content: Content, past?: Event[][]): boolean =>
  mayReceive(message(content, { kind: 'channel' }), past && dossier(past), desk, calendar);

describe('whom a message still reaches at the moment of sending', () => {
  it('the card of a case: its handler, and no longer who handed it over', () => {
    assert.deepEqual(reached(theCase, [registered()]), [lars]);
    assert.deepEqual(reached(theCase, [registered(), handedOver()]), [fatima]);
    assert.deepEqual(reached(theCase, [registered({ respondents: [lars] })]), [fatima]);
  });

  it('a reminder: its handler and the board members whom it is not about', () => {
    assert.deepEqual(reached(reminder, [registered()]), [lars, willem, ingrid]);
    assert.deepEqual(reached(reminder, [registered({ respondents: [lars, willem] })]), [fatima, ingrid]);
    assert.deepEqual(reached(reminder, [registered({ respondents: everybodyAtTheDesk })]), []);
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

  it('that nobody handles it: a board member it is not about, as long as that is so', () => {
    const orphan = registered({ respondents: everybodyAtTheDesk });
    assert.deepEqual(reached(unassigned, [orphan], [willem, joris]), [joris]);
    const taken = handedOver({ role: 'board', personal: { to: joris, reason: 'Nieuw in de directie' } });
    assert.deepEqual(reached(unassigned, [orphan, taken], [willem, joris]), []);
  });

  it('nobody it is about, though he stood in the dossier as its handler', () => {
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
});
