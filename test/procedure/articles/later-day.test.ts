import assert from 'node:assert/strict';
import { draftLetter } from '../../../src/letters/draft-letter.ts';
import { toldIn } from '../../../src/procedure/articles/art06-measures.ts';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { isLate, leading, workingDaysLeft } from '../../../src/procedure/time-left.ts';
import { channelRow } from '../../../src/register/notify/digest.ts';
import { measureWords } from '../../../src/teams/cards/case-sections.ts';
import { digestCard } from '../../../src/teams/cards/channel.ts';
import { casesCard } from '../../../src/teams/cards/lists.ts';
import { measureCard } from '../../../src/teams/cards/measure.ts';
import { myComplaintsCard } from '../../../src/teams/cards/my-complaints.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { textOf } from '../../e2e/a-card.ts';
import { facts } from '../../letters/a-complaint.ts';
import { course } from '../course.ts';
import { calendar, complaintAfter, contextOf, registered } from '../given.ts';
import { answered, drawnUp, letterSent } from '../happened.ts';
import { desk, lars } from '../people.ts';

const leads = (complaint: Complaint, today: LocalDate) => {
  const lead = leading(runningDeadlines(complaint, calendar, desk), today);
  assert.ok(lead);
  return lead;
};

const late = (complaint: Complaint, today: LocalDate): boolean => isLate(leads(complaint, today), today);

/** What each list says of a complaint on a day. */
function lists(complaint: Complaint, today: LocalDate): { cases: string; digest: string; mine: string } {
  const deadline = leads(complaint, today);
  const next = { deadline, workingDaysLeft: workingDaysLeft(deadline, today, calendar) };
  const row = channelRow(complaint.number, deadline, today, { ...contextOf(), calendar } as never);
  const rows = { rows: [row], withoutDeadline: 0 };
  return {
    cases: JSON.stringify(casesCard([{ complaint, next }], today, [], { by: lars.id })),
    digest: JSON.stringify(
      digestCard({ day: today, open: rows, closed: { rows: [], withoutDeadline: 0 } } as never),
    ),
    mine: JSON.stringify(myComplaintsCard({ complaints: [complaint], today, calendar, desk })),
  };
}

