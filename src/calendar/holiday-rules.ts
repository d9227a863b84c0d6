import type { LocalDate } from '../procedure/articles/art02-periods.ts';

/** The public holidays of a year, each with the rule that gives it. `date` is '2026-12-25 00:00:00', Dutch time. */
export type HolidaySource = (year: number) => { rule: string; date: string }[];

/** A day of art. 3 of the Algemene termijnenwet, and the years in which it is one. */
type HolidayRule = {
  /** As date-holidays words it; its types are of no use: it files both 5 May and Good Friday under `school`. */
  rule: string;
  name: string;
  paragraph: 1 | 2;
  from?: number;
  through?: number;
  /** Days on which it certainly fell. */
  fellOn: readonly LocalDate[];
};

/** 5 May counts every year. Easter and Whit Sunday are Sundays anyway. */
const holidayRules: readonly HolidayRule[] = [
  { rule: '01-01', name: 'Nieuwjaarsdag', paragraph: 1, fellOn: ['1975-01-01', '2026-01-01'] },
  { rule: 'easter -2', name: 'Goede Vrijdag', paragraph: 2, fellOn: ['2025-04-18', '2026-04-03'] },
  { rule: 'easter 1', name: 'Tweede Paasdag', paragraph: 1, fellOn: ['2025-04-21', '2026-04-06'] },
  {
    rule: '04-27 if sunday then previous saturday since 2014',
    name: 'Koningsdag',
    paragraph: 1,
    from: 2014,
    fellOn: ['2014-04-26', '2025-04-26', '2026-04-27'],
  },
  {
    rule: '04-30 if sunday then previous saturday since 1980 and prior to 2014',
    name: 'Koninginnedag',
    paragraph: 1,
    from: 1980,
    through: 2013,
    fellOn: ['1985-04-30', '2006-04-29', '2013-04-30'],
  },
  {
    rule: '04-30 if sunday then next monday since 1949 and prior to 1980',
    name: 'Koninginnedag',
    paragraph: 1,
    through: 1979,
    fellOn: ['1975-04-30', '1978-05-01'],
  },
  { rule: '05-05', name: 'Vijfde mei (Bevrijdingsdag)', paragraph: 1, fellOn: ['2025-05-05', '2026-05-05'] },
  { rule: 'easter 39', name: 'Hemelvaartsdag', paragraph: 1, fellOn: ['2025-05-29', '2026-05-14'] },
  { rule: 'easter 50', name: 'Tweede Pinksterdag', paragraph: 1, fellOn: ['2025-06-09', '2026-05-25'] },
  { rule: '12-25', name: 'Eerste Kerstdag', paragraph: 1, fellOn: ['2025-12-25'] },
  { rule: '12-26', name: 'Tweede Kerstdag', paragraph: 1, fellOn: ['2025-12-26'] },
];

/** The names of the holidays of a paragraph, by the rule of date-holidays. */
export const namesOf = (paragraph: 1 | 2): Record<string, string> =>
  Object.fromEntries(
    holidayRules.filter((one) => one.paragraph === paragraph).map(({ rule, name }) => [rule, name]),
  );

/** The years in which each rule is looked for: every one that a complaint can lie in, and some of each older rule. */
const referenceYears = [1970, 1975, 1978, 1979, 1980, 1985, 2006, 2013, ...range(2014, 2040)];

/** Checks a source against the law: answers with the name and the rule of each holiday that is not where it must be. */
export function missingHolidays(source: HolidaySource): string[] {
  const tables = new Map(referenceYears.map((year) => [year, source(year)]));
  return holidayRules.filter((one) => !isThere(one, tables)).map(({ name, rule }) => `${name} (“${rule}”)`);
}

function isThere(
  { rule, from = 0, through = 9999, fellOn }: HolidayRule,
  tables: Map<number, ReturnType<HolidaySource>>,
): boolean {
  const fell: LocalDate[] = [];
  for (const [year, table] of tables) {
    const found = table.filter((holiday) => holiday.rule === rule);
    if (found.length !== (from <= year && year <= through ? 1 : 0)) return false;
    fell.push(...found.map(({ date }) => date.slice(0, 10)));
  }
  return fellOn.every((day) => fell.includes(day));
}

function range(from: number, through: number): number[] {
  return Array.from({ length: through - from + 1 }, (_, i) => from + i);
}
