import assert from 'node:assert/strict';
import { versionOf } from '../../src/register/model/dossier.ts';
import { addNote, handOver, registration, withdraw } from '../procedure/asked.ts';
import { plain } from '../procedure/given.ts';
import { fatima, joris, lars, sanne } from '../procedure/people.ts';
import { tamper } from './a-register.ts';
import { anOffice, closeOffices } from './an-office.ts';

describe('a form of a step that Teams repeats', () => {
  afterEach(closeOffices);

  it('is processed once, and answered again with the dossier as it is', async () => {
    const office = anOffice();
    const card = { version: versionOf(await office.file(registration, 'form', sanne)), form: 'note' };
    const first = await office.execute(addNote(), card);
    const again = await office.execute(addNote(), card);
    assert.deepEqual(plain(again), plain(first));
    assert.equal(versionOf(again), 3);
    assert.equal(office.saved.length, 2);
  });

  it('is no repeat when something else was typed in it, whatever the version that it shows', async () => {
    const office = anOffice();
    const card = { version: versionOf(await office.file(registration, 'form', sanne)), form: 'note' };
    await office.execute(addNote(), card);
    for (const version of [card.version, card.version + 1])
      await assert.rejects(office.execute(addNote({ text: 'Iets anders' }), { ...card, version }), {
        outcome: 'used',
      });
    assert.equal((await office.dossier('K-2026-0001'))?.journal.length, 3);
  });

  it('is a repeat where an older version kept no hash of what was typed', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(addNote(), { form: 'note' });
    await tamper(office.store, 'K-2026-0001', (dossier) => ({
      ...dossier,
      forms: [`${lars.id}/add-note/note`],
    }));
    await office.execute(addNote({ text: 'Iets anders' }), { form: 'note' });
    assert.equal((await office.dossier('K-2026-0001'))?.journal.length, 3);
  });

  it('is processed once with two registers at the same moment', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    const card = { version: versionOf(await one.file(registration, 'form', sanne)), form: 'note' };
    await Promise.all([one, other, one, other].map((office) => office.execute(addNote(), card)));
    assert.equal((await one.dossier('K-2026-0001'))?.journal.length, 3);
  });

  it('is answered also after it handed the complaint over', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(handOver(), { form: 'over' });
    assert.equal(
      (await office.execute(handOver(), { form: 'over' })).complaint.handler?.person.id,
      fatima.id,
    );
    await assert.rejects(office.execute(handOver(), { form: 'another' }), { code: 'not-eligible' });
  });

  it('opens nothing to another person with the same form', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(addNote(), { form: 'note' });
    await assert.rejects(office.execute(addNote({ by: joris }), { form: 'note' }), {
      code: 'unknown-complaint',
    });
    await office.execute(handOver(), { form: 'over' });
    await office.execute(addNote({ by: fatima }), { form: 'note' });
    assert.equal((await office.dossier('K-2026-0001'))?.journal.length, 5);
  });

  it('counts as another once it was refused', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await assert.rejects(office.execute(addNote({ text: '' }), { form: 'note' }), { code: 'text-missing' });
    assert.equal((await office.execute(addNote(), { form: 'note' })).journal.length, 3);
  });

  it('is never read as another step, of another person or dossier, than was allowed', async () => {
    const office = anOffice();
    const { id: number } = await office.file(registration, 'form', sanne);
    const { id: other } = await office.file(registration, 'other', sanne);
    const asked = { type: 'add-note', number, by: lars } as const;
    for (const value of [withdraw(), addNote({ by: fatima }), addNote({ number: other })])
      await assert.rejects(
        office.register.execute(asked, {}, () => ({ value })),
        /was read as/,
      );
    assert.equal((await office.dossier(number))?.journal.length, 2);
  });
});
