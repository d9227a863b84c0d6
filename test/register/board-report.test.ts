import assert from 'node:assert/strict';
import { maySeeFigures } from '../../src/procedure/access.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import {
  attributes,
  type BoardReport,
  boardReport,
  type Counted,
  type Line,
  lessonFor,
} from '../../src/register/board-report.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import { asKnownTo, type Known } from '../../src/register/model/sight.ts';
import { daysOf, type Span, spans, spreadOf } from '../../src/register/report-days.ts';
import { figuresOf, owedKinds } from '../../src/register/year-figures.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { type Period, quarters } from '../../src/time/period.ts';
import { contextOf } from '../procedure/given.ts';
import { everybodyAtTheDesk, fatima, lars, willem } from '../procedure/people.ts';
import { duties, type Line as OwnLine, ownCount } from '../teams/told/counted.ts';
import { randomDossiers } from './random-dossiers.ts';
import { added, possible } from './what-follows.ts';

const now = contextOf({ today: '2027-03-01' });
const listed = { branches: ['Utrecht', 'Zeist'], subjects: ['Bejegening', 'Kosten'] };

const knownTo = (by: Person, dossiers: readonly Dossier[]): Known[] =>
  dossiers.flatMap((dossier) => {
    const known = asKnownTo(by, dossier);
    return known && maySeeFigures(by, known.complaint, now) ? known : [];
  });

const counted = (known: readonly Known[], by: Person): Counted[] =>
  known.map((one) => ({
    figures: figuresOf(one, now),
    days: daysOf(one, now),
    lesson: lessonFor(by, one, now),
  }));

const reportFor = (by: Person, period: Period, dossiers: readonly Dossier[]): BoardReport =>
  boardReport(period, counted(knownTo(by, dossiers), by), listed);

const periods: Period[] = [{ year: '2026' }, ...quarters.map((quarter) => ({ year: '2026', quarter }))];

const isIn = (month: string, { year, quarter }: Period): boolean =>
  month.startsWith(year) && (!quarter || Math.ceil(Number(month.slice(5)) / 3) === quarter);

/** Each number of a table is said as a class that holds it, and hardly ever as a wider one. */
function assertSaid(lines: readonly Line[], count: (value: string) => number, what: string): number {
  return lines.filter(({ value, now: { from, to } }) => {
    const n = count(value);
    assert.ok(from <= n && n <= to, `${what}: ${n} of ${value} is said as ${from}-${to}`);
    return from !== n - (n % 5) || to !== from + 4;
  }).length;
}

/** The days of a complaint, counted from its events alone. */
function ownDays(events: readonly Event[]): Partial<Record<Span, number>> {
  let received: LocalDate | undefined;
  let closed: LocalDate | undefined;
  const sent: Partial<Record<'acknowledgement' | 'answer' | 'confirming', LocalDate>> = {};
  for (const event of events) {
    if (event.type === 'registered') received = event.receivedOn;
    if (event.type === 'date-corrected' && event.field === 'receivedOn') received = event.to;
    if (event.type === 'closed') closed = event.on;
    // Who closed it for a month that passed learns later of an objection in time.
    if (event.type === 'reopened' || event.type === 'objected') closed = undefined;
    if (event.type !== 'letter-sent' || event.again) continue;
    if (event.kind === 'acknowledgement') sent.acknowledgement = event.sentOn;
    if (event.kind === 'answer') sent.answer = event.countsAsReceivedOn;
    if (event.acknowledgedDaysLate !== undefined) sent.confirming ??= event.sentOn;
  }
  const since = (day: LocalDate | undefined): number | undefined =>
    day && received && Math.max(0, Math.round((Date.parse(day) - Date.parse(received)) / 864e5));
  const acknowledge = since(sent.acknowledgement ?? sent.confirming);
  return { acknowledge, answer: since(sent.answer), close: since(closed) };
}

/** The subject as the report has it of a closed complaint, from its events alone. */
function ownSubject({ complaint, journal }: Known): string {
  const said = journal.map(eventOf).flatMap((event) => {
    if (event.type === 'learned') return event.subject ?? [];
    return event.type === 'facts-corrected' ? (event.to?.subject ?? []) : [];
  });
  const last = complaint.closed ? said.at(-1) : undefined;
  return !last ? 'none-known' : listed.subjects.includes(last) ? last : 'another';
}

/** What a complainant said last of the closing that stands, from the events alone. */
function ownScores({ journal }: Known): { handling: number; outcome: number } | undefined {
  let said: { handling: number; outcome: number } | undefined;
  for (const event of journal.map(eventOf)) {
    if (event.type === 'satisfaction-recorded') said = event;
    if (event.type === 'reopened' || event.type === 'objected') said = undefined;
  }
  return said;
}

