import assert from 'node:assert/strict';
import { flawOf, verify } from '../../../src/register/integrity/verify.ts';
import type { Document, Dossier } from '../../../src/register/model/dossier.ts';
import { append } from '../../../src/register/model/journal.ts';
import { plain } from '../../procedure/given.ts';
import { noteAdded } from '../../procedure/happened.ts';
import { lars } from '../../procedure/people.ts';
import { aFilledOffice, withForgedEntry } from '../a-register.ts';
import { closeOffices } from '../an-office.ts';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

describe('verifying the register', () => {
  let dossiers: Dossier[];
  let first: Dossier;
  let all: Document[];

  before(async () => {
    const office = await aFilledOffice();
    dossiers = await office.store.list({ open: true });
    first = (await office.dossier('K-2026-0001')) ?? assert.fail();
    all = [];
    for await (const { document } of office.store.all()) all.push(document);
    await closeOffices();
  });

  it('finds nothing wrong with what the register itself wrote, and says how much there was', async () => {
    const memo = { kind: 'memo' as const, id: 'clock', content: {} };
    assert.deepEqual(await verify(each([...dossiers, memo])), {
      documents: 4,
      dossiers: 3,
      entries: 7,
      heads: [],
      flaws: [],
      notes: [{ kind: 'unsealed', count: 4 }],
    });
  });

  it('names the dossier and the first entry that was changed, and goes on with the others', async () => {
    const [a, b, c] = dossiers as [Dossier, Dossier, Dossier];
    const { flaws, dossiers: walked } = await verify(each([withForgedEntry(a, 2), b, withForgedEntry(c, 1)]));
    assert.equal(walked, 3);
    assert.deepEqual(flaws, [
      { number: a.id, kind: 'broken-journal', seq: 2 },
      { number: c.id, kind: 'broken-journal', seq: 1 },
    ]);
  });

  it('names the dossier of which the place in the order of the numbers is none', async () => {
    const [entry = assert.fail(), ...rest] = first.journal;
    for (const link of [null, 'junk', { previous: 1 }]) {
      const changed = JSON.parse(JSON.stringify({ ...first, journal: [{ ...entry, link }, ...rest] }));
      const { flaws } = await verify(each(all.map((one) => (one.id === first.id ? changed : one))));
      assert.deepEqual(flaws, [{ number: first.id, kind: 'broken-journal', seq: 1 }]);
    }
  });

  const tampered: Record<string, () => Dossier> = {
    'another summary than the journal holds': () => ({
      ...first,
      complaint: { ...first.complaint, summary: 'Het viel wel mee.' },
    }),
    'a day of receipt that was moved': () => ({
      ...first,
      complaint: { ...first.complaint, receivedOn: '2026-04-03' },
    }),
    'the journal of another dossier': () => ({ ...first, journal: dossiers[1]?.journal ?? [] }),
    'the number of another dossier': () => ({ ...first, id: 'K-2026-0099' }),
    'no journal at all': () => ({ ...first, journal: [] }),
    'a journal that is whole but no course of a complaint': () => ({
      ...first,
      journal: plain(append([], noteAdded()[0] as never, lars, '2026-04-01T08:00:00.000Z')),
    }),
  };
  for (const [what, made] of Object.entries(tampered)) {
    it(`finds ${what}`, () => {
      const dossier = made();
      assert.deepEqual(flawOf(dossier), {
        number: dossier.id,
        kind: 'other-state',
        seq: dossier.journal.length,
      });
    });
  }

  it('finds a last entry that was taken away, where it did something', () => {
    const journal = first.journal.slice(0, 1);
    assert.equal(flawOf({ ...first, journal })?.kind, 'other-state');
  });

  it('finds personal data that was taken out of a journal without an erasure', () => {
    const journal = first.journal.map(({ erasable: _, ...entry }) => entry);
    assert.equal(flawOf({ ...first, journal })?.kind, 'other-state');
  });
});
