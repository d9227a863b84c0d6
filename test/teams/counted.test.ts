import assert from 'node:assert/strict';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import type { Complaint, Person } from '../../src/procedure/model/complaint.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Figures, Kept } from '../../src/register/year-figures.ts';
import { outcomeWords } from '../../src/teams/cards/words.ts';
import { yearReportFile } from '../../src/teams/files/year-report.ts';
import { bulletinCards } from '../../src/teams/notifications/bulletin-cards.ts';
import { cases } from '../../src/teams/office/pages.ts';
import { everybodyAtTheDesk, sanne } from '../procedure/people.ts';
import { moved, weekday } from '../procedure/reference-days.ts';
import { courses } from '../procedure/walk.ts';
import { closeOffices } from '../register/an-office.ts';
import {
  anOfficeOf,
  type Beginning,
  beginnings,
  fileIn,
  type TheOffice,
  type Turn,
  take,
  turns,
} from './told/a-course.ts';
import { goAway } from './told/absences.ts';
import { addedUp, type KeptOf, type Line, ownCount } from './told/counted.ts';
import { dutiesOf, guarded } from './told/duties.ts';
import { leading, ownDigest } from './told/own-digest.ts';
import { assertPilesCounted, damage } from './told/own-piles.ts';
import { linesOf } from './told/what-it-says.ts';

const plain = (value: unknown): object => JSON.parse(JSON.stringify(value));

const inNoOrder = (lines: readonly unknown[]): string[] =>
  lines.map((line) => JSON.stringify(Object.entries(plain(line)).sort())).sort();

const keptOf = (kept: Kept | undefined): KeptOf =>
  kept && (kept.done ? kept.daysLate : kept.late ? 'late' : 'open');

/** A line of the figures of the register, as it is counted here. */
const asCounted = ({
  receivedIn,
  registeredIn,
  branch,
  closed,
  deadlines,
  measures,
  ...one
}: Figures): Line => ({
  month: receivedIn,
  registered: registeredIn,
  origin: one.origin,
  manner: one.manner,
  stage: one.stage,
  judgement: one.judgement,
  subject: one.subject,
  branch,
  closed: closed && { in: closed.in, outcome: closed.outcome },
  kept: {
    forward: keptOf(deadlines.forward),
    acknowledge: keptOf(deadlines.acknowledge),
    answer: keptOf(deadlines.answer),
    hearing: keptOf(deadlines.hearing),
    decision: keptOf(deadlines.decision),
  },
  measures,
  satisfied: one.satisfaction,
});

/** Asserts that the figures of the years, and the sheet of their sums, are what is counted beside the register. */
async function assertYearsTrue(
  count: ReturnType<typeof ownCount>,
  ours: TheOffice,
  one: readonly Person[],
  withSheet: boolean,
): Promise<void> {
  const today = ours.clock.today();
  for (const by of withSheet ? everybodyAtTheDesk : one)
    for (const year of ['2026', '2027']) {
      const figures = await ours.register.figures(year, by);
      const lines = count.linesFor(by, year, today);
      assert.deepEqual(inNoOrder(figures.map(asCounted)), inNoOrder(lines), `${year}, as ${by.name} counts`);
      if (!withSheet) continue;
      const { bytes } = await yearReportFile(year, figures);
      const [, totals = assert.fail()] = await readExcelFile(Buffer.from(bytes));
      const sums = totals.data.slice(1).map(([what, of, sum]) => [`${what}: ${of}`, sum] as const);
      const expected = [...addedUp(lines)].map(([what, sum]) => [
        what.replace(/^Afloop: (.*)$/, afterwards),
        sum,
      ]);
      assert.deepEqual(
        sums.map(String).sort(),
        expected.map(String).sort(),
        `the sums of ${year} for ${by.name}`,
      );
    }
}

const afterwards = (_: string, outcome: keyof typeof outcomeWords): string =>
  `Afloop: ${outcomeWords[outcome]}`;

/** Asserts every line of the digest of today. */
async function assertDigestCounted(complaints: readonly Complaint[], ours: TheOffice): Promise<void> {
  const day = ours.clock.today();
  const { card } = await bulletinCards.digest.card({ kind: 'digest', day }, ours.office, sanne);
  const said = linesOf(card);
  const expected = ownDigest(complaints, day);
  const isSaid = said.length === expected.length && expected.every((line, i) => said[i]?.startsWith(line));
  if (!isSaid) assert.deepEqual(said, expected);
}

const numbersIn = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => /^K-\d{4}-\d{4}(?= ·|$)/.exec(line)?.[0] ?? []);

