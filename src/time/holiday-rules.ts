import { addDays, type LocalDate, localDate, weekdayOf } from './local-date.ts';

/** A public holiday of art. 3 of the Algemene termijnenwet, and the years in which it is one. */
type HolidayRule = {
  name: string;
  paragraph: 1 | 2;
  from?: number;
  through?: number;
  fallsOn: (year: number) => LocalDate;
};

const fourDigits = (year: number): string => String(year).padStart(4, '0');

const every =
  (monthAndDay: string) =>
  (year: number): LocalDate =>
    localDate(`${fourDigits(year)}-${monthAndDay}`);

const afterEaster =
  (days: number) =>
  (year: number): LocalDate =>
    addDays(easter(year), days);

/** Returns that day, or if it is a Sunday the day so many days from it. */
const unlessSunday =
  (monthAndDay: string, days: number) =>
  (year: number): LocalDate => {
    const day = every(monthAndDay)(year);
    return weekdayOf(day) === 0 ? addDays(day, days) : day;
  };

/**
 * The rules. 5 May counts every year, and names an Ascension Day that falls on it. Easter and Whit Sunday are Sundays anyway.
 */
const holidayRules: readonly HolidayRule[] = [
  { name: 'Nieuwjaarsdag', paragraph: 1, fallsOn: every('01-01') },
  { name: 'Goede Vrijdag', paragraph: 2, fallsOn: afterEaster(-2) },
  { name: 'Tweede Paasdag', paragraph: 1, fallsOn: afterEaster(1) },
  {
    name: 'Koningsdag',
    paragraph: 1,
    from: 2014,
    fallsOn: unlessSunday('04-27', -1),
  },
  {
    name: 'Koninginnedag',
    paragraph: 1,
    from: 1980,
    through: 2013,
    fallsOn: unlessSunday('04-30', -1),
  },
  {
    name: 'Koninginnedag',
    paragraph: 1,
    from: 1949,
    through: 1979,
    fallsOn: unlessSunday('04-30', 1),
  },
  { name: 'Hemelvaartsdag', paragraph: 1, fallsOn: afterEaster(39) },
  { name: 'Vijfde mei (Bevrijdingsdag)', paragraph: 1, fallsOn: every('05-05') },
  { name: 'Tweede Pinksterdag', paragraph: 1, fallsOn: afterEaster(50) },
  { name: 'Eerste Kerstdag', paragraph: 1, fallsOn: every('12-25') },
  { name: 'Tweede Kerstdag', paragraph: 1, fallsOn: every('12-26') },
];

/** Lists the public holidays of a paragraph in that year, each day with its name; the later where two fall on one day. */
export const holidaysOf = (year: number, of: HolidayRule['paragraph']): ReadonlyMap<LocalDate, string> =>
  new Map(
    holidayRules
      .filter(
        ({ paragraph, from = 0, through = 9999 }) => paragraph === of && from <= year && year <= through,
      )
      .map(({ name, fallsOn }) => [fallsOn(year), name]),
  );

/** Computes Easter Sunday (Gregorian computus of Meeus, Jones and Butcher, in whole numbers). */
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
  return localDate(`${fourDigits(year)}-${twoDigits(whole(days / 31))}-${twoDigits((days % 31) + 1)}`);
}
