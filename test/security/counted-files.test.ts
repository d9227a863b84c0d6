import assert from 'node:assert/strict';
import { boardReport, lessonFor } from '../../src/register/board-report.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { asKnownTo } from '../../src/register/model/sight.ts';
import { daysOf } from '../../src/register/report-days.ts';
import { rowList, rowOf } from '../../src/register/row-list.ts';
import { figuresOf } from '../../src/register/year-figures.ts';
import { boardReportFile } from '../../src/teams/files/board-report.ts';
import { rowListFile } from '../../src/teams/files/row-list.ts';
import { yearReportFile } from '../../src/teams/files/year-report.ts';
import { unzipped } from '../letters/unzipped.ts';
import { contextOf } from '../procedure/given.ts';
import { lars, willem } from '../procedure/people.ts';
import { cast } from '../procedure/walk.ts';
import { randomDossiers } from '../register/random-dossiers.ts';

const now = contextOf({ today: '2027-03-01' });

/** What the files have by design: what was learned, in the report, and the branch of a closed complaint. */
const told = ['lesson', 'branch', 'subject'];

/** The fewest characters of a text that no heading or number of a file has by chance. */
const fewest = 8;

/** Collects each text of what was recorded that is a sentence, an address or a number, and the numbers of the complaints. */
function textsOf(dossiers: readonly Dossier[]): Set<string> {
  const texts = new Set<string>();
  const look = (node: unknown, key = ''): void => {
    if (told.includes(key)) return;
    if (typeof node === 'string') {
      const isDay = /^\d{4}-\d{2}-\d{2}/.test(node);
      for (const line of isDay ? [] : node.split('\n'))
        if (line.trim().length >= fewest && /[@\s]|\d{5}/.test(line)) texts.add(line.trim());
    } else if (node && typeof node === 'object')
      for (const [name, inner] of Object.entries(node)) look(inner, name);
  };
  for (const { id, journal } of dossiers) {
    texts.add(id);
    for (const { erasable } of journal) look(erasable);
  }
  return texts;
}

describe('the files that count complaints', () => {
  it('have nothing of any of them in any part: no name, number, address or text', async function () {
    this.timeout(300_000);
    const dossiers = randomDossiers(250, 20261129).flatMap((states) => states.at(-1) ?? []);
    const texts = textsOf(dossiers);
    for (const { name } of cast) texts.add(name).add(name.split(' ').at(-1) ?? name);
    assert.ok(texts.size > 300, `${texts.size}`);
    let parts = 0;
    for (const by of [lars, willem]) {
      const known = dossiers.flatMap((dossier) => asKnownTo(by, dossier) ?? []);
      const figures = known.map((one) => figuresOf(one, now));
      const counted = known.map((one, at) => ({
        figures: figures[at] ?? assert.fail(),
        days: daysOf(one, now),
        lesson: lessonFor(by, one, now),
      }));
      const branches = { branches: ['Utrecht', 'Zeist'], subjects: ['Bejegening', 'Kosten'] };
      const files = [
        await boardReportFile(boardReport({ year: '2026' }, counted, branches), now.today),
        await boardReportFile(boardReport({ year: '2026', quarter: 2 }, counted, branches), now.today),
        await yearReportFile('2026', figures),
        await rowListFile(
          { year: '2026', at: 'maandag 1 maart 2027', unreadable: 0 },
          rowList(known.map((one) => rowOf(one, false, now))),
        ),
      ];
      for (const { name, bytes } of files) {
        const inside = unzipped(Buffer.from(bytes));
        const needed = name.endsWith('.docx')
          ? ['word/document.xml', 'docProps/core.xml']
          : ['xl/workbook.xml'];
        for (const part of needed) assert.ok(inside.has(part), `${name} has no ${part}`);
        if (name.endsWith('.docx')) assert.match(inside.get('word/document.xml') ?? '', /descr="Maand: /);
        for (const [part, xml] of inside) {
          if (part.endsWith('.png')) continue;
          parts += 1;
          // Also without marks, which may stand in the middle of a word.
          const said = `${part}\n${xml}\n${xml.replace(/<[^>]*>/g, '')}`;
          assert.deepEqual(
            [...texts].filter((text) => said.includes(text)),
            [],
            `${name}, ${part}`,
          );
        }
      }
    }
    assert.ok(parts > 40, `${parts}`);
  });
});