/** Asserts that "zaken" has what somebody handles, and that each part of it has what belongs in it. */
async function assertCasesCounted(
  complaints: readonly Complaint[],
  one: readonly Person[],
  ours: TheOffice,
): Promise<void> {
  const today = ours.clock.today();
  const sunday = moved(today, (7 - weekday(today)) % 7);
  const shown = async (by: Person, filter: string) =>
    numbersIn(linesOf(await cases(by, ours.office, { filter })));
  for (const by of one) {
    const all = await shown(by, 'all');
    const theirs = complaints.filter(({ number }) => all.includes(number));
    for (const { stage, handler, number, erased } of complaints)
      if (stage !== 'closed' && !erased && handler?.person.id === by.id)
        assert.ok(all.includes(number), number);
    const part = async (filter: string, isIn: (complaint: Complaint) => boolean) =>
      assert.deepEqual(
        (await shown(by, filter)).sort(),
        theirs
          .filter(isIn)
          .map(({ number }) => number)
          .sort(),
        `“zaken” of ${by.name}: ${filter} on ${today}`,
      );
    await part('late', (complaint) => leading(complaint, today).late);
    await part('this-week', (complaint) =>
      dutiesOf(complaint).some((duty) => {
        const day = guarded(duty, complaint);
        return today <= day && day <= sunday;
      }),
    );
  }
}

/** What happens in an office: a turn in the course of one of its complaints, or the registration of another. */
type Act = { of: number; turn: Turn };

const offices = fc.record({
  each: fc.array(beginnings, { minLength: 2, maxLength: 4 }),
  acts: fc
    .tuple(turns, turns, fc.array(fc.nat({ max: 4 }), { minLength: 28, maxLength: 28 }))
    .map(([some, more, of]) => [...some, ...more].map((turn, i): Act => ({ turn, of: of[i] ?? 0 }))),
  damaged: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
});

type Life = { each: Beginning[]; acts: Act[]; damaged: boolean[] };

async function live({ each, acts, damaged }: Life): Promise<void> {
  const [{ today, mail } = assert.fail(), ...others] = each;
  const ours = anOfficeOf(`${today}T09:30`, mail);
  const count = ownCount();
  let looks = 0;
  const all = async (): Promise<Dossier[]> =>
    Promise.all(numbers.map(async (number) => (await ours.dossier(number)) ?? assert.fail()));
  const look = async (withSheet = false): Promise<void> => {
    const dossiers = await all();
    for (const dossier of dossiers) count.note(dossier);
    const complaints = dossiers.map(({ complaint }) => complaint);
    const reader = everybodyAtTheDesk.slice(looks % 4, (looks % 4) + 1);
    looks += 1;
    await assertYearsTrue(count, ours, reader, withSheet);
    await assertDigestCounted(complaints, ours);
    await assertCasesCounted(complaints, reader, ours);
    await assertPilesCounted(dossiers, withSheet ? everybodyAtTheDesk : reader, ours);
  };
  const numbers = [(await fileIn(ours, each[0] ?? assert.fail(), 'form-0')).id];
  try {
    for (const [i, { of, turn }] of acts.entries()) {
      const morning = `${moved(ours.clock.today(), turn.days)}T10:${String(i).padStart(2, '0')}`;
      if (turn.mailWorks) await ours.sweepAt(morning);
      else ours.moveTo(morning);
      if (turn.away) await goAway(turn.away, ours);
      await look();
      const next = others[numbers.length - 1];
      const number = numbers[of];
      if (!number && next)
        numbers.push(
          (await fileIn(ours, { ...next, today: ours.clock.today() }, `form-${numbers.length}`)).id,
        );
      const dossier = number && (await ours.dossier(number));
      if (dossier && !dossier.complaint.erased) await take(turn, dossier, ours);
      await look();
      if (turn.mailWorks) for (const one of numbers) await ours.deliver(one);
      await look();
    }
    await look(true);
    const dossiers = await all();
    const isDamaged = ({ id }: Dossier): boolean => damaged[numbers.indexOf(id)] ?? false;
    await damage(
      numbers.filter((_, i) => damaged[i]),
      ours,
    );
    await assertPilesCounted(
      dossiers.filter((one) => !isDamaged(one)),
      everybodyAtTheDesk,
      ours,
      dossiers.filter(isDamaged),
    );
  } catch (error) {
    const events = (await all()).flatMap(({ id, journal }) =>
      journal.map(({ at, type, facts }) => `${at} ${id} ${type} ${JSON.stringify(facts)}`),
    );
    throw new Error(`on ${ours.clock.today()}, after:\n${events.sort().join('\n')}`, { cause: error });
  }
}

describe('whatever happens in an office', () => {
  it('the digest, “zaken”, “Ophoping” and the figures of the year say what somebody counts beside the register', async () => {
    await fc.assert(
      fc.asyncProperty(offices, (office) => live(office).finally(closeOffices)),
      { ...courses(8, 12), endOnFailure: true },
    );
  });
});
