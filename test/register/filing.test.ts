import assert from 'node:assert/strict';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { readIntake } from '../../src/register/model/intake.ts';
import type { Store } from '../../src/register/model/store.ts';
import { addNote, registration } from '../procedure/asked.ts';
import { everybodyAtTheDesk, fatima, joris, lars, sanne } from '../procedure/people.ts';
import { tamper } from './a-register.ts';
import { anOffice, closeOffices } from './an-office.ts';
import { NotTaken } from './by-command.ts';

describe('taking a complaint in', () => {
  afterEach(closeOffices);

  it('saves it with a number, its journal and the message to the handler, in one piece', async () => {
    const office = anOffice();
    const taken = await office.file(registration, 'form', sanne);
    const stored = (await office.dossier('K-2026-0001')) ?? assert.fail();
    assert.equal(taken.id, 'K-2026-0001');
    assert.equal(stored.complaint.number, 'K-2026-0001');
    assert.equal(stored.forms.length, 1);
    assert.match(stored.forms[0] ?? '', new RegExp(`^${sanne.id}/register/form/[0-9a-f]{16}$`));
    assert.deepEqual(
      stored.journal.map(({ type }) => type),
      ['registered', 'forwarded'],
    );
    assert.deepEqual(stored.outbox[0], {
      id: `K-2026-0001/2-forwarded/${lars.id}`,
      to: { kind: 'person', id: lars.id },
      content: { kind: 'case' },
      queuedAt: '2026-04-01T08:00:00.000Z',
      status: 'queued',
      attempts: [],
      tryAt: '2026-04-01T08:00:00.000Z',
    });
    assert.deepEqual(office.saved, ['K-2026-0001']);
  });

  it('leaves no trace of itself with Lars where it is about Lars', async () => {
    const office = anOffice();
    await office.file({ ...registration, respondents: [lars] }, 'form', sanne);
    const { outbox, complaint } = (await office.dossier('K-2026-0001')) ?? assert.fail();
    assert(!JSON.stringify(outbox).includes(lars.id));
    assert.equal(complaint.handler?.person.id, fatima.id);
    assert.deepEqual([await office.casesOf(lars), await office.registeredBy(lars)], [[], []]);
  });

  it('keeps it also when nobody may handle it', async () => {
    const office = anOffice();
    const { complaint, open } = await office.file(
      { ...registration, respondents: everybodyAtTheDesk },
      'form',
      sanne,
    );
    assert.deepEqual([complaint.handler, open], [undefined, true]);
  });

  it('keeps a text to the letter, whatever stands in it', async () => {
    const office = anOffice();
    const summary =
      "**vet** <b>x</b> ${naam} {{DATE(2026)}} 🙃 \u202eשלום \u0000 '; DROP TABLE documents; --";
    await office.file({ ...registration, summary }, 'form', sanne);
    assert.equal((await office.dossier('K-2026-0001'))?.complaint.summary, summary);
  });
});