describe('the report for the board', () => {
  it('counts, over 500 random courses and for each reader, what is counted from the events beside it', function () {
    this.timeout(300_000);
    const own = ownCount();
    const dossiers = randomDossiers(500, 15, own.note).flatMap((states) => states.at(-1) ?? []);
    let [wider, named, lessons, satisfied] = [0, 0, 0, 0];
    for (const by of everybodyAtTheDesk) {
      const known = knownTo(by, dossiers);
      const all = own.linesFor(by, '2026', now.today);
      for (const period of periods) {
        const report = reportFor(by, period, dossiers);
        const lines = all.filter(({ month, closed }) => isIn(month, period) && closed?.outcome !== 'merged');
        const count = (is: (line: OwnLine) => boolean): number => lines.filter(is).length;
        assert.equal(report.received.now, lines.length);
        assert.equal(
          report.closed.now,
          count(({ closed }) => !!closed),
        );
        for (const { month, now: n } of report.months)
          assert.equal(
            n,
            count((line) => line.month === month),
            month,
          );
        const value: Record<string, (line: OwnLine) => string> = {
          origin: ({ origin }) => origin,
          judgement: ({ judgement }) => judgement ?? 'none-known',
          outcome: ({ closed }) => closed?.outcome ?? '',
          branch: ({ branch }) =>
            branch === undefined
              ? 'none-known'
              : ({ Zeist: 'Zeist', utrecht: 'Utrecht' }[branch] ?? 'another'),
        };
        const subjects = known
          .filter(({ complaint }) => complaint.closed?.outcome !== 'merged')
          .filter(({ complaint }) => isIn(complaint.receivedOn.slice(0, 7), period))
          .map(ownSubject);
        wider += assertSaid(
          report.by.subject,
          (said) => subjects.filter((one) => one === said).length,
          'subject',
        );
        for (const attribute of attributes.filter((one) => one !== 'subject'))
          wider += assertSaid(
            report.by[attribute],
            (said) => count((line) => value[attribute]?.(line) === said),
            attribute,
          );
        for (const duty of duties)
          wider += assertSaid(
            report.kept[duty],
            (said) =>
              count(({ kept: { [duty]: kept } }) =>
                said === 'never'
                  ? kept === undefined
                  : said === 'running'
                    ? kept === 'open'
                    : said === 'late'
                      ? kept === 'late' || (typeof kept === 'number' && kept > 0)
                      : kept === 0,
              ),
            duty,
          );
        const sum = (of: 'promised' | 'taken' | 'late'): number =>
          lines.reduce((total, { measures }) => total + (measures?.[of] ?? 0), 0);
        assert.equal(report.promised.now, sum('promised'));
        for (const side of ['taken', 'late'] as const)
          wider += assertSaid(
            report.measures[side],
            (said) => (said === 'yes' ? sum(side) : sum('promised') - sum(side)),
            side,
          );
        // Each complainant who answered gave both scores.
        const scored = known
          .filter(({ complaint }) => complaint.closed?.outcome !== 'merged')
          .filter(({ complaint }) => isIn(complaint.receivedOn.slice(0, 7), period))
          .flatMap((one) => ownScores(one) ?? []);
        satisfied += scored.length;
        assert.equal(report.answered.now, scored.length);
        for (const side of ['handling', 'outcome'] as const)
          wider += assertSaid(
            report.satisfaction[side],
            (said) => scored.filter((one) => `${one[side]}` === said).length,
            side,
          );
        named += subjects.filter((one) => one !== 'none-known').length;
        lessons += report.lessons.length;
        for (const lesson of report.lessons)
          assert.ok(
            known.some(({ complaint, until }) => complaint.lesson === lesson && complaint.closed && !until),
          );
        const journals = known
          .filter(({ complaint }) => complaint.closed?.outcome !== 'merged')
          .filter(({ complaint }) => isIn(complaint.receivedOn.slice(0, 7), period))
          .map(({ journal }) => ownDays(journal.map(eventOf)));
        for (const span of spans) {
          const days = journals.flatMap((one) => one[span] ?? []).sort((a, b) => a - b);
          const enough = days.length >= 5;
          // Half, and nine of ten, took at most so long, and fewer took less.
          const { now: spread } = report.days[span];
          assert.equal(spread !== undefined, enough, span);
          for (const [part, at] of [[50, spread?.median] as const, [90, spread?.ninetieth] as const]) {
            if (at === undefined) continue;
            assert.ok(days.filter((one) => one <= at).length * 100 >= part * days.length, `${span} ${part}`);
            assert.ok(days.filter((one) => one < at).length * 100 < part * days.length, `${span} ${part}`);
          }
        }
      }
    }
    assert.ok(named > 20, `${named} with a subject`);
    assert.ok(lessons > 10, `${lessons} learned`);
    assert.ok(satisfied > 20, `${satisfied} said how satisfied they are`);
    assert.ok(wider < 40, `${wider} classes are wider`);
  });

  it('hides every small number of random registers from who has the reports of the quarters and the year, at two moments', function () {
    this.timeout(300_000);
    let hidden = 0;
    for (let register = 0; register < 12; register++) {
      const states = randomDossiers(30, 100 + register);
      for (const part of [0.6, 1]) {
        const dossiers = states.flatMap((some) => some[Math.ceil(part * some.length) - 1] ?? []);
        for (const by of [lars, fatima, willem]) {
          const all = counted(knownTo(by, dossiers), by).filter(
            ({ figures }) => figures.closed?.outcome !== 'merged',
          );
          const [year = assert.fail(), ...ofQuarters] = periods.map((one) => reportFor(by, one, dossiers));
          const tables: [(report: BoardReport) => Line[], (one: Counted, value: string) => number][] = [
            [({ by: { origin } }) => origin, ({ figures }, value) => Number(figures.origin === value)],
            [
              ({ by: { judgement } }) => judgement,
              ({ figures }, value) => Number((figures.judgement ?? 'none-known') === value),
            ],
            [
              ({ measures: { taken } }) => taken,
              ({ figures: { measures: { promised = 0, taken = 0 } = {} } }, value) =>
                value === 'yes' ? taken : promised - taken,
            ],
            ...(['handling', 'outcome'] as const).map((of): (typeof tables)[number] => [
              ({ satisfaction }) => satisfaction[of],
              ({ figures: { satisfaction } }, value) => Number(`${satisfaction?.[of]}` === value),
            ]),
            ...owedKinds.map((kind): (typeof tables)[number] => [
              ({ kept }) => kept[kind],
              ({ figures: { deadlines } }, value) => {
                const kept = deadlines[kind];
                const late = kept && (kept.done ? kept.daysLate > 0 : kept.late);
                return Number(
                  value === (!kept ? 'never' : late ? 'late' : kept.done ? 'in-time' : 'running'),
                );
              },
            ]),
          ];
          for (const [table, numberOf] of tables) {
            const rows = quarters.map((quarter) =>
              table(year).map(({ value }) =>
                all
                  .filter(({ figures }) => isIn(figures.receivedIn, { year: '2026', quarter }))
                  .reduce((sum, one) => sum + numberOf(one, value), 0),
              ),
            );
            const said = [...ofQuarters, year].map((report) => table(report).map((line) => line.now));
            const can = possible(rows, said.at(-1) ?? []);
            for (const [at, row] of [...rows, added(rows)].entries())
              for (const [column, n] of row.entries()) {
                const { from, to } = said[at]?.[column] ?? assert.fail();
                assert.ok(from <= n && n <= to);
                if (n === 0 || n > 4) continue;
                hidden += 1;
                assert.equal(from, 0);
                assert.ok((can[at]?.[column]?.size ?? 0) > 1, `${n} follows`);
              }
          }
        }
      }
    }
    assert.ok(hidden > 500, `${hidden}`);
  });

  it('is the same for a respondent at the desk, whatever happened in it after they lost sight of it', function () {
    this.timeout(120_000);
    let lost = 0;
    const all = randomDossiers(400, 77);
    const rest = all.slice(0, 40).flatMap((states) => states.at(-1) ?? []);
    for (const states of all)
      for (const by of everybodyAtTheDesk) {
        const at = states.findIndex(({ complaint }) => complaint.respondents.some(({ id }) => id === by.id));
        const removed = states.findIndex(({ journal }) =>
          journal.some(({ type }) => type === 'respondent-removed'),
        );
        const after = states.slice(at, removed < 0 ? undefined : removed);
        const [first, ...more] = after;
        if (at < 0 || !first) continue;
        const same = JSON.stringify(reportFor(by, { year: '2026' }, [...rest, first]));
        // From the start it is nothing to them; later it stays what it was.
        if (at === 0) assert.equal(same, JSON.stringify(reportFor(by, { year: '2026' }, rest)));
        for (const state of more.slice(-2)) {
          lost += 1;
          assert.equal(JSON.stringify(reportFor(by, { year: '2026' }, [...rest, state])), same);
        }
      }
    assert.ok(lost > 100, `${lost}`);
  });

  it('says how long it took of five complaints or more: the day by which half were done, and nine of ten', () => {
    assert.equal(spreadOf([1, 2, 3, 4]), undefined);
    assert.deepEqual(spreadOf([9, 1, 3, 2, 4]), { median: 3, ninetieth: 9 });
    // Nine of ten of seventy are 63, of which a fraction would make 64.
    const seventy = Array.from({ length: 70 }, (_, at) => at + 1);
    assert.deepEqual(spreadOf(seventy), { median: 35, ninetieth: 63 });
    assert.deepEqual(spreadOf([10, 1, 2, 3, 4, 5, 6, 7, 8, 9]), { median: 5, ninetieth: 9 });
  });
});
