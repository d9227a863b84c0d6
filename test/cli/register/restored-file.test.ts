import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
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
  withDocuments,
} from './a-rehearsal.ts';

describe('a backup of a SQLite register that is put back', () => {
  const place = placeForEach();

  it('goes on after the last number, without what was erased since, as the page says', async () => {
    const [backup = '', ...putBack] = commandsUnder('Een bestand van SQLite');
    const file = place.there('data/klachten.db');
    mkdirSync(place.there('data'));
    const office = anOffice({ file });
    await beforeTheCopy(office);
    const contents = await withDocuments(office);
    await done(backup, place.path);
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
  });
});
