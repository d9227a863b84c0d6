import assert from 'node:assert/strict';
import { replay } from '../../../src/procedure/evolve.ts';
import type { OpenStage, Person } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { personId } from '../../../src/procedure/model/person-id.ts';
import type { Content, Message } from '../../../src/register/model/message.ts';
import type { NewMessage } from '../../../src/register/model/outbox.ts';
import { boardInCharge, followUps, mayReachChannel } from '../../../src/register/notify/follow-ups.ts';
import { escalate } from '../../../src/register/notify/undeliverable.ts';
import { complaintAfter, registered } from '../../procedure/given.ts';
import {
  acknowledged,
  answered,
  asked,
  handedOver,
  heard,
  invited,
  lapsed,
  letterQueued,
  noteAdded,
  objected,
  stated,
  takenBack,
  talked,
  waived,
  withdrawn,
} from '../../procedure/happened.ts';
import {
  desk,
  everybodyAtTheDesk,
  fatima,
  ingrid,
  joris,
  lars,
  sanne,
  willem,
} from '../../procedure/people.ts';

/** Lists the messages that follow from these events, one after the other. */
const messages = (...past: Event[][]): NewMessage[] => {
  const events = past.flat();
  return events.flatMap((event, i) =>
    followUps(event, replay(events.slice(0, i + 1)) ?? assert.fail(), i + 1, { desk }),
  );
};

/** Lists the messages that follow from the last of these events. */
const next = (by: Person, ...past: Event[][]): NewMessage[] => {
  const events = past.flat();
  const last = events.at(-1) ?? assert.fail();
  return followUps(last, complaintAfter(events), events.length, { desk, by });
};

const told = (messages: NewMessage[]) => messages.map(({ to }) => (to.kind === 'person' ? to.id : to.kind));
const kindsOf = (messages: NewMessage[]) =>
  messages.map(({ to, content }) => [to.kind === 'person' ? to.id : to.kind, content.kind]);
const mediated: Event[] = [{ type: 'closed', on: '2026-04-01', outcome: 'mediated', personal: {} }];
const settled = (): Event[] => [{ type: 'closed', on: '2026-04-01', outcome: 'settled', personal: {} }];
const decisionTaken = (by: Person): Event[] => [
  {
    type: 'decision-taken',
    on: '2026-04-01',
    personal: { decision: 'Gegrond', reasons: 'Er is niet gebeld.', by },
  },
];
const respondentAdded = (respondent: Person): Event[] => [
  { type: 'respondent-added', on: '2026-04-01', personal: { respondent, reason: 'Gebleken' } },
];

