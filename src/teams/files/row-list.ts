import type { Person } from '../../procedure/model/complaint.ts';
import type { Row, RowList } from '../../register/row-list.ts';
import { momentWords } from '../cards/case-journal.ts';
import { outcomeWords, stageWords } from '../cards/words.ts';
import type { Office } from '../office/office.ts';
import type { BotFile } from './consent-card.ts';
import { type Table, workbook } from './workbook.ts';
import { keptCells, keptColumns } from './year-report.ts';

/** Makes the list of a year as it is now, for who may have it. Refuses everybody else. */
export async function rowListFor(year: string, by: Person, { register, clock }: Office): Promise<BotFile> {
  const list = await register.rows(year, by);
  const at = momentWords(clock.now(), clock);
  return rowListFile({ year, at, unreadable: register.unreadable(by, 'desk').length }, list);
}

/** Of which year a list is, when it was made ('woensdag 1 april 2026 om 10:00'), and how many dossiers could not be read. */
export type Made = { year: string; at: string; unreadable: number };

/**
 * Makes the list of the register for an auditor ("Registerlijst") a workbook: what it is and whether it is sound, and a row for each complaint.
 * No names, texts, numbers or days.
 */
export async function rowListFile({ year, ...made }: Made, list: RowList): Promise<BotFile> {
  return {
    name: `registerlijst-${year}.xlsx`,
    bytes: await workbook([about({ year, ...made }, list), complaints(list.rows)]),
  };
}

const about = ({ year, at, unreadable }: Made, { rows, head }: RowList): Table => ({
  name: 'Over deze lijst',
  columns: [
    { title: 'Wat', width: 30 },
    { title: 'Uitkomst', width: 100 },
  ],
  rows: [
    ['Klachten ontvangen in', year],
    ['Gemaakt op', at],
    ['Rijen', rows.length],
    ['Journaalregels nagelopen', rows.reduce((sum, { entries }) => sum + entries, 0)],
    ['Klopt alles?', soundWords(rows)],
    ['Hash over alle rijen', head],
    ...(unreadable > 0 ? [['Beschadigd en niet te lezen', unreadable]] : []),
    ['Code', 'De code van een klacht is in elke lijst dezelfde. Het nummer erbij weet de beheerder.'],
    [
      'Hash van het journaal',
      'Verandert zodra er in het dossier iets bij komt. Elke regel ervoor telt erin mee.',
    ],
    [
      'Weggehaald of teruggezet?',
      'Dat ziet de beheerder, als die het register vergelijkt met een export van eerder.',
    ],
  ],
});

function soundWords(rows: readonly Row[]): string {
  const broken = rows.filter(({ isSound }) => !isSound).map(({ code }) => code);
  return broken.length === 0
    ? 'Ja, alles klopt.'
    : `Nee. Dit is niet zoals het register het schreef: ${broken.join(', ')}. Vraag de beheerder om het na te lopen.`;
}

const complaints = (rows: readonly Row[]): Table => ({
  name: 'Klachten',
  columns: [
    { title: 'Code', width: 12 },
    { title: 'Ontvangen', width: 12 },
    { title: 'Geregistreerd', width: 12 },
    { title: 'Stand', width: 32 },
    ...keptColumns,
    { title: 'Gesloten', width: 12 },
    { title: 'Afloop', width: 34 },
    { title: 'Klopt', width: 8 },
    { title: 'Hash van het journaal', width: 68 },
  ],
  rows: rows.map((one) => [
    one.code,
    { month: one.receivedIn },
    { month: one.registeredIn },
    stageWords[one.stage],
    ...keptCells(one),
    one.closed && { month: one.closed.in },
    one.closed && outcomeWords[one.closed.outcome],
    one.isSound ? 'ja' : 'nee',
    one.head,
  ]),
});
