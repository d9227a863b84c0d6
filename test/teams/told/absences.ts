import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { absence } from '../../../src/teams/office/pages.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { everybodyAtTheDesk, fatima, lars } from '../../procedure/people.ts';
import { moved } from '../../procedure/reference-days.ts';
import type { TheOffice, Turn } from './a-course.ts';
import { long } from './dutch-days.ts';
import { assertSays, linesOf } from './what-it-says.ts';

type Away = NonNullable<Turn['away']>;

/** Records that somebody is away from today on, and asserts what is said of it to both who can be. */
export async function goAway({ who, days }: Away, ours: TheOffice): Promise<void> {
  const today = ours.clock.today();
  await ours.setAbsence(who, { from: today, until: moved(today, days) });
  for (const by of [lars, fatima]) await assertAbsenceTrue(by, ours);
}

/** Asserts that the page of somebody's absence says who is away until when, and who gets new complaints on each of those days. */
async function assertAbsenceTrue(by: Person, ours: TheOffice): Promise<void> {
  const today = ours.clock.today();
  const absences = ours.desk().absences.filter(({ until }) => until >= today);
  const lines = linesOf(await absence(by, ours.office));
  const where = `the absences, to ${by.name} on ${today}`;
  for (const { from, until, person } of absences) {
    assertSays(lines, person.id === by.id ? 'Jij' : person.name, where);
    assertSays(lines, `${long(from)} t/m ${long(until)}`, where);
  }
  const theirs = absences.filter(({ person }) => person.id === by.id);
  if (theirs.length === 0) return;
  const isIn = (person: Person, day: LocalDate) =>
    !absences.some((one) => one.person.id === person.id && one.from <= day && day <= one.until);
  const said = lines.find((line) => line.startsWith('Zolang je weg bent')) ?? assert.fail(where);
  for (const own of theirs)
    for (let day = own.from > today ? own.from : today; day <= own.until; day = moved(day, 1))
      assert.equal(
        standInOn(day, said, own.until),
        everybodyAtTheDesk.find((one) => isIn(one, day))?.name,
        where,
      );
}

/** Reads who gets new complaints on a day: in one stretch, or by the stretch in which it lies. */
function standInOn(day: LocalDate, said: string, until: LocalDate): string | undefined {
  const stretches = said
    .replace(/^Zolang je weg bent, gaan nieuwe klachten /, '')
    .replace(/\. .*$/, '')
    .split('; ');
  const ends = stretches.map((stretch) => ({ stretch, name: /naar (.*?)\.?$/.exec(stretch)?.[1] }));
  if (ends.length === 1) return ends[0]?.name;
  for (let end = day; end <= until; end = moved(end, 1))
    for (const { stretch, name } of ends)
      if (stretch.includes(`t/m ${long(end)}`) || stretch.startsWith(`op ${long(end)}`)) return name;
  return undefined;
}
