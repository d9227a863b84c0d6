import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealedStore } from '../../../src/register/integrity/sealed-store.ts';
import { aFolder } from '../../a-folder.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';
import { cosmosPeer, storeAt } from '../../store/cosmos-peer.ts';
import { afterTheCopy, beforeTheCopy, command, goesOn, resumed } from './a-rehearsal.ts';

describe('an export of a register in Cosmos DB that is imported into another account', () => {
  let folder: ReturnType<typeof aFolder>;
  beforeEach(() => {
    folder = aFolder();
  });
  afterEach(async () => {
    await closeOffices();
    folder.remove();
  });

  it('goes on after the last number in the log, without what was erased since', async () => {
    const lost = await cosmosPeer();
    const place = (url: string) => ({ STORE: 'cosmos', COSMOS_ENDPOINT: url, COSMOS_KEY: 'a2V5' });
    const officeAt = (url: string) =>
      anOffice({ between: (_, log) => sealedStore(storeAt(url, 'klachten'), { log }) });
    const office = officeAt(lost.url);
    try {
      await beforeTheCopy(office);
      assert.equal((await command(folder.path, place(lost.url), 'export', 'export.jsonl')).code, 0);
      await afterTheCopy(office);
    } finally {
      await office.store.close();
      await lost.close();
    }
    // The log of production is a line of JSON an entry; that of an office in a test has its words before that.
    const lines = office.logged.map((line) => line.slice(line.indexOf('{')));
    writeFileSync(join(folder.path, 'log.jsonl'), `${lines.join('\n')}\n`);

    const other = await cosmosPeer();
    try {
      assert.equal((await command(folder.path, place(other.url), 'import', 'export.jsonl')).code, 0);
      await resumed(folder.path, place(other.url), 'log.jsonl');
      const restored = officeAt(other.url);
      const store = storeAt(other.url, 'klachten');
      await goesOn(restored, store);
      await Promise.all([restored.store.close(), store.close()]);
    } finally {
      await other.close();
    }
  });
});
