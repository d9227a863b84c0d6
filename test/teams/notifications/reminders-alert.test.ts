import assert from 'node:assert/strict';
import { registration } from '../../procedure/asked.ts';
import { lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aFaultyService } from '../a-faulty-service.ts';
import { anOfficeInTeams, chatOf } from '../an-office-in-teams.ts';

describe('the reminders of one morning to one person', () => {
  let service: Awaited<ReturnType<typeof aFaultyService>>;
  let office: Awaited<ReturnType<typeof anOfficeInTeams>>;

  before(async () => {
    service = await aFaultyService();
    office = await anOfficeInTeams(service);
    for (const form of ['a', 'b', 'c']) await office.file(registration, form, sanne);
    await office.work();
  });
  after(async () => {
    await office.close();
    closeOffices();
    await service.close();
  });

  /** Sweeps on that day, and lists for each message to somebody whether it shows in their activity feed. */
  async function on(moment: string, person = lars): Promise<boolean[]> {
    service.taken.length = 0;
    office.moveTo(moment);
    await office.work();
    return service.taken
      .filter(({ conversation, method }) => conversation === chatOf(person) && method === 'POST')
      .map(({ body }) => JSON.parse(body).channelData?.notification?.alert === true);
  }

  it('all arrive, and one of them shows in their activity feed', async () => {
    assert.deepEqual(await on('2026-04-07T09:00'), [true, false, false]);
    assert.deepEqual(await on('2026-04-09T09:00'), [true, false, false]);
    assert.deepEqual(await on('2026-04-10T09:00', willem), [true, false, false]);
  });
});
