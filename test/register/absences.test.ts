import assert from 'node:assert/strict';
import { acknowledge, addNote, registration } from '../procedure/asked.ts';
import { awayAtEaster, fatima, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const easter = { from: '2026-03-30', until: '2026-04-10' } as const;

describe('who is away', () => {
  afterEach(closeOffices);

  it('gets no new complaints; the next in order does', async () => {
    const office = anOffice();
    await office.setAbsence(lars, easter);
    assert.equal((await office.file(registration, '1', sanne)).complaint.handler?.person.id, fatima.id);
    await office.setAbsence(fatima, easter);
    assert.equal((await office.file(registration, '2', sanne)).complaint.handler?.person.id, willem.id);
    office.moveTo('2026-04-11T10:00');
    assert.equal((await office.file(registration, '3', sanne)).complaint.handler?.person.id, lars.id);
  });

  it('keeps the complaints that are theirs already', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await office.setAbsence(lars, easter);
    assert.equal((await office.view('K-2026-0001', lars)).complaint.handler?.person.id, lars.id);
  });

  it('brings what shows the open dossiers up to date, when it begins and when it is over', async () => {
    const shown: string[] = [];
    const office = anOffice({ changed: ({ id }) => shown.push(id) });
    await office.file(registration, '1', sanne);
    await office.file(registration, '2', sanne);
    for (const change of [() => office.setAbsence(lars, easter), () => office.endAbsence(lars)]) {
      shown.splice(0);
      await change();
      assert.deepEqual(shown.sort(), ['K-2026-0001', 'K-2026-0002']);
    }
  });

  it('is known to a register that was open already, and after a restart', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    await other.file(registration, '1', sanne);
    await one.setAbsence(lars, easter);
    assert.equal((await other.file(registration, '2', sanne)).complaint.handler?.person.id, fatima.id);
    const later = anOffice({ file: one.path });
    await later.refresh();
    assert.deepEqual(later.desk().absences, [awayAtEaster(lars)]);
  });

  it('can be away several times, each of which can be taken back by itself', async () => {
    const office = anOffice();
    const known = () => office.desk().absences.map(({ person, from }) => `${person.name} ${from}`);
    await office.setAbsence(lars, easter);
    await office.setAbsence(fatima, easter);
    await office.setAbsence(lars, { from: '2026-07-01', until: '2026-07-31' });
    const [hers, july] = [`${fatima.name} 2026-03-30`, `${lars.name} 2026-07-01`];
    assert.deepEqual(known(), [`${lars.name} 2026-03-30`, hers, july]);
    office.moveTo('2026-07-03T10:00');
    assert.equal((await office.file(registration, '1', sanne)).complaint.handler?.person.id, fatima.id);
    await office.endAbsence(lars, '2026-03-30');
    assert.deepEqual(known(), [hers, july]);
    await office.endAbsence(fatima);
    await office.endAbsence(lars);
    assert.deepEqual(known(), []);
  });

  it('has their cases seen to by the next in order, who sees them in their list and can act', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    const cases = async (by: typeof lars) => (await office.casesOf(by)).map(({ id }) => id);
    assert.deepEqual(await cases(fatima), []);
    await office.setAbsence(lars, easter);
    assert.deepEqual(await cases(fatima), ['K-2026-0001']);
    assert.deepEqual(await cases(willem), []);
    assert.equal((await office.execute(acknowledge({ by: fatima }))).complaint.stage, 'acknowledged');
    assert.deepEqual(await cases(lars), ['K-2026-0001']);
    await office.endAbsence(lars);
    assert.deepEqual(await cases(fatima), []);
    await assert.rejects(office.execute(addNote({ by: fatima })), { code: 'unknown-complaint' });
  });

  it('has none of their cases seen to by one they are about', async () => {
    const office = anOffice();
    await office.file({ ...registration, respondents: [fatima] }, '1', sanne);
    await office.setAbsence(lars, easter);
    assert.deepEqual(await office.casesOf(fatima), []);
    assert.equal((await office.casesOf(willem)).length, 1);
  });

  it('is the officer or a substitute, and comes back no earlier than they leave', async () => {
    const office = anOffice();
    for (const by of [joris, willem, sanne]) {
      await assert.rejects(office.setAbsence(by, easter), { code: 'not-at-the-desk' });
    }
    await assert.rejects(office.setAbsence(lars, { from: '2026-04-02', until: '2026-04-01' }), {
      code: 'not-eligible',
    });
    await office.setAbsence(lars, { from: '2026-04-01', until: '2026-04-01' });
  });

  it('does not cost a number, and a number no absence, when both are written at once', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    await Promise.all([one.setAbsence(lars, easter), other.file(registration, '1', sanne)]);
    const later = anOffice({ file: one.path });
    await later.refresh();
    assert.deepEqual(later.desk().absences, [awayAtEaster(lars)]);
    assert.equal((await one.file(registration, '2', sanne)).id, 'K-2026-0002');
  });
});
