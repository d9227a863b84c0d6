import assert from 'node:assert/strict';
import { decode } from 'fast-png';
import { filesIn } from '../../../src/letters/letterhead.ts';
import { boardReport, type Counted } from '../../../src/register/board-report.ts';
import type { Figures } from '../../../src/register/year-figures.ts';
import { boardReportFile } from '../../../src/teams/files/board-report.ts';
import { periodTyped } from '../../../src/teams/files/report-words.ts';
import { anotherPeriod, monthsOf, type Period, readPeriod, yearBefore } from '../../../src/time/period.ts';
import { wordText } from '../../letters/word-text.ts';

const origins = ['client', 'client', 'client', 'principal', 'employee'] as const;

/** So many complaints of a year, the first half of them closed. */
const complaints = (year: string, count: number): Counted[] =>
  Array.from({ length: count }, (_, at) => {
    const receivedIn = `${year}-${String(1 + (at % 12)).padStart(2, '0')}`;
    const isClosed = at % 3 !== 0;
    const figures: Figures = {
      receivedIn,
      registeredIn: receivedIn,
      origin: origins[at % origins.length] ?? 'client',
      manner: 'oral',
      ...(isClosed && { branch: at % 2 === 0 ? 'Utrecht' : 'Zeist' }),
      stage: isClosed ? 'closed' : 'registered',
      ...(isClosed && {
        judgement: at % 4 === 0 ? ('founded' as const) : ('unfounded' as const),
        closed: { in: receivedIn, outcome: at % 5 === 0 ? ('withdrawn' as const) : ('agreed' as const) },
      }),
      deadlines: {
        forward: { done: true, daysLate: at % 7 === 0 ? 2 : 0 },
        acknowledge: { done: true, daysLate: 0 },
        answer: isClosed
          ? { done: true, daysLate: at % 6 === 1 ? 4 : 0 }
          : { done: false, late: at % 2 === 0 },
      },
      ...(isClosed && {
        satisfaction: { handling: at % 3 === 0 ? (2 as const) : (4 as const), outcome: 3 as const },
      }),
      measures: { promised: isClosed ? 1 : 0, taken: at % 4 === 0 && isClosed ? 1 : 0, late: 0 },
    };
    return {
      ...(at === 1 && { lesson: 'Wij bellen eerst.\nEn dan pas.' }),
      figures,
      days: { acknowledge: 2 + (at % 5), ...(isClosed && { answer: 12 + at, close: 30 + at }) },
    };
  });

const made = async (period: Period, now: number, before: number) => {
  const all = [...complaints('2026', now), ...complaints('2025', before)];
  return boardReportFile(
    boardReport(period, all, { branches: ['Utrecht', 'Zeist'], subjects: ['Bejegening', 'Kosten'] }),
    '2026-11-28',
  );
};

const read = (bytes: Uint8Array) => {
  const file = Buffer.from(bytes);
  const parts = new Map([...filesIn(file)].map(([name, bytesOf]) => [name, bytesOf()]));
  const xml = parts.get('word/document.xml')?.toString('utf8') ?? '';
  const pictures = [...parts].filter(([name]) => /^word\/media\/.*\.png$/.test(name));
  return { text: wordText(file), xml, pictures: pictures.map(([, picture]) => picture) };
};

