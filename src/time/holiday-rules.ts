import { addDays, type LocalDate } from './local-date.ts';

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
  /** Where it falls in a year, by our own count. */
  fallsOn: (year: number) => LocalDate;
};

const every =
  (monthAndDay: string) =>
  (year: number): LocalDate =>
    `${year}-${monthAndDay}`;

const afterEaster =
  (days: number) =>
  (year: number): LocalDate =>
    addDays(easter(year), days);

/** That day, or where it is a Sunday one so many days from it. */
const unlessSunday =
  (monthAndDay: string, days: number) =>
  (year: number): LocalDate => {
    const day = every(monthAndDay)(year);
    return new Date(day).getUTCDay() === 0 ? addDays(day, days) : day;
  };

/** 5 May counts every year. Easter and Whit Sunday are Sundays anyway. */
const holidayRules: readonly HolidayRule[] = [
  { rule: '01-01', name: 'Nieuwjaarsdag', paragraph: 1, fallsOn: every('01-01') },
  { rule: 'easter -2', name: 'Goede Vrijdag', paragraph: 2, fallsOn: afterEaster(-2) },
  { rule: 'easter 1', name: 'Tweede Paasdag', paragraph: 1, fallsOn: afterEaster(1) },
  {
    rule: '04-27 if sunday then previous saturday since 2014',
    name: 'Koningsdag',
    paragraph: 1,
    from: 2014,
    fallsOn: unlessSunday('04-27', -1),
  },
  {
    rule: '04-30 if sunday then previous saturday since 1980 and prior to 2014',
    name: 'Koninginnedag',
    paragraph: 1,
    from: 1980,
    through: 2013,
    fallsOn: unlessSunday('04-30', -1),
  },
  {
    rule: '04-30 if sunday then next monday since 1949 and prior to 1980',
    name: 'Koninginnedag',
    paragraph: 1,
    from: 1949,
    through: 1979,
    fallsOn: unlessSunday('04-30', 1),
  },
  { rule: '05-05', name: 'Vijfde mei (Bevrijdingsdag)', paragraph: 1, fallsOn: every('05-05') },
  { rule: 'easter 39', name: 'Hemelvaartsdag', paragraph: 1, fallsOn: afterEaster(39) },
  { rule: 'easter 50', name: 'Tweede Pinksterdag', paragraph: 1, fallsOn: afterEaster(50) },
  { rule: '12-25', name: 'Eerste Kerstdag', paragraph: 1, fallsOn: every('12-25') },
  { rule: '12-26', name: 'Tweede Kerstdag', paragraph: 1, fallsOn: every('12-26') },
];

/** The names of the holidays of a paragraph, by the rule of date-holidays. */
export const namesOf = (paragraph: 1 | 2): Record<string, string> =>
  Object.fromEntries(
    holidayRules.filter((one) => one.paragraph === paragraph).map(({ rule, name }) => [rule, name]),
  );

/** The holidays of that year that the source does not have exactly where the law does, each with its rule. */
export function misplacedHolidays(year: number, found: ReturnType<HolidaySource>): string[] {
  return holidayRules
    .filter(({ rule, from = 0, through = 9999, fallsOn }) => {
      const days = found.filter((one) => one.rule === rule).map(({ date }) => date.slice(0, 10));
      const lawful = from <= year && year <= through ? [fallsOn(year)] : [];
      return days.join() !== lawful.join();
    })
    .map(({ name, rule }) => `${name} ${year} (“${rule}”)`);
}

/** Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher, in whole numbers. */
function easter(year: number): LocalDate {
  const whole = Math.floor;
  const golden = year % 19;
  const century = whole(year / 100);
  const skippedLeapYears = century - whole(century / 4);
  const moonCorrection = whole((century - whole((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + skippedLeapYears - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * whole((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = whole((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  const twoDigits = (count: number): string => String(count).padStart(2, '0');
  return `${year}-${twoDigits(whole(days / 31))}-${twoDigits((days % 31) + 1)}`;
}
