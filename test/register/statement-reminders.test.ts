import assert from 'node:assert/strict';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const ask = asking(wednesday);
const K1 = 'K-2026-0001';

/** Registered on Wednesday 1 April 2026 about Joris and Willem; the third is Good Friday, the sixth Easter Monday. */
describe('a statement that is awaited', () => {
  afterEach(closeOffices);

  const about = (dueOn: LocalDate) =>
    ({ text: 'Er is niet teruggebeld.', mayIdentify: false, dueOn }) as const;

  async function asked(dueOn: LocalDate = '2026-04-08') {
    const office = anOffice();
    await office.file({ ...registration, respondents: [joris, willem] }, 'form', sanne);
    await office.execute(ask.requestStatement({ about: about(dueOn) }));
    await office.deliver(K1);
    office.news();
    return office;
  }

  /** Sweeps at that time; lists who was reminded of a statement. */
  async function remindedAt(office: ReturnType<typeof anOffice>, time: string): Promise<string[]> {
    await office.sweepAt(time);
    return office
      .news()
      .flatMap((id) => (id.includes('/statement-due-') ? [id.split('/').at(-1) ?? ''] : []));
  }

  it('is reminded to who was asked, once, on the werkdag before its day', async () => {
    const office = await asked();
    for (const time of ['2026-04-02T10:00', '2026-04-06T10:00', '2026-04-07T08:59'])
      assert.deepEqual(await remindedAt(office, time), [], time);
    assert.deepEqual(await remindedAt(office, '2026-04-07T09:00'), [joris.id]);
    for (const time of ['2026-04-08T09:00', '2026-04-09T09:00'])
      assert.deepEqual(await remindedAt(office, time), [], time);
  });

  it('is read by the sweep at the moment of its reminder', async () => {
    const office = await asked('2026-04-03');
    await office.sweepAt('2026-04-01T12:00');
    assert.equal((await office.dossier(K1))?.attentionAt, '2026-04-02T07:00:00.000Z');
    assert.deepEqual(await remindedAt(office, '2026-04-02T09:00'), [joris.id]);
  });

  it('is reminded on the werkdag before a day in the weekend, and after a standstill only until its day', async () => {
    const sunday = await asked('2026-04-12');
    assert.deepEqual(await remindedAt(sunday, '2026-04-10T09:00'), [joris.id]);
    const stoodStill = await asked('2026-04-12');
    assert.deepEqual(await remindedAt(stoodStill, '2026-04-11T10:00'), []);
    assert.deepEqual(await remindedAt(stoodStill, '2026-04-13T09:00'), []);
    assert.deepEqual(await remindedAt(await asked(), '2026-04-08T15:00'), [joris.id]);
  });

  it('is not reminded where it was asked after the moment of the reminder', async () => {
    const office = await asked('2026-04-02');
    assert.deepEqual(await remindedAt(office, '2026-04-02T09:00'), []);
  });

  it('is not reminded when it came, they are no respondent any more, or the complaint was answered or closed', async () => {
    for (const step of [
      ask.giveStatement({ by: joris }),
      ask.recordStatement({ of: joris.id }),
      ask.removeRespondent({ respondent: joris.id }),
      ask.answer({ letter: { text: 'Ons antwoord.', manner: 'handed', sentOn: '2026-04-02' } }),
      ask.withdraw(),
    ]) {
      const office = await asked();
      office.moveTo('2026-04-02T16:00');
      await office.execute(step);
      assert.deepEqual(await remindedAt(office, '2026-04-07T09:00'), [], step.type);
    }
  });

  it('is withheld where it came, was asked anew, or its day passed before the reminder could go out', async () => {
    for (const [what, step, time, goes] of [
      ['waits still', undefined, '2026-04-08T10:00', true],
      ['its day passed', undefined, '2026-04-09T10:00', false],
      ['it came', ask.giveStatement({ by: joris }), '2026-04-07T10:00', false],
      ['asked anew', ask.requestStatement({ about: about('2026-04-10') }), '2026-04-07T10:00', false],
    ] as const) {
      const office = await asked();
      await remindedAt(office, '2026-04-07T09:00');
      office.moveTo(`${time}`);
      if (step) await office.execute(step);
      const dossier = (await office.dossier(K1)) ?? assert.fail();
      const due = dossier.outbox.find(({ content }) => content.kind === 'statement-due') ?? assert.fail();
      assert.equal(mayReceive(due, dossier, office.context()), goes, what);
    }
  });

  it('is reminded again where it is asked again for a later day', async () => {
    const office = await asked();
    assert.deepEqual(await remindedAt(office, '2026-04-07T09:00'), [joris.id]);
    await office.execute(ask.requestStatement({ by: lars, about: about('2026-04-10') }));
    await office.deliver(K1);
    assert.deepEqual(await remindedAt(office, '2026-04-08T09:00'), []);
    assert.deepEqual(await remindedAt(office, '2026-04-09T09:00'), [joris.id]);
  });
});
