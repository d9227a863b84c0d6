import assert from 'node:assert/strict';
import { isCaseNumber } from '../../../src/procedure/model/case-number.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import { standing } from '../../../src/teams/cards/case-status.ts';
import { myComplaintsCard } from '../../../src/teams/cards/my-complaints.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { calendar, complaintAfter, registered } from '../../procedure/given.ts';
import { objected, waived } from '../../procedure/happened.ts';
import { bare, desk } from '../a-dossier.ts';

describe('“mijn klachten” of somebody who registered many', () => {
  const complaints: Complaint[] = Array.from({ length: 19 }, (_, index) => ({
    ...bare(),
    number: `K-2026-${`${19 - index}`.padStart(4, '0')}` as Complaint['number'],
  }));

  it('shows each once, the newest first, over a few short pages, and a way back', () => {
    const read: string[] = [];
    let card = myComplaintsCard({ complaints, calendar, desk });
    for (let page = 1; page < 10; page++) {
      read.push(...numbersOn(card));
      const older = buttonsOf(card).find(({ title }) => title.startsWith('Oudere'));
      if (!older) break;
      const after = older.data.number ?? '';
      assert.ok(isCaseNumber(after));
      card = myComplaintsCard({ complaints, calendar, desk, after });
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
    const mine = JSON.stringify(myComplaintsCard({ complaints: [complaint], calendar, desk }));
    assert.match(mine, /geen directielid mag over deze klacht beslissen/);
    const lines = standing({ complaint, outbox: [] }, { today: '2026-04-09', calendar, desk, steps: [] });
    assert(lines.some(({ text }) => text.startsWith('Geen directielid mag over deze klacht beslissen')));
    assert.doesNotMatch(mine, /Ligt bij de directie|beslissing van de directie/);
  });
});

const numbersOn = (card: Card): string[] => JSON.stringify(card.body).match(/K-2026-\d{4}/g) ?? [];

const buttonsOf = (card: Card) => card.actions as { title: string; data: { number?: string } }[];
