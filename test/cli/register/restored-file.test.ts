import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { registration } from '../../procedure/asked.ts';
import { sanne } from '../../procedure/people.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';
import {
  afterTheCopy,
  beforeTheCopy,
  commandsUnder,
  done,
  goesOn,
  keepsDocuments,
  marker,
  placeForEach,
  resumed,
  startsAnew,
  typed,
  withDocuments,
} from './a-rehearsal.ts';

describe('a backup of a SQLite register that is put back', () => {
  const place = placeForEach();

  it('goes on after the last number, without what was erased since, as the page says, and so after a second loss', async () => {
    const [backup = '', ...putBack] = commandsUnder('Een bestand van SQLite');
    const file = place.there('data/klachten.db');
    mkdirSync(place.there('data'));
    const office = anOffice({ file });
    await beforeTheCopy(office);
    const contents = await withDocuments(office);
    await done(backup, place.path);
    await done('mkdir bewaard && cp -r kopie-* bewaard/', place.path);
    await afterTheCopy(office);
    await office.store.close();

    for (const line of putBack.slice(0, -3)) await done(line, place.path);
    assert(readFileSync(file).includes(marker));
    await resumed(putBack.slice(-3), place.path);
    const restored = anOffice({ file, now: '2026-04-02T10:00' });
    await goesOn(restored, restored.bare);
    await keepsDocuments(restored, contents);
    await closeOffices();
    await startsAnew(place.path);
    for (const part of [file, `${file}-wal`])
      if (existsSync(part)) assert(!readFileSync(part).includes(marker));

    // Lost once more: the same old copy is put back, with what stood beside the register that was lost now.
    const copies = ['', '.heads', '.documents'].map((end) => `"$(date +%F)".db${end}`);
    renameSync(place.there('weggezet'), place.there('weggezet-eerder'));
    for (const name of copies) await done(`cp -r bewaard/kopie-${name} kopie-${name}`, place.path);
    for (const line of putBack.slice(0, -3)) await done(line, place.path);
    assert(readFileSync(file).includes(marker));
    const [, resume = '', verify = ''] = putBack.slice(-3);
    const { code, out, err } = await typed(resume, place.path);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, '2026: de nummers gaan verder na 5.\nOpnieuw gewist: K-2026-0001.\n');
    assert.match((await typed(verify, place.path)).out, /alles klopt/);
    const again = anOffice({ file, now: '2026-04-03T10:00' });
    assert.equal((await again.file(registration, 'six', sanne)).complaint.number, 'K-2026-0006');
    await closeOffices();
    for (const part of [file, `${file}-wal`])
      if (existsSync(part)) assert(!readFileSync(part).includes(marker));
  });
});
