import assert from 'node:assert/strict';
import { testClock } from './test-clock.ts';
import { type TryoutServer, tryoutServer } from './tryout-server.ts';

describe('time in the try-out', () => {
  const clock = () => testClock('2026-11-23T10:00');
  let teams: TryoutServer;
  let time: ReturnType<typeof testClock>;
  let passed: string[];

  beforeEach(async () => {
    time = clock();
    passed = [];
    teams = await tryoutServer({ clock: time, timeMoved: async () => void passed.push(time.now()) });
  });
  afterEach(() => teams.close());

  const move = (wish: object) => teams.ask('/tryout/api/clock', wish);

  it('moves on by an hour', async () => {
    await move({ step: 'hour' });
    assert.deepEqual(passed, ['2026-11-23T10:00:00.000Z']);
  });

  it('moves to nine o’clock on the next werkdag, past the alarm of today and the digest of then', async () => {
    const { body } = await move({ step: 'workday' });
    assert.deepEqual(passed, [
      '2026-11-23T15:00:00.000Z',
      '2026-11-24T07:30:00.000Z',
      '2026-11-24T08:00:00.000Z',
    ]);
    assert.deepEqual(body, { now: '2026-11-24T08:00:00.000Z', today: '2026-11-24' });
  });

  it('moves to a day and a time, stopping wherever something may be due', async () => {
    await move({ to: '2026-11-24T17:15' });
    assert.deepEqual(passed.slice(-2), ['2026-11-24T15:00:00.000Z', '2026-11-24T16:15:00.000Z']);
  });

  it('keeps Dutch hours when summer time begins', async () => {
    await move({ to: '2027-03-27' });
    passed = [];
    await move({ to: '2027-03-28' });
    assert.equal(passed.at(-1), '2027-03-28T07:00:00.000Z');
  });

  it('does not go back, nor further than 400 days, nor to what is no day', async () => {
    const back = await move({ to: '2026-11-22' });
    assert.equal(back.status, 400);
    assert.equal(back.body.message, 'De tijd kan niet terug. Kies een later moment.');
    assert.match((await move({ to: '2030-01-01' })).body.message, /binnen 400 dagen/);
    for (const to of ['2026-02-30', 'morgen', '2026-12-24T25:00', 5])
      assert.equal((await move({ to })).status, 400);
    assert.deepEqual(passed, []);
  });

  it('takes one walk at a time', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = await tryoutServer({ clock: clock(), timeMoved: () => gate.promise });
    const first = slow.ask('/tryout/api/clock', { step: 'hour' });
    const second = slow.ask('/tryout/api/clock', { step: 'hour' });
    const refused = await Promise.race([first, second]);
    assert.equal(refused.status, 409);
    gate.resolve();
    const statuses = (await Promise.all([first, second])).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [200, 409]);
    await slow.close();
  });
});