describe('what follows from an event', () => {
  const reopened = (to: OpenStage): Event[] => [
    { type: 'reopened', on: '2026-04-20', to, personal: { reason: 'Per ongeluk gesloten.' } },
  ];

  it('of reopening hear the handler, the receiver and respondents who knew of it, not who reopened it', () => {
    const about = registered({ respondents: [joris, ingrid] });
    const past = [about, asked(joris), withdrawn(), reopened('registered')];
    assert.deepEqual(told(next(lars, ...past)), [sanne.id, joris.id]);
    assert.deepEqual(told(next(willem, ...past)), [lars.id, sanne.id, joris.id]);
    const answeredThen = [about, answered(), withdrawn(), reopened('answered')];
    assert.deepEqual(told(next(lars, ...answeredThen)), [sanne.id, joris.id, ingrid.id]);
  });

  it('the board is asked to decide again, where reopening leads to that', () => {
    const kinds = next(lars, registered(), objected(), waived(), withdrawn(), reopened('waived')).map(
      ({ to, content }) => `${content.kind} ${to.kind === 'person' && to.id}`,
    );
    assert.deepEqual(kinds, [
      `reopened ${sanne.id}`,
      `decision-request ${willem.id}`,
      `decision-request ${ingrid.id}`,
    ]);
  });

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

  it('nobody it is about is told that nobody can handle it', () => {
    assert.deepEqual(messages(registered({ respondents: everybodyAtTheDesk })), []);
  });

  it('every board member who is no respondent is told that nobody can handle it', () => {
    const complaint = complaintAfter(registered({ respondents: [willem] }));
    const [message, ...more] = followUps({ type: 'left-unassigned', on: '2026-04-01' }, complaint, 2, {
      desk,
    });
    assert.deepEqual(
      [message?.to, message?.content],
      [{ kind: 'person', id: ingrid.id }, { kind: 'unassigned' }],
    );
    assert.deepEqual(more, []);
  });

  it('who is no respondent any more hears so, when they knew of it', () => {
    const removed: Event = {
      type: 'respondent-removed',
      on: '2026-04-02',
      personal: { respondent: joris, reason: 'Een ander.' },
    };
    const after = (...past: Event[][]) => {
      const events = past.flat();
      const before = complaintAfter(events);
      return followUps(removed, complaintAfter([...events, removed]), events.length + 1, {
        desk,
        before,
        by: lars,
      });
    };
    const about = registered({ respondents: [joris, sanne] });
    assert.deepEqual(kindsOf(after(about, asked(joris))), [[joris.id, 'respondent-removed']]);
    assert.deepEqual(after(about, asked(sanne)), []);
  });

  it('a respondent is asked for their side, and they alone', () => {
    assert.deepEqual(next(lars, registered({ respondents: [joris, sanne] }), asked(joris)), [
      {
        id: `K-2026-0001/3-statement-requested/${joris.id}`,
        to: { kind: 'person', id: joris.id },
        content: { kind: 'statement-request' },
      },
    ]);
  });

  it('the handler is told that a respondent gave their side, and not of what the handler wrote down', () => {
    const past = [registered({ respondents: [joris] }), asked(joris), stated(joris)];
    const [message] = next(joris, ...past);
    assert.deepEqual(message?.to, { kind: 'person', id: lars.id });
    assert.deepEqual(message.content, { kind: 'statement-given' });
    assert.deepEqual(next(lars, ...past), []);
  });

  it('a letter by e-mail is to be mailed', () => {
    assert.deepEqual(next(lars, registered(), acknowledged(), [letterQueued('answer')]), [
      {
        id: 'K-2026-0001/4-letter-queued/mail',
        to: { kind: 'mail' },
        content: { kind: 'letter', letter: 2 },
      },
    ]);
  });

  it('the respondents are informed of the position once the answer is out, and of no other letter', () => {
    const about = registered({ respondents: [joris, lars] });
    const after = next(fatima, about, answered());
    assert.deepEqual(told(after), [joris.id, lars.id]);
    assert(after.every(({ content }) => content.kind === 'position'));
    assert.deepEqual(next(fatima, about, acknowledged()), []);
    assert.deepEqual(next(fatima, about, objected(), invited()), []);
  });

  it('the board members who may decide are asked to, when the hearing is waived', () => {
    const asked = next(lars, registered(), objected(), waived());
    assert.deepEqual(told(asked), [willem.id, ingrid.id]);
    assert(asked.every(({ content }) => content.kind === 'decision-request'));
    assert.deepEqual(told(next(lars, registered({ respondents: [willem] }), objected(), waived())), [
      ingrid.id,
    ]);
    const handledByWillem = registered({ respondents: [lars, fatima] });
    assert.deepEqual(told(next(willem, handledByWillem, objected(), waived())), [ingrid.id]);
  });

  it('those board members hear that they need not, when the complainant wants the hearing after all', () => {
    const past = [registered(), objected(), waived(), takenBack()];
    const overtaken = next(lars, ...past);
    assert.deepEqual(told(overtaken), [willem.id, ingrid.id]);
    assert(overtaken.every(({ content }) => content.kind === 'decision-overtaken'));
    assert.deepEqual(told(next(willem, ...past)), [ingrid.id]);
  });

  it('who may decide after all is asked, when the one who was asked turns out to be a respondent', () => {
    const past = [registered({ respondents: [lars, fatima] }), objected(), waived()];
    const requests = next(willem, ...past, respondentAdded(ingrid)).filter(
      ({ content }) => content.kind === 'decision-request',
    );
    assert.deepEqual(told(requests), [willem.id]);
    assert.deepEqual(next(lars, registered(), respondentAdded(joris)), []);
  });

  it('who turns out to be a respondent after the answer is heard before they are told the position, and told it once', () => {
    const past = [registered(), answered(), respondentAdded(joris), asked(joris)];
    const kinds = (...events: Event[][]) =>
      next(lars, ...events).map(({ to, content }) => [to, content.kind]);
    const toJoris = { kind: 'person', id: joris.id };
    assert.deepEqual(kinds(...past.slice(0, 3)), []);
    assert.deepEqual(kinds(...past), [[toJoris, 'statement-request']]);
    assert.deepEqual(kinds(...past, stated(joris)), [[toJoris, 'position']]);
    assert.deepEqual(kinds(...past, stated(joris), stated(joris)), []);
    assert.deepEqual(kinds(...past, stated()), []);
  });

  it('who turns out to be a respondent while the answer waits for the mail server is heard before they are told the position too', () => {
    const [drawnUp = assert.fail(), sent = assert.fail()] = answered().slice(-2);
    const waits = [registered({ respondents: [fatima] }), [drawnUp], [letterQueued('answer')]];
    const added = [...waits, respondentAdded(joris), asked(joris)];
    const out: Event[] = [{ ...sent, letter: 1 } as Event];
    assert.deepEqual(told(next(lars, ...waits, out)), [fatima.id]);
    assert.deepEqual(told(next(lars, ...added, out)), [fatima.id]);
    assert.deepEqual(told(next(lars, ...added, out, stated(joris))), [joris.id]);
    assert.deepEqual(told(next(lars, ...added, stated(joris))), []);
    assert.deepEqual(told(next(lars, ...added, stated(joris), out)), [fatima.id, joris.id]);
    const awaited = (events: Event[]) =>
      complaintAfter(...added, events).statementsAwaited?.map(({ of }) => of);
    assert.deepEqual(awaited(out), awaited([]));
  });

  it('who was heard before the answer, and says more after it, is not told the position again', () => {
    const past = [registered({ respondents: [joris] }), stated(joris), answered(), stated(joris)];
    assert.deepEqual(next(lars, ...past), []);
  });

  it('nobody is told of anything else', () => {
    const quiet: Event[][] = [noteAdded(), acknowledged(), objected(), invited(), heard()];
    for (const event of quiet) assert.deepEqual(next(lars, registered(), objected(), event), []);
  });

  it('the respondents hear how it ended, and the receiver that it did', () => {
    const about = registered({ respondents: [joris, willem] });
    const toSanne = [sanne.id, 'closed'];
    const toThem = [
      [joris.id, 'outcome'],
      [willem.id, 'outcome'],
    ];
    assert.deepEqual(kindsOf(next(lars, about, answered(), lapsed())), [...toThem, toSanne]);
    assert.deepEqual(kindsOf(next(lars, about, objected(), settled())), [...toThem, toSanne]);
    assert.deepEqual(kindsOf(next(lars, about, answered(), withdrawn())), [...toThem, toSanne]);
    assert.deepEqual(kindsOf(next(lars, about, objected(), heard().slice(0, 1))), toThem);
  });

  it('a respondent who knows nothing of the complaint is not told by its end that there was one', () => {
    const about = registered({ respondents: [joris, willem] });
    assert.deepEqual(kindsOf(next(lars, about, withdrawn())), [[sanne.id, 'closed']]);
    assert.deepEqual(kindsOf(next(lars, about, asked(willem), withdrawn())), [
      [willem.id, 'outcome'],
      [sanne.id, 'closed'],
    ]);
    assert.deepEqual(kindsOf(next(lars, about, stated(joris), withdrawn())), [
      [joris.id, 'outcome'],
      [sanne.id, 'closed'],
    ]);
  });

  it('a respondent hears of a talk with them, and not of one with somebody whose name holds theirs', () => {
    const named = (name: string, n: number): Person => ({
      id: personId(`00000000-0000-4000-8000-00000000010${n}`),
      name,
    });
    const heardOf = (partner: string, ...names: string[]): string[] => {
      const respondents = names.map(named);
      const talk: Event = {
        type: 'mediated',
        on: '2026-04-01',
        form: 'conversation',
        solved: true,
        personal: { partner, result: 'Goed gesprek.', agreements: 'Bellen.' },
      };
      const outcomes = next(lars, registered({ respondents }), [talk], mediated).filter(
        ({ content }) => content.kind === 'outcome',
      );
      return told(outcomes).flatMap((id) =>
        respondents.filter((one) => one.id === id).map(({ name }) => name),
      );
    };
    assert.deepEqual(heardOf('Jan Jansen', 'Jan', 'Jan Jansen', 'Jan Jans'), ['Jan Jansen']);
    assert.deepEqual(heardOf('Arjan de Vries-Bakker', 'Jan de Vries', 'Arjan de Vries', 'An de Vries'), []);
    assert.deepEqual(heardOf('Jan', 'Jan', 'Jan Jansen'), [], 'a first name is anybody’s');
    assert.deepEqual(heardOf('Jan Jansen', 'Jan Jansen', 'jan  jansen'), [], 'which of the two is not known');
    assert.deepEqual(heardOf('', ''), []);
    assert.deepEqual(
      heardOf('joris bakker, Anna Smit en Renée  Güneş', 'Joris Bakker', 'Anna Smit', 'Renée Güneş', 'Anna'),
      ['Joris Bakker', 'Anna Smit', 'Renée Güneş'],
    );
    assert.deepEqual(heardOf('Bakker, Joris (Utrecht) en Piet Kok', 'Bakker, Joris (Utrecht)', 'Joris'), [
      'Bakker, Joris (Utrecht)',
    ]);
  });

  it('a respondent who took part in a talk hears how it ended, and another who knew of nothing does not', () => {
    const about = registered({ respondents: [joris, willem] });
    assert.deepEqual(next(lars, about, talked()), []);
    assert.deepEqual(kindsOf(next(lars, about, talked('2026-04-01', true), mediated)), [
      [joris.id, 'outcome'],
      [sanne.id, 'closed'],
    ]);
  });

  it('a receiver is not told what they know: as handler, as who closed it, and as respondent no more than the others', () => {
    assert.deepEqual(next(lars, registered({ by: lars }), withdrawn()), []);
    assert.deepEqual(next(sanne, registered({ respondents: everybodyAtTheDesk }), withdrawn()), []);
    const aboutSanne = registered({ respondents: [sanne] });
    assert.deepEqual(next(lars, aboutSanne, withdrawn()), []);
    assert.deepEqual(kindsOf(next(lars, aboutSanne, answered(), lapsed())), [[sanne.id, 'outcome']]);
  });

  it('the handler hears that the board has decided; who decided themselves does not', () => {
    const past = [registered({ respondents: [joris] }), objected(), waived()];
    assert.deepEqual(kindsOf(next(willem, ...past, decisionTaken(willem))), [[lars.id, 'decided']]);
    const byBoard = [registered({ respondents: [lars, fatima, ingrid] }), objected(), waived()];
    assert.deepEqual(next(willem, ...byBoard, decisionTaken(willem)), []);
  });

  it('the handler hears of what was remedied on the spot, for information', () => {
    assert.deepEqual(
      messages(registered({ remedied: true })).map(({ to, content }) => [to, content]),
      [[{ kind: 'person', id: lars.id }, { kind: 'case' }]],
    );
  });
});

