import { mkdirSync } from 'node:fs';
import { anOffice, closeOffices } from '../../register/an-office.ts';
import {
  afterTheCopy,
  beforeTheCopy,
  commandsUnder,
  done,
  goesOn,
  keepsDocuments,
  placeForEach,
  resumed,
  startsAnew,
  withDocuments,
} from './a-rehearsal.ts';

describe('an export that is imported after everything was lost', () => {
  const place = placeForEach();

  it('goes on after the last number, without what was erased since, as the page says', async () => {
    const [exporting = ''] = commandsUnder('Een export maken', 'export-en-controle');
    const [putBack = '', ...others] = commandsUnder('Een export');
    const file = place.there('data/klachten.db');
    mkdirSync(place.there('data'));
    const office = anOffice({ file });
    await beforeTheCopy(office);
    const contents = await withDocuments(office);
    await done(exporting, place.path);
    await afterTheCopy(office);
    await office.store.close();

    await done('mkdir weggezet && mv data/klachten.db* weggezet/', place.path);
    await done(putBack, place.path);
    await resumed(others, place.path);
    const restored = anOffice({ file, now: '2026-04-02T10:00' });
    await goesOn(restored, restored.bare);
    await keepsDocuments(restored, contents);
    await closeOffices();
    await startsAnew(place.path);
  });
});
