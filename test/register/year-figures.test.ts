import assert from 'node:assert/strict';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { plain } from '../procedure/given.ts';
import { everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const letter = { text: 'Geachte mevrouw', manner: 'post' as const, sentOn: wednesday };
const ask = asking(wednesday);
const byFatima = asking(wednesday, fatima);
const K1 = 'K-2026-0001';

async function taken(...over: Partial<typeof registration>[]) {
  const office = anOffice();
  for (const [index, one] of over.entries())
    await office.take({ ...registration, ...one }, `${index}`, sanne);
  return office;
}

describe('the figures of a year', () => {
  afterEach(closeOffices);

  it('are of every complaint received in that year, by number', async () => {
    const office = await taken(
      {},
      { receivedOn: '2025-12-31' },
      { receivedOn: '2026-01-01', remedied: true },
    );
    const numbers = async (year: string) => (await office.figures(year, lars)).map(({ number }) => number);
    assert.deepEqual(await numbers('2026'), ['K-2026-0001', 'K-2026-0003']);
    assert.deepEqual(await numbers('2025'), ['K-2026-0002']);
    assert.deepEqual(await numbers('2024'), []);
  });

  it('are for everybody at the desk, and hold nothing of a complaint about the reader himself', async () => {
    const office = await taken({ respondents: [joris] }, { respondents: [lars] }, { respondents: [willem] });
    const numbers = async (by: typeof lars) =>
      (await office.figures('2026', by)).map(({ number }) => number.at(-1)).join('');
    assert.equal(await numbers(lars), '13');
    assert.equal(await numbers(fatima), '123');
    assert.equal(await numbers(willem), '12');
    assert.equal(await numbers(ingrid), '123');
  });

  it('are for nobody else', async () => {
    const office = await taken({ respondents: [] });
    for (const by of [sanne, joris, { id: '', name: '' }])
      await assert.rejects(office.figures('2026', by), { name: 'Refusal', code: 'not-at-the-desk' });
  });

  it('have no room for a name or for content', async () => {
    const office = await taken({ respondents: [joris], experts: 'mr. IJsvogel' });
    await office.execute(ask.acknowledge({ letter }));
    const measures = [{ what: 'BELAFSPRAAK', owner: 'EIGENAAR', dueOn: '2026-04-20' }];
    await office.execute(ask.answer({ letter, measures, notHeardBecause: 'Spoed' }));
    const text = JSON.stringify(await office.figures('2026', fatima));
    const people = [registration.complainant, joris, sanne, lars].map(({ name }) => name);
    for (const secret of [...people, registration.summary, 'IJsvogel', 'BELAFSPRAAK', 'EIGENAAR'])
      assert.ok(!text.includes(secret), secret);
  });

  it('say which deadlines were kept, and which were not by how many days', async () => {
    const office = await taken({ receivedOn: '2026-03-20' });
    await office.execute(ask.acknowledge({ letter }));
    const [one] = await office.figures('2026', lars);
    assert.deepEqual(plain(one?.deadlines), {
      forward: { done: true, daysLate: 12 },
      acknowledge: { done: true, daysLate: 5 },
      answer: { done: false, dueOn: '2026-04-10', daysLate: 0 },
    });
    office.moveTo('2026-04-13T10:00');
    const [later] = await office.figures('2026', lars);
    assert.deepEqual(later?.deadlines.answer, { done: false, dueOn: '2026-04-10', daysLate: 3 });
  });

  it('say of the hearing that it was offered in time, or held too late', async () => {
    const office = await taken({ respondents: [joris] }, { respondents: [lars] });
    for (const [number, by] of [
      [K1, ask],
      ['K-2026-0002', byFatima],
    ] as const) {
      await office.execute(by.acknowledge({ number, letter }));
      await office.execute(by.answer({ number, letter, notHeardBecause: 'Spoed' }));
      await office.execute(by.object({ number, receivedOn: wednesday }));
    }
    const [running] = await office.figures('2026', fatima);
    assert.deepEqual(running?.deadlines.hearing, { done: false, dueOn: '2026-04-08', daysLate: 0 });
    await office.execute(ask.offerHearing({ on: '2026-04-08', letter }));
    office.moveTo('2026-04-10T10:00');
    await office.execute(
      byFatima.recordHearing({ number: 'K-2026-0002', on: '2026-04-10', settlement: 'Excuses', letter }),
    );
    const kept = (await office.figures('2026', fatima)).map(({ deadlines }) => deadlines.hearing);
    assert.deepEqual(kept, [
      { done: true, daysLate: 0 },
      { done: true, daysLate: 2 },
    ]);
  });

  it('count the measures: promised, taken, too late', async () => {
    const office = await taken({});
    await office.execute(ask.acknowledge({ letter }));
    const measures = ['2026-04-02', '2026-04-20'].map((dueOn) => ({ what: 'Bellen', owner: 'Joris', dueOn }));
    await office.execute(ask.answer({ letter, measures, notHeardBecause: 'Spoed' }));
    await office.execute(ask.completeMeasure({ measure: 'm2', on: wednesday }));
    office.moveTo('2026-04-07T10:00');
    const [one] = await office.figures('2026', lars);
    assert.deepEqual(one?.measures, { promised: 2, taken: 1, late: 1 });
  });

  it('stay when what is about people is erased', async () => {
    const office = await taken({ respondents: [joris] });
    await office.execute(ask.acknowledge({ letter }));
    await office.execute(ask.withdraw());
    const [before] = await office.figures('2026', willem);
    await office.execute(ask.requestErasure());
    await office.execute(byFatima.answerErasure({ agrees: true }));
    const [after] = await office.figures('2026', willem);
    const { branch: _, measures: __, ...counted } = before ?? {};
    assert.deepEqual(plain(after), plain(counted));
  });

  it('are of nobody at the desk when the complaint is about all of them', async () => {
    const office = await taken({ respondents: everybodyAtTheDesk });
    for (const by of everybodyAtTheDesk) assert.deepEqual(await office.figures('2026', by), []);
  });
});
