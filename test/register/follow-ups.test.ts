import assert from 'node:assert/strict';
import type { Person } from '../../src/procedure/complaint.ts';
import type { Event } from '../../src/procedure/events.ts';
import { replay } from '../../src/procedure/evolve.ts';
import {
  boardInCharge,
  followUps,
  mayReachChannel,
  reminderMessages,
} from '../../src/register/follow-ups.ts';
import type { NewMessage } from '../../src/register/outbox.ts';
import { remindersDue } from '../../src/register/reminders.ts';
import { complaintAfter, registered } from '../procedure/given.ts';
import { acknowledged, handedOver, noteAdded, withdrawn } from '../procedure/happened.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, willem } from '../procedure/people.ts';
import { table } from './an-office.ts';

/** Everything that follows from these events, one after the other. */
const messages = (...past: Event[][]): NewMessage[] => {
  const events = past.flat();
  return events.flatMap((event, i) =>
    followUps(event, replay(events.slice(0, i + 1)) ?? assert.fail(), i + 1, desk),
  );
};

const told = (messages: NewMessage[]) => messages.map(({ to }) => (to.kind === 'person' ? to.id : 'channel'));

describe('what follows from an event', () => {
  it('the handler is told, of a new complaint and of one handed over', () => {
    assert.deepEqual(messages(registered(), handedOver()), [
      {
        id: `K-2026-0001/2-forwarded/${lars.id}`,
        to: { kind: 'person', id: lars.id },
        content: { kind: 'case' },
      },
      {
        id: `K-2026-0001/3-handed-over/${fatima.id}`,
        to: { kind: 'person', id: fatima.id },
        content: { kind: 'case' },
      },
    ]);
  });

  it('each time it is handed over is told anew', () => {
    const back = handedOver({ role: 'officer', personal: { to: lars, reason: 'Terug' } });
    const all = messages(registered(), handedOver(), back, handedOver());
    assert.deepEqual(told(all), [lars.id, fatima.id, lars.id, fatima.id]);
    assert.equal(new Set(all.map(({ id }) => id)).size, 4);
  });

  it('nobody is told of an acknowledgement, a note, a withdrawal, or what was remedied on the spot', () => {
    assert.equal(messages(registered(), noteAdded(), acknowledged(), withdrawn()).length, 1);
    assert.deepEqual(messages(registered({ remedied: true })), []);
  });

  it('nobody it is about is told that nobody can handle it', () => {
    assert.deepEqual(messages(registered({ respondents: everybodyAtTheDesk })), []);
  });

  it('every board member who is no respondent is told that nobody can handle it', () => {
    const complaint = complaintAfter(registered({ respondents: [willem] }));
    const [message, ...more] = followUps({ type: 'left-unassigned', on: '2026-04-01' }, complaint, 2, desk);
    assert.deepEqual(
      [message?.to, message?.content],
      [{ kind: 'person', id: ingrid.id }, { kind: 'unassigned' }],
    );
    assert.deepEqual(more, []);
  });
});

describe('whom a reminder reaches', () => {
  const reminded = (respondents: Person[], day: string, channel = true) => {
    const complaint = complaintAfter(registered({ respondents }));
    const [reminder] = remindersDue(complaint, table.at(day, '09:00'), table);
    return reminderMessages(reminder ?? assert.fail(), complaint, desk, channel);
  };
  const inTime = '2026-04-09';
  const tooLate = '2026-04-10';

  it('the handler and the channel, and from the werkdag after also the board', () => {
    assert.deepEqual(told(reminded([], inTime)), [lars.id, 'channel']);
    assert.deepEqual(told(reminded([], tooLate)), [lars.id, willem.id, ingrid.id, 'channel']);
  });

  it('no channel where none is linked', () => {
    assert.deepEqual(told(reminded([joris], inTime, false)), [lars.id]);
  });

  it('nobody twice: a board member who handles it himself', () => {
    assert.deepEqual(told(reminded([lars, fatima], tooLate)), [willem.id, ingrid.id]);
  });

  it('neither Lars nor the channel, where it is about Lars', () => {
    assert.deepEqual(told(reminded([lars], inTime)), [fatima.id]);
    assert.deepEqual(told(reminded([lars], tooLate)), [fatima.id, willem.id, ingrid.id]);
  });

  it('never a board member it is about, nor the channel then', () => {
    assert.deepEqual(told(reminded([willem], tooLate)), [lars.id, ingrid.id]);
  });

  it('nobody at all, where it is about everybody at the desk', () => {
    assert.deepEqual(reminded(everybodyAtTheDesk, tooLate), []);
  });

  it('says number, article and days, and nothing else', () => {
    const [message] = reminded([joris], inTime);
    assert.deepEqual(message, {
      id: `K-2026-0001/acknowledge-2026-04-09/0-days/${lars.id}`,
      to: { kind: 'person', id: lars.id },
      content: {
        kind: 'reminder',
        deadline: 'acknowledge',
        article: 5,
        dueOn: '2026-04-09',
        lastDayToAct: '2026-04-09',
      },
    });
  });
});

describe('a complaint about anybody at the desk', () => {
  it('stays out of the channel; one about a colleague does not', () => {
    for (const person of everybodyAtTheDesk) {
      assert(!mayReachChannel(complaintAfter(registered({ respondents: [joris, person] })), desk));
    }
    assert(mayReachChannel(complaintAfter(registered({ respondents: [joris] })), desk));
    assert(mayReachChannel(complaintAfter(registered()), desk));
  });

  it('is in the charge of the rest of the board', () => {
    const charge = (respondents: Person[]) =>
      boardInCharge(complaintAfter(registered({ respondents })), desk);
    assert.deepEqual(charge([lars]), [willem, ingrid]);
    assert.deepEqual(charge([ingrid]), [willem]);
  });
});
