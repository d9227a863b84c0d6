import assert from 'node:assert/strict';
import type { CaseNumber } from '../../../src/procedure/model/case-number.ts';
import type { Complaint, Person } from '../../../src/procedure/model/complaint.ts';
import type { Absence } from '../../../src/procedure/model/desk.ts';
import { isAmong } from '../../../src/procedure/model/desk.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { eventOf } from '../../../src/register/model/journal.ts';
import { noPileCard } from '../../../src/teams/cards/pile.ts';
import { pile } from '../../../src/teams/office/pile.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { everybodyAtTheDesk, lars } from '../../procedure/people.ts';
import { refusedOnly, type TheOffice } from './a-course.ts';
import { hasWork, leading, oldest, stagesOf } from './own-digest.ts';
import { linesOf } from './what-it-says.ts';

/** Who is away on that day. */
type Away = { today: LocalDate; absences: readonly Absence[] };

const isAway = ({ id }: Person, { today, absences }: Away): boolean =>
  absences.some(({ person, from, until }) => person.id === id && from <= today && today <= until);

/** Finds who is first in the order of the desk of those who are here; without anybody here the first of all. */
const first = (people: readonly Person[], away: Away): Person | undefined =>
  people.find((one) => !isAway(one, away)) ?? people[0];

/** Tells whose page it is: the officer's, and of who gets the new complaints today. */
const isTheirs = ({ id }: Person, away: Away): boolean =>
  id === lars.id || first(everybodyAtTheDesk, away)?.id === id;

/** Finds who handles a complaint on that day, from what happened: to whom it went last, or who does that while they are away. */
function handlerOf({ complaint, journal }: Dossier, away: Away): Person | undefined {
  const went = journal
    .map(eventOf)
    .findLast(({ type }) => ['forwarded', 'handed-over', 'left-unassigned'].includes(type));
  const handler =
    went && 'personal' in went && 'to' in went.personal ? (went.personal.to as Person) : undefined;
  if (!handler || !isAway(handler, away)) return handler;
  const others = everybodyAtTheDesk.filter(
    (one) => one.id !== handler.id && !isAmong(one, complaint.respondents),
  );
  return first(others, away) ?? handler;
}

/** Lists what "Ophoping" says of those dossiers, line by line. */
function ownPiles(dossiers: readonly Dossier[], away: Away): string[] {
  const { today } = away;
  const late = (some: readonly Complaint[]): number =>
    some.filter((complaint) => leading(complaint, today).late).length;
  const lateOf = (some: readonly Complaint[]): string => (late(some) > 0 ? `, ${late(some)} te laat` : '');
  const sum = (some: readonly Complaint[]): string =>
    `${some.length} open${lateOf(some)}, oudste: ${oldest(some, today)}`;
  const groups = new Map<string, Complaint[]>();
  for (const dossier of dossiers) {
    if (dossier.complaint.stage === 'closed') continue;
    const name = handlerOf(dossier, away)?.name ?? '';
    groups.set(name, [...(groups.get(name) ?? []), dossier.complaint]);
  }
  const rows = [...groups].sort(
    ([one, ofOne], [other, ofOther]) =>
      late(ofOther) - late(ofOne) || ofOther.length - ofOne.length || (one < other ? -1 : 1),
  );
  const open = rows.flatMap(([, some]) => some);
  const closed = dossiers
    .map(({ complaint }) => complaint)
    .filter((complaint) => complaint.stage === 'closed' && hasWork(complaint));
  const intro =
    open.length > 0
      ? `Alle open klachten die jij mag zien, bij wie ze vandaag behandelt. Samen: ${sum(open)}.`
      : 'Er zijn geen open klachten die jij mag zien.';
  return [
    `Ophoping. ${intro}`,
    'Ophoping',
    intro,
    ...rows.flatMap(([name, some]) => [
      `${name || 'Niemand mag deze behandelen'} · ${sum(some)}`,
      ...stagesOf(some, today, (these) => `${these.length}${lateOf(these)}`),
    ]),
    ...(closed.length > 0
      ? [
          `Bij ${closed.length} gesloten ${closed.length === 1 ? 'klacht' : 'klachten'} is nog iets te doen${lateOf(closed)}.`,
        ]
      : []),
  ];
}

/**
 * Asserts that "Ophoping" is of who may have it, and counts what they may open and nothing else; of what cannot be read it says the
 * numbers that they may hear.
 */
export async function assertPilesCounted(
  dossiers: readonly Dossier[],
  readers: readonly Person[],
  ours: TheOffice,
  damaged: readonly Dossier[] = [],
): Promise<void> {
  const away = { today: ours.clock.today(), absences: ours.register.desk().absences };
  for (const by of readers) {
    const said = linesOf(await pile(by, ours.office));
    const where = `“Ophoping” of ${by.name} on ${away.today}`;
    if (!isTheirs(by, away)) {
      assert.deepEqual(said, linesOf(noPileCard), where);
      continue;
    }
    const opened = await Promise.all(
      dossiers.map(async (one) => ((await ours.register.view(one.id, by).catch(refusedOnly)) ? [one] : [])),
    );
    const isLeftOut = (line: string): boolean => line.startsWith('Niet te lezen');
    assert.deepEqual(
      said.filter((line) => !isLeftOut(line)),
      ownPiles(opened.flat(), away),
      where,
    );
    const leftOut = said.filter(isLeftOut).flatMap((line) => line.match(/K-\d{4}-\d{4}/g) ?? []);
    const heard = ours.register.unreadable(by, 'desk').map(({ number }) => number);
    assert.deepEqual(leftOut, heard, where);
    const theirOwn = damaged.filter(({ complaint }) => isAmong(by, complaint.respondents));
    for (const { id } of theirOwn) assert.ok(!leftOut.includes(id), where);
  }
}

/** Damages those dossiers where they are kept. */
export async function damage(numbers: readonly CaseNumber[], { bare }: TheOffice): Promise<void> {
  for (const number of numbers) {
    const { document, etag } = (await bare.read(number)) ?? assert.fail();
    await bare.write(
      {
        ...document,
        complaint: { ...(document as Dossier).complaint, stage: 'pondered' },
      } as unknown as Dossier,
      etag,
    );
  }
}
