import assert from 'node:assert/strict';
import readExcelFile from 'read-excel-file/node';
import type { Row } from '../../../src/register/row-list.ts';
import { rowListFile } from '../../../src/teams/files/row-list.ts';

const one: Row = {
  code: 'ABCD-EFGH',
  receivedIn: '2026-03',
  registeredIn: '2026-04',
  stage: 'closed',
  closed: { in: '2026-05', outcome: 'agreed' },
  deadlines: { forward: { done: true, daysLate: 2 }, answer: { done: true, daysLate: 0 } },
  head: 'f'.repeat(64),
  entries: 7,
  isSound: true,
};
const made = { year: '2026', at: 'woensdag 1 april 2026 om 10:00', unreadable: 0 };

/** The lines of the first sheet, and the second with each row by the titles of its columns. */
async function read(rows: Row[], unreadable = 0) {
  const { name, bytes } = await rowListFile({ ...made, unreadable }, { rows, head: 'a'.repeat(64) });
  const [about, complaints] = await readExcelFile(Buffer.from(bytes));
  assert(about && complaints);
  const [titles = [], ...lines] = complaints.data;
  return {
    name,
    sheets: [about.sheet, complaints.sheet],
    about: Object.fromEntries(about.data.slice(1)),
    rows: lines.map((line) => Object.fromEntries(titles.map((title, column) => [title, line[column]]))),
  };
}

describe('the list for an auditor as a spreadsheet', () => {
  it('says at its front of which year it is, from when, whether all is sound, and the head over it', async () => {
    const { name, sheets, about } = await read([one, { ...one, code: 'BCDE-FGHI', entries: 3 }]);
    assert.deepEqual([name, sheets], ['registerlijst-2026.xlsx', ['Over deze lijst', 'Klachten']]);
    const { Code: _, 'Hash van het journaal': __, 'Weggehaald of teruggezet?': ___, ...facts } = about;
    assert.deepEqual(facts, {
      'Klachten ontvangen in': '2026',
      'Gemaakt op': made.at,
      Rijen: 2,
      'Journaalregels nagelopen': 10,
      'Klopt alles?': 'Ja, alles klopt.',
      'Hash over alle rijen': 'a'.repeat(64),
    });
  });

  it('has a row for each complaint, with months that are dates', async () => {
    assert.deepEqual((await read([one])).rows, [
      {
        Code: 'ABCD-EFGH',
        Ontvangen: new Date('2026-03-01'),
        Geregistreerd: new Date('2026-04-01'),
        Stand: 'Gesloten',
        'Doorgegeven (art. 5)': '2 dagen te laat',
        'Ontvangst bevestigd (art. 5)': 'n.v.t.',
        'Antwoord (art. 6)': 'op tijd',
        'Gesprek (art. 8)': 'n.v.t.',
        'Beslissing directie (art. 8)': 'n.v.t.',
        Gesloten: new Date('2026-05-01'),
        Afloop: 'de klager ging akkoord met het antwoord (artikel 6)',
        Klopt: 'ja',
        'Hash van het journaal': 'f'.repeat(64),
      },
    ]);
  });

  it('names the codes of what is not sound, and how much could not be read', async () => {
    const { about, rows } = await read([one, { ...one, code: 'BCDE-FGHI', isSound: false }], 2);
    assert.match(about['Klopt alles?'] as string, /^Nee\. .*: BCDE-FGHI\. Vraag de beheerder/);
    assert.equal(about['Beschadigd en niet te lezen'], 2);
    assert.deepEqual(
      rows.map(({ Klopt }) => Klopt),
      ['ja', 'nee'],
    );
  });
});