describe('the number of a complaint', () => {
  afterEach(closeOffices);

  const ids = (dossiers: Dossier[]) => dossiers.map(({ id }) => id).sort();

  it('is the same for the same form, pressed again or later', async () => {
    const office = anOffice();
    const first = await office.file(registration, 'form', sanne);
    office.moveTo('2026-04-03T10:00');
    const again = await office.file(registration, 'form', sanne);
    assert.deepEqual([again.id, again.complaint.summary], [first.id, registration.summary]);
    assert.equal((await office.store.list({ open: true })).length, 1);
  });

  it('is told, and no other given, to who sends the same form with something else in it', async () => {
    const office = anOffice();
    const first = await office.file(registration, 'form', sanne);
    const other = { ...registration, summary: 'Iets anders' };
    for (let i = 0; i < 2; i++)
      await assert.rejects(
        office.file(other, 'form', sanne),
        (error) => error instanceof NotTaken && error.dossier.id === first.id,
      );
    for (let i = 0; i < 21; i++) await office.execute(addNote({ text: `${i}` }), { form: `note-${i}` });
    await assert.rejects(office.file(other, 'form', sanne), NotTaken, 'the dossier has forgotten the form');
    assert.equal((await office.file(registration, 'form', sanne)).id, first.id);
    assert.equal((await office.store.list({ open: true })).length, 1);
  });

  it('is of one of the texts that are sent in one form at once, and no success to the others', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    const sent = [0, 1, 2, 3, 4, 5].map((i) => ({ ...registration, summary: `Tekst ${i}` }));
    const taken = await Promise.allSettled(
      sent.map((text, i) => (i % 2 ? one : other).file(text, 'form', sanne)),
    );
    const won = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const lost = taken.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    assert.equal(won.length, 1);
    assert(lost.every((error) => error instanceof NotTaken && error.dossier.id === 'K-2026-0001'));
    const stored = await one.dossier('K-2026-0001');
    assert.equal(stored?.complaint.summary, won[0]?.complaint.summary);
  });

  it('is that of a form which an older version processed, whatever it holds', async () => {
    for (const entry of [`${sanne.id}/register/form`, `${sanne.id}/form`]) {
      const office = anOffice();
      const first = await office.file(registration, 'form', sanne);
      await tamper(office.store, first.id, (dossier) => ({ ...dossier, forms: [entry] }));
      const again = await office.file({ ...registration, summary: 'Iets anders' }, 'form', sanne);
      assert.deepEqual([again.id, again.complaint.summary], [first.id, registration.summary]);
    }
  });

  it('is the same for the same form pressed many times at once, in two registers on one file', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).file(registration, 'form', sanne)),
    );
    assert.deepEqual([...new Set(ids(taken))], ['K-2026-0001']);
    assert.equal((await one.store.list({ open: true })).length, 1);
    assert.equal(one.saved.length + other.saved.length, 1, 'saved once');
  });

  it('is another for another form, and for another person with the same form', async () => {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    assert.equal((await office.file(registration, 'form 2', sanne)).id, 'K-2026-0002');
    const theirs = await office.file(registration, 'form', joris);
    assert.deepEqual([theirs.id, theirs.complaint.receiver], ['K-2026-0003', joris]);
  });

  it('has no gaps and no doubles with two registers on one file', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? one : other).file(registration, `form ${i}`, sanne)),
    );
    assert.deepEqual(
      ids(taken),
      Array.from({ length: 20 }, (_, i) => `K-2026-${String(i + 1).padStart(4, '0')}`),
    );
  });

  it('begins anew each year, by the day of registration in Amsterdam', async () => {
    const office = anOffice({ now: '2026-12-31T23:59' });
    const received = { ...registration, receivedOn: '2026-12-31' } as const;
    assert.equal((await office.file(received, '1', sanne)).id, 'K-2026-0001');
    office.moveTo('2027-01-01T00:00');
    assert.equal((await office.file(received, '2', sanne)).id, 'K-2027-0001');
    assert.equal((await office.file(received, '3', sanne)).id, 'K-2027-0002');
  });

  it('is not used up by a form that is refused', async () => {
    const office = anOffice();
    await assert.rejects(office.file({ ...registration, receivedOn: '2026-04-02' }, '1', sanne), {
      code: 'in-the-future',
      article: 4,
    });
    assert.equal((await office.file(registration, '1', sanne)).id, 'K-2026-0001');
  });

  it('is kept for the form when a register that writes twice fails halfway, so that pressing again leaves no gap', async () => {
    let failing = true;
    const between = (store: Store): Store => ({
      ...store,
      writeTogether: undefined,
      write: (document, etag) =>
        failing && document.kind === 'dossier'
          ? Promise.reject(new Error('disk full'))
          : store.write(document, etag),
    });
    const office = anOffice({ between });
    await assert.rejects(office.file(registration, 'form', sanne), /disk full/);
    assert.deepEqual(office.saved, []);
    failing = false;
    assert.equal((await office.file(registration, 'form', sanne)).id, 'K-2026-0001');
    assert.equal((await office.file(registration, 'next', sanne)).id, 'K-2026-0002');
  });

  it('is given in the commit of its dossier: when that fails neither is there', async () => {
    let failing = true;
    const office = anOffice({
      between: (store) => ({
        ...store,
        writeTogether: (writes) =>
          failing
            ? Promise.reject(new Error('disk full'))
            : (store.writeTogether?.(writes) ?? assert.fail('SQLite can')),
      }),
    });
    await assert.rejects(office.file(registration, 'form', sanne), /disk full/);
    assert.deepEqual([office.saved, (await readIntake(office.store)).lastNumber], [[], {}]);
    failing = false;
    assert.equal((await office.file(registration, 'other', lars)).id, 'K-2026-0001');
  });

  it('goes on where it was after a restart', async () => {
    const before = anOffice();
    await before.file(registration, '1', sanne);
    await before.store.close();
    const after = anOffice({ file: before.path });
    assert.equal((await after.file(registration, '1', sanne)).id, 'K-2026-0001');
    assert.equal((await after.file(registration, '2', sanne)).id, 'K-2026-0002');
  });
});
