import assert from 'node:assert/strict';
import { compareWithHeads } from '../../src/register/integrity/at-start.ts';
import { retryOnConflict } from '../../src/register/model/retry-on-conflict.ts';
import { Conflict, Unwritten } from '../../src/register/model/store.ts';
import { addDays } from '../../src/time/local-date.ts';
import { addNote, registration } from '../procedure/asked.ts';
import { fatima, sanne } from '../procedure/people.ts';
import { replaceInFile } from '../store/damage.ts';
import { anOffice, closeOffices } from './an-office.ts';

const number = 'K-2026-0001';

/** Values that somebody can put in the place of the count of a document, or of its whole seal. */
const seals: Record<string, (seal: unknown) => unknown> = {
  ...Object.fromEntries(
    [-1, 1.5, 1e21, Number.MAX_SAFE_INTEGER, null, 'two', '3', [], {}, true].map((count) => [
      `the count ${JSON.stringify(count)}`,
      (seal: unknown) => ({ ...Object(seal), count }),
    ]),
  ),
  'no count': (seal) => ({ ...Object(seal), count: undefined }),
  'no seal': () => undefined,
  'null for a seal': () => null,
  'a text for a seal': () => 'sealed',
  'a number for a seal': () => 3,
  'no hash': (seal) => ({ ...Object(seal), hash: undefined }),
};

describe('a document with a seal that somebody edited', () => {
  afterEach(closeOffices);

  for (const [name, edit] of Object.entries(seals)) {
    it(`is written all the same, and nothing hangs: ${name}`, async () => {
      const office = anOffice();
      await office.file(registration, '1', sanne);
      for (const id of [number, 'front-desk'])
        replaceInFile(office.path, id, (whole) => ({ ...whole, seal: edit(whole.seal) }));
      await compareWithHeads(office);
      for (let written = 0; written < 2; written++) {
        await office.execute(addNote());
        await office.setAbsence(fatima, { from: '2026-05-01', until: addDays('2026-05-02', written) });
      }
      const taken = await office.file(registration, '2', sanne);
      assert.equal(taken.id, 'K-2026-0002');
      await office.sweepAt('2026-04-01T10:05');
      const dossier = await office.dossier(number);
      assert.equal(dossier?.journal.filter(({ type }) => type === 'note-added').length, 2);
      if (name !== 'no seal')
        assert(office.logged.some((line) => line.includes('changed outside the register')));
    });
  }
});

describe('what conflicts for ever', () => {
  it('ends, has written nothing, and lets others be served meanwhile', async () => {
    let served = 0;
    const others = setInterval(() => (served += 1), 1);
    const work = () => Promise.reject(new Conflict('front-desk'));
    await assert.rejects(retryOnConflict(work), (error) => error instanceof Unwritten);
    clearInterval(others);
    assert(served > 10);
  });

  it('and what fails otherwise is not tried again', async () => {
    let tries = 0;
    const work = () => {
      tries += 1;
      return Promise.reject(new RangeError());
    };
    await assert.rejects(retryOnConflict(work), RangeError);
    assert.equal(tries, 1);
  });
});
