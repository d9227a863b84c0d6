import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { whatIf } from '../../src/procedure/deadlines.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { aFolder } from '../a-folder.ts';

const SCRIPT = fileURLToPath(new URL('../../src/cli/what-if.ts', import.meta.url));

async function run({
  dates = [],
  input = '',
  extraHolidays,
  postDays,
  folder,
}: {
  dates?: string[];
  input?: string;
  extraHolidays?: string;
  postDays?: string;
  folder?: string;
}) {
  const env = { ...process.env, TZ: 'Pacific/Auckland', EXTRA_HOLIDAYS: extraHolidays, POST_DAYS: postDays };
  const child = spawn(process.execPath, [SCRIPT, ...dates], { env, cwd: folder });
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  const lines = out.split('\n').filter((line) => line !== '');
  return { lines: lines.map((line) => JSON.parse(line)), err, code };
}

describe('termijnen on the command line', () => {
  it('prints one line a date, with every deadline and how it was counted', async () => {
    const { lines, err, code } = await run({ dates: ['2026-12-24', '2028-12-29'] });
    assert.deepEqual([err, code], ['', 0]);
    assert.deepEqual(
      lines.map((line) => line.date),
      ['2026-12-24', '2028-12-29'],
    );
    for (const { date, deadlines } of lines) {
      const expected = whatIf(date, dutchCalendar()).map(({ triggeredOn, owedBy, ...shown }) => shown);
      assert.deepEqual(deadlines, expected);
    }
    assert.deepEqual(lines[0].deadlines[1], {
      kind: 'acknowledge',
      article: 5,
      calendar: 'strict',
      dueOn: '2027-01-04',
      lastDayToAct: '2027-01-04',
      counted: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'],
      skipped: [
        { day: '2026-12-25', reason: 'Eerste Kerstdag' },
        { day: '2026-12-26', reason: 'weekend' },
        { day: '2026-12-27', reason: 'weekend' },
        { day: '2027-01-01', reason: 'Nieuwjaarsdag' },
        { day: '2027-01-02', reason: 'weekend' },
        { day: '2027-01-03', reason: 'weekend' },
      ],
    });
  });

  it('takes the dates from standard input when none are given, and passes over blank lines', async () => {
    const { lines, code } = await run({ input: '2026-12-24\r\n\n  2027-01-31  ' });
    assert.deepEqual([lines.map((line) => line.date), code], [['2026-12-24', '2027-01-31'], 0]);
  });

  it('prints the other dates when one is none, and says which', async () => {
    const { lines, err, code } = await run({ dates: ['2027-02-29', '2026-12-24', 'morgen', '0026-12-24'] });
    assert.deepEqual([lines.map((line) => line.date), code], [['2026-12-24'], 1]);
    assert.match(err, /2027-02-29\n.*morgen\n.*0026-12-24\n$/);
  });

  it('respects EXTRA_HOLIDAYS', async () => {
    const { lines } = await run({ dates: ['2029-04-11'], extraHolidays: '2029-05-11,2029-04-30' });
    const objection = lines[0].deadlines[3];
    assert.deepEqual(
      [objection.dueOn, objection.lastDayToAct, objection.note],
      ['2029-05-11', undefined, undefined],
    );
    const { dueOn, lastDayToAct, lastDayByPost } = lines[0].deadlines[2];
    assert.deepEqual([dueOn, lastDayToAct, lastDayByPost], ['2029-05-02', '2029-05-02', '2029-04-25']);
  });

  it('respects the file .env, as the bot does', async () => {
    const { path: folder, remove } = aFolder();
    writeFileSync(join(folder, '.env'), 'EXTRA_HOLIDAYS=2029-05-11\nPOST_DAYS=1\n');
    const { lines } = await run({ dates: ['2029-04-20'], folder }).finally(remove);
    const [, , answer, objection, , decision] = lines[0].deadlines;
    assert.deepEqual(
      [answer.dueOn, answer.lastDayToAct, answer.lastDayByPost],
      ['2029-05-11', '2029-05-09', '2029-05-08'],
    );
    assert.deepEqual([decision.dueOn, decision.lastDayByPost], ['2029-05-04', '2029-05-03']);
    assert.deepEqual([objection.lastDayToAct, objection.lastDayByPost], [undefined, undefined]);
  });

  it('prints nothing but the fault when POST_DAYS is wrong', async () => {
    const { lines, err, code } = await run({ dates: ['2026-12-24'], postDays: '11' });
    assert.deepEqual([lines, err, code], [[], 'POST_DAYS: geen heel getal van 0 tot en met 10: 11\n', 1]);
  });

  it('prints nothing but the fault when EXTRA_HOLIDAYS is wrong', async () => {
    const { lines, err, code } = await run({ dates: ['2026-12-24'], extraHolidays: '11-05-2029' });
    assert.deepEqual([lines, err, code], [[], 'EXTRA_HOLIDAYS: geen datum als 2029-05-11: 11-05-2029\n', 1]);
  });
});