describe('what was given up', () => {
  const complaint = complaintAfter(registered());
  const givenUp = (content: Content, of = complaint) =>
    escalate(
      {
        id: 'K-2026-0001/3-x/mail',
        to: { kind: 'mail' },
        content,
        queuedAt: '2026-04-01T08:00:00.000Z',
        status: 'gave-up',
        attempts: [],
      } satisfies Message,
      { complaint: of, outbox: [] },
      { desk, today: '2026-04-01' },
    );

  it('is told to the handler where they can do it by hand', () => {
    assert.deepEqual(givenUp({ kind: 'letter', letter: 1 }), [
      {
        id: `K-2026-0001/3-x/mail/undelivered/${lars.id}`,
        to: { kind: 'person', id: lars.id },
        content: { kind: 'undelivered', message: 'K-2026-0001/3-x/mail', what: 'letter' },
      },
    ]);
    for (const kind of ['statement-request', 'position', 'decision-request'] as const) {
      assert.deepEqual(told(givenUp({ kind })), [lars.id]);
    }
  });

  it('is told to nobody where nothing can be done, or nobody is there', () => {
    for (const kind of ['case', 'unassigned', 'statement-given'] as const) {
      assert.deepEqual(givenUp({ kind }), []);
    }
    const orphan = complaintAfter(registered({ respondents: everybodyAtTheDesk }), [
      { type: 'respondent-added', on: '2026-04-01', personal: { respondent: sanne, reason: 'Ook zij.' } },
    ]);
    assert.deepEqual(givenUp({ kind: 'letter', letter: 1 }, orphan), []);
  });

  it('is told, of a letter that nobody at the desk may send, to who registered the complaint (Art. 10)', () => {
    const orphan = complaintAfter(registered({ respondents: everybodyAtTheDesk }));
    assert.deepEqual(told(givenUp({ kind: 'letter', letter: 1 }, orphan)), [sanne.id]);
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
