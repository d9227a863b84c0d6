import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Condition } from '../../src/register/integrity/at-start.ts';
import { Undelivered } from '../../src/register/model/delivery.ts';
import type { Message } from '../../src/register/model/message.ts';
import { enqueue } from '../../src/register/model/outbox.ts';
import { Unwritten } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aFolder } from '../a-folder.ts';
import { closeOffices } from '../register/an-office.ts';
import { aLockHolder } from '../store/a-lock-holder.ts';
import { dossier } from '../store/documents.ts';
import { type Asked, aFaultyService } from '../teams/a-faulty-service.ts';
import { anOfficeInTeams, type OfficeInTeams } from '../teams/an-office-in-teams.ts';
import { chat, isOf, type Scenario, scenarios } from './every-message.ts';
import { postRoom } from './post-room.ts';

/** Longer than a write waits for the lock. */
const heldMs = 2_500;

/** Longer than the pause between two tries to record. */
const turnMs = 2_500;

/** How many scenarios are played at the same time: each waits for a lock most of the time. */
const atOnce = 6;

const behind: Condition = { since: '2026-04-01T08:00:00.000Z', behind: ['K-2026-0009'] };

/** Moves a clock past every claim. */
const past = (moment: string): string => new Date(Date.parse(moment) + 10 * 60_000).toISOString();

describe('a register that another process locks right after a message was sent', () => {
  let holder: ReturnType<typeof aLockHolder>;

  before(() => {
    holder = aLockHolder();
  });
  after(async () => {
    await closeOffices();
    await holder.end();
  });

  /** Lets the lock begin when the service takes the message, and last past the claim; two offices go on when it is free. */
  async function played(scenario: Scenario): Promise<string[]> {
    const folder = aFolder();
    const file = join(folder.path, 'klachten.db');
    const service = await aFaultyService();
    const condition = scenario.kind === 'register-behind' ? behind : undefined;
    const office = await anOfficeInTeams(service, condition, { file });
    try {
      return await observed(scenario, file, service, office);
    } finally {
      await holder.release(file);
      await office.close();
      await service.close();
    }
  }

  async function observed(
    scenario: Scenario,
    file: string,
    service: Awaited<ReturnType<typeof aFaultyService>>,
    office: OfficeInTeams,
  ): Promise<string[]> {
    const { to, unreached = [], because } = scenario;
    const isFor = (asked: Asked): boolean => asked.conversation === chat(to);
    const found = async () => (await office.messages()).find((message) => isOf(scenario, message));
    await scenario.before?.(office);
    if (scenario.before) await office.work();
    await office.idle();
    const locked = Promise.withResolvers<void>();
    let isLocked = false;
    service.rule.answer = async (asked) => {
      if (unreached.some((one) => asked.conversation === chat(one))) return because;
      if (isLocked || !isFor(asked) || !(await found())?.lease) return undefined;
      isLocked = true;
      await holder.lock(file);
      locked.resolve();
      return undefined;
    };
    // While the register is locked a sweep fails, and the next one goes on.
    const begun = (async () => {
      await scenario.happens(office);
      await office.work();
      for (let waited = 0; waited < 3 && !isLocked; waited++) await office.passes(10);
    })().catch((error: unknown) => assert.ok(error instanceof Unwritten, String(error)));
    await Promise.race([locked.promise, begun]);
    if (!isLocked) return ['it is not sent'];
    const sentAt = office.clock.now();
    await pause(heldMs);
    const now = past(sentAt);
    office.moveTo(now);
    const condition = scenario.kind === 'register-behind' ? behind : undefined;
    const other = await anOfficeInTeams(service, condition, { file, now, instance: 'two', turnMs });
    const both = [begun, other.work()];
    await pause(100);
    await holder.release(file);
    await Promise.allSettled(both);
    await office.work();
    await other.work();
    const message = await found();
    await other.close();

    const wrong: string[] = [];
    if (message?.status !== 'sent') wrong.push(`it is ${message?.status}`);
    if (message?.sentAt !== sentAt) wrong.push(`it counts as sent at ${message?.sentAt}, not at ${sentAt}`);
    const lines = [...office.logged, ...other.logged];
    for (const { id } of await office.messages()) {
      const times = lines.filter((line) => /a message was delivered/.test(line) && line.includes(`"${id}"`));
      if (times.length > 1) wrong.push(`${id} was sent ${times.length} times`);
    }
    return wrong;
  }

  it('has it recorded as it was sent, and sends it no second time, whatever message it is', async function () {
    this.timeout(300_000);
    const wrong: Record<string, string[]> = {};
    const waiting = [...scenarios];
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let one = waiting.shift(); one; one = waiting.shift()) {
          const found = await played(one);
          if (found.length > 0) wrong[`${one.kind}: ${one.what}`] = found;
        }
      }),
    );
    assert.deepEqual(wrong, {});
  });

  /** What a mail server may say of a letter, and what is recorded of it. */
  const answers: Record<string, { fault?: Error; outcome: Partial<Message> }> = {
    accepted: { outcome: { status: 'sent', activityId: 'the letter' } },
    'refused for now': { fault: new Undelivered('450', true), outcome: { status: 'queued' } },
    'refused for good': { fault: new Undelivered('550', false), outcome: { status: 'gave-up' } },
  };

  for (const [what, { fault, outcome }] of Object.entries(answers))
    it(`has a letter recorded that was ${what}, which is not uncertain, by the process that knows it`, async function () {
      this.timeout(60_000);
      const file = join(aFolder().path, 'klachten.db');
      const [store, second] = [sqliteStore(file), sqliteStore(file)];
      const room = postRoom(store);
      const elsewhere = postRoom(second);
      const letter = { id: 'letter', to: { kind: 'mail' }, content: { kind: 'letter', letter: 1 } } as const;
      await store.write({
        ...dossier('K-2026-0001', { attentionAt: room.clock.now() }),
        outbox: enqueue([], [letter], room.clock.now()),
      });
      let times = 0;
      const deliver = async () => {
        times += 1;
        if (times === 1) await holder.lock(file);
        if (fault) throw fault;
        return { activityId: 'the letter' };
      };
      const subject = room.subject({ delivery: { deliver } });
      await subject.deliver('K-2026-0001');
      room.pass(600);
      elsewhere.pass(600);
      const other = elsewhere.subject({ delivery: { deliver }, instance: 'two', turnMs });
      const taken = Promise.all([subject, other].map((one) => one.deliver('K-2026-0001')));
      await holder.release(file);
      await taken;
      await subject.idle();
      const [found] = await room.outbox('K-2026-0001');
      room.stop();
      elsewhere.stop();
      await Promise.all([store.close(), second.close()]);
      const { status, activityId } = found ?? {};
      assert.deepEqual({ status, ...(activityId && { activityId }) }, outcome);
      // One that was refused for now has become due meanwhile, and is tried again once that is recorded.
      assert.equal(times, status === 'queued' ? 2 : 1);
    });
});
