import assert from 'node:assert/strict';
import type { StepCommand } from '../../src/procedure/model/commands.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { fatima, joris, lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const ask = asking(wednesday);
const number = 'K-2026-0001';

/** Registered on Wednesday 1 April 2026 and closed on that day; four weeks later is Wednesday 29 April. */
describe('the reminder to ask how satisfied the complainant is', () => {
  afterEach(closeOffices);

  async function closed(
    last: StepCommand = ask.agree(),
    { complainant = registration.complainant, answered = true } = {},
  ) {
    const office = anOffice();
    await office.file({ ...registration, complainant, respondents: [joris] }, 'form', sanne);
    if (answered) await office.execute(ask.answer());
    await office.execute(last);
    await office.deliver(number);
    office.news();
    return office;
  }

  /** Sweeps at that time; lists who was reminded. */
  async function remindedAt(office: ReturnType<typeof anOffice>, time: string): Promise<string[]> {
    await office.sweepAt(time);
    return office.news().flatMap((id) => (id.includes('/satisfaction-') ? [id.split('/').at(-1) ?? ''] : []));
  }

  it('comes to the handler once, four weeks after the closing', async () => {
    const office = await closed();
    assert.equal((await office.dossier(number))?.attentionAt, '2026-04-29T07:00:00.000Z');
    for (const time of ['2026-04-03T10:00', '2026-04-28T23:00', '2026-04-29T08:59'])
      assert.deepEqual(await remindedAt(office, time), [], time);
    assert.deepEqual(await remindedAt(office, '2026-04-29T09:00'), [lars.id]);
    for (const time of ['2026-04-29T10:00', '2026-04-30T09:00', '2026-06-01T09:00'])
      assert.deepEqual(await remindedAt(office, time), [], time);
  });

  it('waits for a werkdag, and does not come any more when the closing was long ago', async () => {
    // 2 May 2026 is a Saturday; four weeks after 29 April the bot has stood still too long.
    const still = await closed();
    assert.deepEqual(await remindedAt(still, '2026-05-02T10:00'), []);
    assert.deepEqual(await remindedAt(still, '2026-05-04T09:00'), [lars.id]);
    assert.deepEqual(await remindedAt(await closed(), '2026-05-27T10:00'), [lars.id]);
    const late = await closed();
    assert.deepEqual(await remindedAt(late, '2026-05-28T10:00'), []);
    assert.ok(((await late.dossier(number))?.attentionAt ?? '') > '2030', 'it waits for its retention');
  });

  it('does not come where what they think was recorded, or the complaint goes on', async () => {
    const known = await closed();
    await known.execute(ask.recordSatisfaction());
    assert.deepEqual(await remindedAt(known, '2026-04-29T09:00'), []);
    const goesOn = await closed();
    await goesOn.execute(ask.reopen());
    assert.deepEqual(await remindedAt(goesOn, '2026-04-29T09:00'), []);
  });

  it('comes anew after the next closing of what was reopened, and once', async () => {
    const office = await closed();
    assert.deepEqual(await remindedAt(office, '2026-04-29T09:00'), [lars.id]);
    const may = asking('2026-05-04');
    office.moveTo('2026-05-04T10:00');
    await office.execute(may.reopen());
    await office.execute(may.agree());
    assert.deepEqual(await remindedAt(office, '2026-05-29T10:00'), []);
    assert.deepEqual(await remindedAt(office, '2026-06-01T09:00'), [lars.id]);
    assert.deepEqual(await remindedAt(office, '2026-06-02T09:00'), []);
  });

  it('is about nobody who cannot be asked, nor about what was not answered', async () => {
    for (const complainant of [
      { name: 'Anoniem', unnamed: 'anonymous', email: 'x@example.nl' },
      { name: 'Onbekend', unnamed: 'unknown', email: 'iemand@example.nl' },
    ] as const)
      assert.deepEqual(
        await remindedAt(await closed(ask.withdraw(), { complainant }), '2026-04-29T09:00'),
        [],
        complainant.name,
      );
    const early = await closed(ask.withdraw(), { answered: false });
    assert.deepEqual(await remindedAt(early, '2026-04-29T09:00'), []);
    assert.deepEqual(await remindedAt(await closed(ask.withdraw()), '2026-04-29T09:00'), [lars.id]);
  });

  it('comes to who handles it, and to nobody who may not read the dossier', async () => {
    const away = await closed();
    await away.setAbsence(lars, { from: '2026-04-20', until: '2026-05-20' });
    assert.deepEqual(await remindedAt(away, '2026-04-29T09:00'), [lars.id], 'closed before the absence');
    const during = anOffice();
    await during.file({ ...registration, respondents: [joris] }, 'form', sanne);
    await during.setAbsence(lars, { from: wednesday, until: '2026-05-20' });
    await during.execute(ask.answer({ by: fatima }));
    await during.execute(ask.agree({ by: fatima }));
    await during.deliver(number);
    during.news();
    assert.deepEqual((await remindedAt(during, '2026-04-29T09:00')).sort(), [lars.id, fatima.id].sort());
  });
});