/** Reading 18: a promise moves what is guarded, and never what counts as late. */
describe('a later day than the one of the article, or than was promised first', () => {
  const promised = (wish: 'ballance' | 'complainant', on: LocalDate, sentOn: LocalDate, kind = 'delay') =>
    letterSent(kind as 'delay', { sentOn, promised: { of: 'answer', on, wish } });

  it('by Ballance leaves late what was late, or becomes so: in a late acknowledgement and in "Uitstel melden" alike', () => {
    for (const kind of ['acknowledgement', 'delay']) {
      const complaint = complaintAfter(registered(), [
        letterSent('acknowledgement'),
        promised('ballance', '2026-05-06', '2026-04-24', kind),
      ]);
      assert.equal(leads(complaint, '2026-04-24').dueOn, '2026-05-06');
      for (const day of ['2026-04-23', '2026-04-24', '2026-05-06', '2026-05-08'] as const)
        assert.ok(late(complaint, day), `${kind} ${day}`);
      assert.ok(!late(complaint, '2026-04-22'));
      const { cases, digest, mine } = lists(complaint, '2026-04-24');
      for (const card of [cases, digest]) {
        assert.match(card, /te laat, nog \d+ werkdagen tot de nieuwe dag/);
        assert.match(card, /volgens artikel 6 uiterlijk woensdag 22 april 2026/);
        assert.match(card, /woensdag 6 mei 2026/);
      }
      assert.match(digest, /1 te laat/);
      assert.match(
        mine,
        /U had ons antwoord uiterlijk woensdag 22 april 2026 moeten hebben\. Wij zijn te laat/,
      );
      assert.match(mine, /De nieuwe dag die wij u noemden, is woensdag 6 mei 2026\./);
      assert.match(
        lists(complaint, '2026-05-07').mine,
        /Ook de nieuwe dag, woensdag 6 mei 2026, hebben wij niet gehaald\./,
      );
    }
  });

  it('at the wish of the complainant, asked in time, is late from the day after it; asked too late, it stays late', () => {
    const inTime = complaintAfter(registered(), [
      letterSent('acknowledgement'),
      promised('complainant', '2026-05-06', '2026-04-20'),
    ]);
    assert.ok(!late(inTime, '2026-04-24'));
    assert.ok(late(inTime, '2026-05-07'));
    const after = complaintAfter(registered(), [
      letterSent('acknowledgement'),
      promised('complainant', '2026-05-06', '2026-04-24'),
    ]);
    assert.ok(late(after, '2026-04-24'));
    const twice = complaintAfter(registered(), [
      letterSent('acknowledgement'),
      promised('complainant', '2026-04-29', '2026-04-20'),
      promised('ballance', '2026-05-06', '2026-04-28'),
    ]);
    assert.ok(!late(twice, '2026-04-29'));
    assert.ok(late(twice, '2026-04-30'));
  });

  it('for a measure leaves it late after the day that was promised first', () => {
    const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-04-10' } as const;
    const moved = complaintAfter(registered(), answered('2026-04-01', measure), [
      {
        type: 'measure-moved',
        measure: 'm1',
        on: '2026-04-13',
        to: '2026-04-17',
        personal: { reason: 'Druk' },
      },
    ]);
    assert.equal(leads(moved, '2026-04-13').dueOn, '2026-04-17');
    assert.ok(late(moved, '2026-04-13'));
    assert.ok(!late(moved, '2026-04-10'));
    for (const card of [lists(moved, '2026-04-13').cases, lists(moved, '2026-04-13').digest]) {
      assert.match(card, /te laat, nog 4 werkdagen tot de nieuwe dag/);
      assert.match(card, /Eerder beloofd voor vrijdag 10 april 2026/);
    }
  });

  it('of a measure that no letter told is one after a day that was recorded, and never promised: on every card and in its letter', () => {
    const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-04-10' } as const;
    const reason = { reason: 'Druk' };
    const moves: Event[] = [
      { type: 'measure-moved', measure: 'm1', on: '2026-04-13', to: '2026-04-17', personal: reason },
    ];
    const unnamed = registered({ complainant: { name: 'Onbekend', unnamed: 'unknown' } });
    const closed: Event = { type: 'closed', on: '2026-04-02', outcome: 'handled-unnamed', personal: {} };
    const anonymous: Event[] = [drawnUp(measure), closed];
    const said = (past: Event[]) => {
      const complaint = complaintAfter(registered(), past, moves);
      const [moved = assert.fail()] = complaint.measures;
      const { cases, digest } = lists(complaint, '2026-04-14');
      const told = { form: 'f1', reminds: true, today: '2026-04-14', handler: complaint.handler } as const;
      const ofMoved = facts({ today: '2026-04-14', moved: { measure: 'm1', to: '2026-04-24' } });
      return [
        cases,
        digest,
        measureWords(moved, complaint),
        textOf(measureCard(moved, complaint, told)),
        draftLetter('measure-delay', complaint, ofMoved),
      ];
    };
    for (const text of said(answered('2026-04-01', measure))) assert.match(text, /beloofd/);
    for (const text of said(anonymous)) {
      assert.doesNotMatch(text, /beloof|beloven/);
      assert.match(text, /vastgelegd/);
    }
    const told = letterSent('withdrawal', {
      sentOn: '2026-04-14',
      personal: { text: 'Het Belrooster blijft.' },
    });
    const known = complaintAfter(unnamed, [...anonymous, told]);
    const [one = assert.fail()] = known.measures;
    assert.equal(toldIn(one, known)?.sentOn, '2026-04-14');
    // Its first day was moved before that letter.
    const movedBefore = complaintAfter(unnamed, [...anonymous, ...moves, told]);
    assert.match(measureWords(movedBefore.measures[0] ?? one, movedBefore), /eerst vastgelegd: vrijdag 10/);
  });

  it('for a hearing by Ballance leaves it late after the week', () => {
    const story = course()
      .on('2026-04-02', (ask) => ask.answer())
      .on('2026-04-03', (ask) => ask.object({ receivedOn: '2026-04-03', sentOn: '2026-04-03' } as never));
    const on = '2026-04-20';
    story.on('2026-04-13', (ask) => ask.offerHearing({ on, laterWish: 'ballance', laterBecause: 'Druk' }));
    assert.ok(late(story.complaint(), '2026-04-14'));
  });
});
