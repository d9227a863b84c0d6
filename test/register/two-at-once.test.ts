import assert from 'node:assert/strict';
import { firstBroken } from '../../src/register/model/chain.ts';
import { versionOf } from '../../src/register/model/dossier.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import { Conflict, type Store } from '../../src/register/model/store.ts';
import { instantOf } from '../../src/time/clock.ts';
import { acknowledge, addNote, registration } from '../procedure/asked.ts';
import { lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

describe('two at the same dossier at the same moment', () => {
  afterEach(closeOffices);

  it('are both recorded where both can be: who comes second decides again', async () => {
    let conflicts = 0;
    const between = (store: Store): Store => ({
      ...store,
      write: (document, etag) =>
        store.write(document, etag).catch((error) => {
          if (error instanceof Conflict) conflicts += 1;
          throw error;
        }),
    });
    const one = anOffice({ between });
    const other = anOffice({ file: one.path, between });
    await one.file(registration, 'form', sanne);
    const notes = Array.from({ length: 10 }, (_, i) => `Notitie ${i}`);
    await Promise.all(notes.map((text, i) => (i % 2 ? one : other).execute(addNote({ text }))));
    const { journal } = (await one.dossier('K-2026-0001')) ?? assert.fail();
    const texts = journal
      .map(eventOf)
      .flatMap((event) => (event.type === 'note-added' ? [event.personal.text] : []));
    assert.deepEqual(texts.sort(), notes);
    assert.equal(firstBroken(journal), undefined);
    assert(conflicts > 0);
  });

  it('are recorded in the order of their moments, also while the form of one waits for a name', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    const read: string[] = [];
    const step = { type: 'add-note', number: 'K-2026-0001', by: lars } as const;
    await office.register.execute(step, {}, async (_, { today }) => {
      read.push(today);
      if (read.length === 1) {
        office.moveTo('2026-04-02T00:01');
        await office.execute(addNote({ text: 'Intussen' }));
      }
      return { value: addNote({ text: 'Daarna' }) };
    });
    const { journal } = (await office.dossier('K-2026-0001')) ?? assert.fail();
    const moments = journal.map(({ at }) => at);
    assert.deepEqual(moments, moments.toSorted());
    assert.deepEqual(read, ['2026-04-01', '2026-04-02']);
  });

  it('a form of the last second of a day is decided on that day', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    office.moveTo('2026-04-01T23:59');
    const step = { type: 'withdraw', number: 'K-2026-0001', by: lars } as const;
    const { dossier } = await office.register.execute(step, {}, (_, { today }) => {
      office.moveTo('2026-04-02T00:01');
      return { value: { ...step, on: today, reason: 'Opgelost' } };
    });
    assert.equal(dossier.journal.at(-1)?.at, instantOf('2026-04-01T23:59'));
  });

  it('do not both acknowledge: the second is told that it has been done', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    await one.file(registration, 'form', sanne);
    const both = await Promise.allSettled([one.execute(acknowledge()), other.execute(acknowledge())]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const lost = both.find((outcome) => outcome.status === 'rejected');
    assert.equal(lost?.reason.code, 'not-now');
    assert.equal((await one.dossier('K-2026-0001'))?.journal.length, 3);
  });

  it('with the same card: the second card is out of date', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    const card = { version: versionOf(await one.file(registration, 'form', sanne)) };
    const both = await Promise.allSettled([one.execute(addNote(), card), other.execute(addNote(), card)]);
    const lost = both.find((outcome) => outcome.status === 'rejected');
    assert.equal(lost?.reason.outcome, 'outdated');
    assert.equal((await one.dossier('K-2026-0001'))?.journal.length, 3);
  });

  it('an error of the store is no conflict: it is not tried again and reaches the caller', async () => {
    let broken = false;
    const office = anOffice({
      between: (store) => ({
        ...store,
        write: (document, etag) =>
          broken ? Promise.reject(new Error('disk full')) : store.write(document, etag),
      }),
    });
    await office.file(registration, 'form', sanne);
    broken = true;
    await assert.rejects(office.execute(addNote()), /disk full/);
    assert.equal((await office.dossier('K-2026-0001'))?.journal.length, 2);
  });
});
