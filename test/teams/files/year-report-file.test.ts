import assert from 'node:assert/strict';
import JSZip from 'jszip';
import readExcelFile from 'read-excel-file/node';
import type { Figures } from '../../../src/register/year-figures.ts';
import { yearReportFile } from '../../../src/teams/files/year-report.ts';

const one: Figures = {
  receivedIn: '2026-03',
  registeredIn: '2026-04',
  origin: 'client',
  manner: 'oral',
  branch: 'Utrecht',
  stage: 'closed',
  judgement: 'founded',
  closed: { in: '2026-04', outcome: 'agreed' },
  deadlines: {
    forward: { done: true, daysLate: 2 },
    acknowledge: { done: true, daysLate: 0 },
    answer: { done: true, daysLate: 1 },
  },
  measures: { promised: 2, taken: 1, late: 1 },
};
const other: Figures = {
  ...one,
  stage: 'registered',
  branch: undefined,
  judgement: undefined,
  closed: undefined,
  deadlines: {
    forward: { done: true, daysLate: 0 },
    acknowledge: { done: false, late: true },
    answer: { done: false, late: false },
  },
  measures: undefined,
};

async function sheets(...figures: Figures[]) {
  const { name, bytes } = await yearReportFile('2026', figures);
  const [complaints, totals] = await readExcelFile(Buffer.from(bytes));
  assert(complaints && totals);
  return { name, bytes, complaints, totals };
}

/** A line of the first sheet by the titles of its columns. */
async function lineOf(figures: Figures): Promise<Record<string, unknown>> {
  const { complaints } = await sheets(figures);
  const [titles = [], line = []] = complaints.data;
  return Object.fromEntries(titles.map((title, column) => [title, line[column]]));
}

describe('the report of a year as a spreadsheet', () => {
  it('has a name that says the year, and two sheets', async () => {
    const { name, complaints, totals } = await sheets(one);
    assert.deepEqual([name, complaints.sheet, totals.sheet], ['klachten-2026.xlsx', 'Klachten', 'Totalen']);
  });

  it('has a line for each complaint, with months that are dates', async () => {
    assert.deepEqual(await lineOf(one), {
      Ontvangen: new Date('2026-03-01'),
      Geregistreerd: new Date('2026-04-01'),
      Herkomst: 'Cliënt',
      'Wijze van ontvangst': 'Mondeling',
      'Vestiging (na sluiting)': 'Utrecht',
      'Onderwerp (na sluiting)': null,
      Stand: 'Gesloten',
      Oordeel: 'Gegrond',
      Afloop: 'de klager ging akkoord met het antwoord (artikel 6)',
      Gesloten: new Date('2026-04-01'),
      'Doorgegeven (art. 5)': '2 dagen te laat',
      'Ontvangst bevestigd (art. 5)': 'op tijd',
      'Antwoord (art. 6)': '1 dag te laat',
      'Gesprek (art. 8)': 'n.v.t.',
      'Beslissing directie (art. 8)': 'n.v.t.',
      'Maatregelen afgesproken': 2,
      'Maatregelen uitgevoerd': 1,
      'Maatregelen te laat': 1,
    });
  });

  it('says what still runs, and what should have been done', async () => {
    const line = await lineOf(other);
    assert.equal(line['Ontvangst bevestigd (art. 5)'], 'te laat, nog niet gedaan');
    assert.equal(line['Antwoord (art. 6)'], 'loopt nog');
    assert.deepEqual([line['Vestiging (na sluiting)'], line.Oordeel, line.Gesloten], [null, null, null]);
  });

  it('adds them up', async () => {
    const { totals } = await sheets(one, other);
    const sums = Object.fromEntries(totals.data.map(([what, of, count]) => [`${what}: ${of}`, count]));
    assert.deepEqual(
      {
        all: sums['Klachten: alle'],
        closed: sums['Klachten: gesloten'],
        open: sums['Klachten: nog open'],
        clients: sums['Herkomst: Cliënt'],
        founded: sums['Oordeel: Gegrond'],
      },
      { all: 2, closed: 1, open: 1, clients: 2, founded: 1 },
    );
    const of = (title: string) =>
      ['op tijd', 'te laat', 'dagen te laat bij elkaar (wat gedaan is)', 'loopt nog'].map(
        (what) => sums[`${title}: ${what}`],
      );
    assert.deepEqual(of('Doorgegeven (art. 5)'), [1, 1, 2, 0]);
    assert.deepEqual(of('Ontvangst bevestigd (art. 5)'), [1, 1, 0, 0]);
    assert.deepEqual(of('Antwoord (art. 6)'), [0, 1, 1, 1]);
    assert.deepEqual(
      ['afgesproken', 'uitgevoerd', 'te laat'].map((what) => sums[`Maatregelen: ${what}`]),
      [2, 1, 1],
    );
  });

  for (const text of [
    '=HYPERLINK("https://example.nl")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\u200b=1',
    '＝1',
  ]) {
    it(`takes no text for a formula: ${JSON.stringify(text)}`, async () => {
      const { bytes, complaints } = await sheets({ ...one, branch: text });
      assert.equal(complaints.data[1]?.[4], `'${text}`.trim());
      const { files } = await JSZip.loadAsync(bytes);
      const xml = await Promise.all(Object.values(files).map((file) => file.async('string')));
      assert.ok(xml.every((part) => !/<f[ >]/.test(part)));
    });
  }

  it('leaves any other text as it is', async () => {
    for (const branch of ["'s-Hertogenbosch", 'Utrecht & <Zeist>', 'A=B'])
      assert.equal((await lineOf({ ...one, branch }))['Vestiging (na sluiting)'], branch);
  });
});
