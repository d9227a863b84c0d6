import assert from 'node:assert/strict';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { fatima, joris, lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const ask = asking(wednesday);
const toCome = { solved: undefined, result: undefined, agreements: undefined, letter: undefined } as const;

/** Registered on Wednesday 1 April 2026 about Joris, with a talk on Thursday the second; the third is Good Friday. */
describe('a talk whose day has passed', () => {
  afterEach(closeOffices);

  async function withATalk(on: '2026-04-02' | '2026-04-10' = '2026-04-02') {
    const office = anOffice();
    await office.file({ ...registration, respondents: [joris] }, 'form', sanne);
    await office.execute(ask.mediate({ ...toCome, on, time: '14:00' }));
    await office.deliver('K-2026-0001');
    office.news();
    return office;
  }

  /** Sweeps at that time; lists who was reminded of the talk. */
  async function remindedAt(office: ReturnType<typeof anOffice>, time: string): Promise<string[]> {
    await office.sweepAt(time);
    return office.news().flatMap((id) => (id.includes('/talk-') ? [id.split('/').at(-1) ?? ''] : []));
  }

  it('is reminded to its handler, once, on the next werkdag', async () => {
    const office = await withATalk();
    for (const time of ['2026-04-02T23:00', '2026-04-03T10:00', '2026-04-06T10:00', '2026-04-07T08:59'])
      assert.deepEqual(await remindedAt(office, time), [], time);
    assert.equal((await office.dossier('K-2026-0001'))?.attentionAt, '2026-04-07T07:00:00.000Z');
    assert.deepEqual(await remindedAt(office, '2026-04-07T09:00'), [lars.id]);
    assert.deepEqual(await remindedAt(office, '2026-04-08T09:00'), []);
  });

  it('is reminded to who stands in as well, and where the bot stood still not in the weekend', async () => {
    const office = await withATalk();
    await office.setAbsence(lars, { from: '2026-04-08', until: '2026-04-20' });
    assert.deepEqual(await remindedAt(office, '2026-04-11T10:00'), []);
    assert.deepEqual((await remindedAt(office, '2026-04-13T09:00')).sort(), [lars.id, fatima.id].sort());
  });

  it('is not reminded when its result was recorded, it was called off, moved, or the answer went out', async () => {
    for (const step of [
      ask.mediate({ ...toCome, on: '2026-04-02', result: 'Nog boos.', solved: false }),
      ask.mediate({ ...toCome, on: '2026-04-02', calledOff: true }),
      ask.mediate({ ...toCome, on: '2026-04-16', time: '14:00' }),
      ask.answer({ letter: { text: 'Ons antwoord.', manner: 'email', sentOn: '2026-04-02' } }),
      ask.withdraw(),
    ]) {
      const office = await withATalk();
      office.moveTo('2026-04-02T16:00');
      await office.execute(step);
      assert.deepEqual(await remindedAt(office, '2026-04-07T09:00'), [], step.type);
    }
  });

  it('is reminded again for its new day', async () => {
    const office = await withATalk();
    assert.deepEqual(await remindedAt(office, '2026-04-07T09:00'), [lars.id]);
    await office.execute(ask.mediate({ ...toCome, on: '2026-04-09', time: '14:00' }));
    assert.deepEqual(await remindedAt(office, '2026-04-08T09:00'), []);
    assert.deepEqual(await remindedAt(office, '2026-04-10T09:00'), [lars.id]);
  });
});
