import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertNew, assertNoPartOf } from '../../../src/cli/register/files.ts';
import { aFolder } from '../../a-folder.ts';
import { anOffice } from '../../register/an-office.ts';
import { beforeTheCopy, done, placeForEach, typed, withDocuments } from './a-rehearsal.ts';

/** What stands beside a register, by how its name ends. */
const ends = ['', '-wal', '-shm', '-journal', '.heads', '.heads.partial', '.documents'];

describe('a file that a command of the register writes', () => {
  let there: (name: string) => string;
  let remove: () => void;
  beforeEach(() => {
    const folder = aFolder();
    remove = folder.remove;
    there = (name) => join(folder.path, name);
    mkdirSync(there('data'));
    symlinkSync('data', there('link'));
    writeFileSync(there('data/klachten.db'), 'a register');
    symlinkSync('data/klachten.db', there('here.db'));
  });
  afterEach(() => remove());

  const spelled = (end: string) => [
    `data/klachten.db${end}`,
    `./data/../data/./klachten.db${end}`,
    `link/klachten.db${end}`,
    `data/KLACHTEN.db${end}`,
  ];

  it('is no part of the register, whether that part is there or not, and however either is spelled', () => {
    for (const path of ['data/klachten.db', 'link/klachten.db', 'here.db'])
      for (const end of ends)
        for (const name of spelled(end))
          assert.throws(
            () => assertNew(there(name), [{ kind: 'sqlite', path: there(path) }]),
            /kies een andere naam/,
            `${name} of ${path}`,
          );
    // What comes with it is no part of it either.
    const one = { kind: 'sqlite', path: there('data/k.documents') } as const;
    assert.throws(() => assertNew(there('link/k'), [one]), /hoort bij het register zelf/);
    assert.doesNotThrow(() => assertNew(there('data/kopie.db'), [one]));
  });

  it('replaces nothing, nor what comes with it, and no link that leads nowhere', () => {
    for (const end of [...ends, '.partial', '.partial-wal', '.documents.partial']) {
      const name = there(`kopie.db${end}`);
      symlinkSync('nowhere', name);
      assert.throws(() => assertNew(there('kopie.db'), []), /bestaat al[;,].* kies een andere naam/, name);
      rmSync(name);
    }
    assert.doesNotThrow(() => assertNew(there('kopie.db'), []));
    assert.throws(() => assertNew(there('nergens/kopie.db'), []), /de map .*nergens is er niet/);
  });

  it('is of another register only where that has no part of the first', () => {
    const of = (name: string) => ({ kind: 'sqlite', path: there(name) }) as const;
    for (const end of ends.slice(1))
      for (const name of spelled(end))
        assert.throws(() => assertNoPartOf(of('data/klachten.db'), of(name)), /kies een andere naam/, name);
    for (const name of ['data/klachten.db', 'link/klachten.db', 'data/nieuw.db'])
      assert.doesNotThrow(() => assertNoPartOf(of('data/klachten.db'), of(name)));
  });
});

describe('the register that a command works on', () => {
  const place = placeForEach();

  it('stays as it is where its own name is given for the copy', async () => {
    mkdirSync(place.there('data'));
    const office = anOffice({ file: place.there('data/klachten.db') });
    await beforeTheCopy(office);
    await withDocuments(office);
    await office.store.close();
    const contents = () =>
      readdirSync(place.there('data'), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'base64')]);
    const before = contents();
    for (const command of [
      'export data/klachten.db',
      'export data/klachten.db-wal',
      'backup data/../data/klachten.db',
      'copy sqlite:data/klachten.db sqlite:./data/klachten.db.heads',
    ]) {
      const { code, err } = await typed(`npm run -s register -- ${command}`, place.path);
      assert.deepEqual([code, /kies een andere naam/.test(err)], [1, true], `${command}: ${err}`);
      assert.deepEqual(contents(), before, command);
    }
    await done('npm run -s register -- verify', place.path);
  });
});
