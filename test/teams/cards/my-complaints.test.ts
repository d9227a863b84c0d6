import assert from 'node:assert/strict';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { isCaseNumber } from '../../../src/procedure/model/case-number.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import { standing } from '../../../src/teams/cards/case-status.ts';
import { myComplaintsCard } from '../../../src/teams/cards/my-complaints.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { longDate } from '../../../src/time/dutch-date.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { calendar, complaintAfter, registered } from '../../procedure/given.ts';
import { acknowledged, answered, heard, invited, objected, waived } from '../../procedure/happened.ts';
import { bare, desk, seesOnly } from '../a-dossier.ts';

const today = '2026-04-09';

describe('“mijn klachten” of somebody who registered many', () => {
  const complaints: Complaint[] = Array.from({ length: 19 }, (_, index) => ({
    ...bare(),
    number: `K-2026-${`${19 - index}`.padStart(4, '0')}` as Complaint['number'],
  }));

  it('shows each once, the newest first, over a few short pages, and a way back', () => {
    const read: string[] = [];
    let card = myComplaintsCard({ complaints, today, calendar, desk });
    for (let page = 1; page < 10; page++) {
      read.push(...numbersOn(card));
      const older = buttonsOf(card).find(({ title }) => title.startsWith('Oudere'));
      if (!older) break;
      const after = older.data.number ?? '';
      assert.ok(isCaseNumber(after));
      card = myComplaintsCard({ complaints, today, calendar, desk, after });
      assert.ok(buttonsOf(card).some(({ title }) => title === 'Nieuwste'));
    }
    assert.deepEqual(
      read,
      complaints.map(({ number }) => number),
    );
  });
});

describe('a complaint about the whole board, of which the hearing was waived (Art. 8)', () => {
  const complaint = complaintAfter(registered({ respondents: desk.board }), objected(), waived());

  it('is promised no decision, to the receiver or to the handler', () => {
    const mine = JSON.stringify(myComplaintsCard({ complaints: [complaint], today, calendar, desk }));
    assert.match(mine, /geen directielid mag over deze klacht beslissen/);
    const lines = standing(
      { complaint, outbox: [] },
      { today: '2026-04-09', calendar, desk, reader: seesOnly },
    );
    assert(lines.some(({ text }) => text.startsWith('Geen directielid mag over deze klacht beslissen')));
    assert.doesNotMatch(mine, /Ligt bij de directie|beslissing van de directie/);
  });
});

describe('what the receiver can read out to a complainant', () => {
  const courses: Complaint[] = [
    complaintAfter(registered()),
    complaintAfter(registered(), acknowledged()),
    complaintAfter(registered(), answered()),
    complaintAfter(registered(), objected()),
    complaintAfter(registered(), objected(), waived()),
  ];

  it('tells the day and hour of a hearing as long as it is to come, and then that it was', () => {
    const offered = complaintAfter(registered(), objected(), invited());
    const [{ on, time }] = [offered.stage === 'hearing-offered' ? offered.appointment : assert.fail()];
    const card = (complaint: Complaint, today: LocalDate) =>
      JSON.stringify(myComplaintsCard({ complaints: [complaint], today, calendar, desk }));
    assert.match(card(offered, on), new RegExp(`Uw gesprek is op ${longDate(on)} om ${time}`));
    assert.doesNotMatch(card(offered, on), /Het gesprek moet er/);
    assert.doesNotMatch(card(offered, addDays(on, 1)), /Uw gesprek is op/);
    const held = complaintAfter(registered(), objected(), invited(), heard());
    assert.match(card(held, on), /Het gesprek met de klager is gehouden/);
  });

  it('promises no day that has passed, on the day of every deadline and the day after', () => {
    for (const complaint of courses)
      for (const { dueOn } of runningDeadlines(complaint, calendar, desk))
        for (const today of [dueOn, addDays(dueOn, 1)]) {
          const said = JSON.stringify(myComplaintsCard({ complaints: [complaint], today, calendar, desk }));
          const isPast = today > dueOn;
          const day = longDate(dueOn);
          const promised = new RegExp(
            `Uiterlijk ${day} moet|moet er uiterlijk ${day}|kunt tot en met ${day}`,
          );
          const passed = new RegExp(`uiterlijk ${day} moeten (hebben|zijn|bevestigen)|kon tot en met ${day}`);
          assert.deepEqual([promised.test(said), passed.test(said)], [!isPast, isPast], said);
        }
  });
});

const numbersOn = (card: Card): string[] => JSON.stringify(card.body).match(/K-2026-\d{4}/g) ?? [];

const buttonsOf = (card: Card) => card.actions as { title: string; data: { number?: string } }[];
