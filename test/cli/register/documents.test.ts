import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsPath } from '../../../src/store/documents-folder.ts';
import { anOffice } from '../../register/an-office.ts';
import { beforeTheCopy, done, placeForEach, typed, withDocuments } from './a-rehearsal.ts';

const verify = 'npm run -s register -- verify';

describe('the documents of a register on the command line', () => {
  const place = placeForEach();
  let file: string;

  beforeEach(async () => {
    file = place.there('data/klachten.db');
    mkdirSync(place.there('data'));
    const office = anOffice({ file });
    await beforeTheCopy(office);
    await withDocuments(office);
    await office.store.close();
  });

  const kept = (name = 'data/klachten.db') => {
    const folder = documentsPath(place.there(name));
    return existsSync(folder) ? readdirSync(folder).map((id) => join(folder, id)) : [];
  };

  it('are verified one by one: what is missing and what is another is named, by its place in the dossier', async () => {
    await done(verify, place.path);
    const [one = '', other = ''] = kept();
    writeFileSync(one, 'iets anders');
    rmSync(other);
    const { code, err } = await typed(verify, place.path);
    assert.equal(code, 1);
    assert.match(err, /^K-2026-000[12]: document 1 van dit dossier is niet waar het hoort te staan/m);
    assert.match(err, /^K-2026-000[12]: document 1 van dit dossier is niet wat er is bewaard/m);
    const { err: without } = await typed(verify, place.path, { DOCUMENTS: 'none' });
    assert.equal(without, err);
  });

  it('go with an export, for their owner only, and an export that lacks one is refused whole', async () => {
    await done('npm run -s register -- export export.jsonl', place.path);
    const out = kept('export.jsonl');
    assert.equal(out.length, 2);
    for (const path of out) assert.equal(statSync(path).mode & 0o777, 0o600);
    const again = await typed('npm run -s register -- export export.jsonl', place.path);
    assert.match(again.err, /export\.jsonl bestaat al; kies een andere naam/);
    assert.deepEqual(kept('export.jsonl'), out);
    const env = { STORE: 'sqlite:data/nieuw.db' };
    const [one = ''] = out;
    writeFileSync(one, 'iets anders');
    const refused = await typed('npm run -s register -- import export.jsonl', place.path, env);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /Geweigerd: K-2026-000[12]: document 1 .*Er is niets geschreven/s);
    assert.deepEqual(kept('data/nieuw.db'), []);
    await done('npm run -s register -- export whole.jsonl', place.path);
    await done('npm run -s register -- import whole.jsonl', place.path, env);
    assert.equal(kept('data/nieuw.db').length, 2);
    await done(verify, place.path, env);
  });

  it('are copied with a register, or nothing is where there is no place for them', async () => {
    await done('npm run -s register -- copy sqlite:data/klachten.db sqlite:data/nieuw.db', place.path);
    await done(verify, place.path, { STORE: 'sqlite:data/nieuw.db' });
    const none = { DOCUMENTS: 'none' };
    const copy = 'npm run -s register -- copy sqlite:data/klachten.db sqlite:data/leeg.db';
    const { code, err } = await typed(copy, place.path, none);
    assert.equal(code, 1);
    assert.match(err, /er is geen plaats voor: zet DOCUMENTS.*Er is niets geschreven/s);
  });

  it('go with a backup, which verifies by itself', async () => {
    await done('npm run -s register -- backup kopie.db', place.path);
    assert.equal(kept('kopie.db').length, 2);
    await done(verify, place.path, { STORE: 'sqlite:kopie.db' });
  });
});