describe('the report for the board as a Word file', () => {
  let report: ReturnType<typeof read>;
  before(async () => {
    const { name, bytes } = await made({ year: '2026' }, 41, 26);
    assert.equal(name, 'klachtenverslag-2026.docx');
    report = read(bytes);
  });

  it('begins with a summary, and has a table of each kind, with the year before beside it', () => {
    const { text } = report;
    assert.match(
      text,
      /^Jaarverslag klachten 2026\nVoor de directie van Ballance, gemaakt op 28 november 2026/,
    );
    assert.match(
      text,
      /In 2026 kwamen er 41 klachten binnen\. Daarvan zijn er nu 27 gesloten\. Er lopen er nog 14\.\nIn 2025 waren het er 26\./,
    );
    assert.match(text, /De periode loopt nog\. Dit zijn de cijfers tot en met zaterdag 28 november 2026\./);
    for (const heading of [
      'Samenvatting',
      'Aantal per maand',
      'Van wie de klachten kwamen',
      'Vestiging',
      'Onderwerp',
      'Oordeel',
      'Hoe het afliep',
      'Op tijd, per artikel',
      'Hoe lang het duurde',
      'Maatregelen',
      'Wat we ervan leren',
      'Hoe je dit verslag leest',
    ])
      assert.ok(text.split('\n').includes(heading), heading);
    assert.match(text, /Maand\n2026\n2025\nJanuari\n4\n3\n/);
    assert.match(text, /Totaal\n41\n26\n/);
    assert.match(text, /Gesloten\n27\n17\n/);
    assert.match(text, /Utrecht\n10–14\n5–9\n/);
    assert.match(text, /Tot de klager het antwoord had \(artikel 6\): de helft\n32\n/);
    assert.match(text, /kleine? aantal/i);
    assert.match(text, /Wat we ervan leren\nLeerpunten uit .*\n.*Wij bellen eerst\. En dan pas\.\n/);
  });

  it('says a number by something that can point to somebody as a class, and never exactly', () => {
    const rows = report.text.split('Van wie de klachten kwamen')[1]?.split('Totaal')[0] ?? '';
    for (const number of rows.match(/^[\d<].*$/gm)?.filter((said) => !/^20/.test(said)) ?? assert.fail())
      assert.match(number, /^(?:<\d+|\d+–\d+)$/);
  });

  it('gives in its summary no number that could be any of a total that stands beside it', async () => {
    for (let total = 0; total < 16; total += 1) {
      const { text } = read((await made({ year: '2026' }, total, 0)).bytes);
      const [, promised = '0'] = /(\d+) maatregel(?:en)? afgesproken/.exec(text) ?? [];
      const [, fewer] = /Daarvan zijn er minder dan (\d+) uitgevoerd/.exec(text) ?? [];
      assert.ok(!fewer || Number(fewer) <= Number(promised), `fewer than ${fewer} of ${promised}`);
      const [, upTo] = /Daarvan zijn er \d+ tot en met (\d+) uitgevoerd/.exec(text) ?? [];
      assert.ok(!upTo || Number(upTo) < Number(promised), `up to ${upTo} of ${promised}`);
      const [, inTime, late] = /was minder dan (\d+) keer op tijd en minder dan (\d+) keer/.exec(text) ?? [];
      assert.ok(!inTime || Math.min(Number(inTime), Number(late)) <= total, `${inTime} of ${total}`);
    }
    const { text } = read((await made({ year: '2026' }, 3, 0)).bytes);
    assert.match(text, /te weinig klachten om te zeggen hoe vaak het antwoord/);
    assert.match(text, /afgesproken\. Dat zijn er te weinig om te zeggen hoeveel er zijn uitgevoerd/);
  });

  it('keeps the rows of a table on one page: each but the last goes on with the next', () => {
    for (const [table = ''] of report.xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? assert.fail();
      assert.deepEqual(
        rows.map((row) => /<w:keepNext\/>/.test(row)),
        rows.map((_, at) => at < rows.length - 1),
      );
    }
  });

  it('has with each chart an alt text that says every number of it, and its table above it', () => {
    const { xml, pictures } = report;
    const alts = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, alt = '']) => alt);
    assert.ok(alts.length >= 7, `${alts.length}`);
    assert.match(alts[0] ?? '', /^Maand: 2026 en 2025\. Januari: 2026 4, 2025 3\. Februari/);
    assert.equal(
      new Set([...xml.matchAll(/<wp:docPr [^>]*?id="(\d+)"/g)].map(([, id]) => id)).size,
      alts.length,
    );
    const blocks = [...xml.matchAll(/<w:tbl>|<w:drawing>/g)].map(([mark]) => mark);
    for (const [at, block] of blocks.entries())
      if (block === '<w:drawing>') assert.equal(blocks[at - 1], '<w:tbl>');
    for (const picture of pictures) {
      const { width, data, channels } = decode(picture);
      assert.equal(width, 1280);
      assert.deepEqual([...data.subarray(0, 3)], [255, 255, 255], 'white, for paper');
      assert.ok(channels >= 3);
    }
  });

  it('has headings to jump to, and repeats the headings of a table on the next page', () => {
    assert.ok((report.xml.match(/w:pStyle w:val="Heading1"/g) ?? []).length >= 10);
    assert.equal(report.xml.match(/<w:tblHeader\/>/g)?.length, report.xml.match(/<w:tbl>/g)?.length);
  });

  it('is of a quarter, beside the same of the year before, and says where there is too little', async () => {
    const { name, bytes } = await made({ year: '2026', quarter: 3 }, 9, 0);
    assert.equal(name, 'klachtenverslag-2026-kwartaal-3.docx');
    const { text } = read(bytes);
    assert.match(text, /^Kwartaalverslag klachten: kwartaal 3 van 2026/);
    assert.match(
      text,
      /In het derde kwartaal van 2026 kwamen er 3 klachten binnen\..*\nIn het derde kwartaal van 2025 was er geen\./,
    );
    assert.match(text, /te weinig klachten/);
    assert.match(text, /Alle aantallen zijn kleiner dan vijf/);
    assert.doesNotMatch(text, /loopt nog\. Dit zijn/);
  });
});

describe('a period to try where one has nothing', () => {
  it('is never that one, nor the year before it, and can be read', () => {
    for (const today of ['2026-01-15', '2026-05-15', '2026-11-28'] as const)
      for (const year of ['2000', '2024', '2025', '2026', '2027'])
        for (const quarter of [undefined, 1, 2, 3, 4] as const) {
          const empty: Period = { year, ...(quarter && { quarter }) };
          const typed = periodTyped(anotherPeriod(empty, today));
          const months = monthsOf(readPeriod(typed, today) ?? assert.fail(typed));
          for (const one of [empty, yearBefore(empty)])
            assert.ok(
              months.some((month) => !monthsOf(one).includes(month)),
              `${typed} after ${periodTyped(empty)}`,
            );
        }
  });
});

describe('the period of a report', () => {
  const today = '2026-11-28';
  const third: Period = { year: '2026', quarter: 3 };
  const cases: [string, Period | undefined][] = [
    ['', { year: '2026' }],
    ['2025', { year: '2025' }],
    ['vorig jaar', { year: '2025' }],
    ...[
      '2026 kwartaal 3',
      '2026 Kwartaal 3',
      'kwartaal 3 2026',
      'kwartaal 3 van 2026',
      '2026, kwartaal 3',
      '2026 kw3',
      '2026-Q3',
      'Q3',
      '3e kwartaal 2026',
      'het derde kwartaal van 2026',
      'derde kwartaal',
      'vorig kwartaal',
    ].map((typed): [string, Period] => [typed, third]),
    ...[
      'kwartaal',
      '2026 kwartaal 5',
      '1999',
      '26',
      '2026 2025',
      'over Lars',
      '3',
      '2026 3 klachten',
      'constructor',
    ].map((typed): [string, undefined] => [typed, undefined]),
  ];
  for (const [typed, period] of cases)
    it(`${typed || 'nothing'} is ${JSON.stringify(period) ?? 'none'}`, () =>
      assert.deepEqual(readPeriod(typed, today), period));
});
