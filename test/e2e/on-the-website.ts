import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import { register } from '../../src/register/register.ts';
import type { Feedback } from '../../src/register/website-form.ts';
import { websiteIntake } from '../../src/register/website-intake.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { clockOf } from '../../src/time/clock.ts';
import { later } from '../../src/time/local-date.ts';
import { tryoutDesk } from '../../src/tryout/desk.ts';
import { logBook } from '../dispatch/log-book.ts';
import { ballance } from '../letters/an-organisation.ts';
import { calendar } from '../procedure/given.ts';
import type { ABot } from './a-bot.ts';

/** Writes on the website: another instance takes it into the register of that bot, which finds it at its next sweep. */
export async function writesOnTheWebsite(bot: ABot, feedback: Feedback): Promise<string> {
  const { now } = await bot.state();
  const clock = clockOf(() => Date.parse(now));
  const log = logBook();
  const store = sealedStore(sqliteStore(bot.file), { heads: undefined, log });
  const people = tryoutDesk({});
  const config = { calendar, board: people.board, remindAt: '09:00', retentionYears: 5, ...clock };
  const ours = register({ store, clock, config, people, mail: true, afterSave: () => {}, log });
  const { number = assert.fail() } = await websiteIntake({ store, register: ours, organisation: ballance })(
    feedback,
    randomUUID(),
  );
  await store.close();
  await bot.clock(
    clock.timeOf(later(clock.now(), 60_000)).replace(/^/, `${clock.dayOf(later(clock.now(), 60_000))}T`),
  );
  return number;
}
