import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { sealedStore } from '../../../src/register/integrity/sealed-store.ts';
import { anOffice } from '../../register/an-office.ts';
import { cosmosPeer, storeAt } from '../../store/cosmos-peer.ts';
import {
  afterTheCopy,
  beforeTheCopy,
  commandsUnder,
  done,
  goesOn,
  placeForEach,
  resumed,
  startsAnew,
  typed,
} from './a-rehearsal.ts';

describe('an export of a register in Cosmos DB that is imported into another account', () => {
  const place = placeForEach();

  const settings = (url: string) => ({ STORE: 'cosmos', COSMOS_ENDPOINT: url, COSMOS_KEY: 'a2V5' });
  const officeAt = (url: string) =>
    anOffice({ between: (_, log) => sealedStore(storeAt(url, 'klachten'), { log }) });

  it('goes on after the last number in the log, without what was erased since, as the page says', async () => {
    const lost = await cosmosPeer();
    const office = officeAt(lost.url);
    try {
      await beforeTheCopy(office);
      await done('npm run -s register -- export export.jsonl', place.path, settings(lost.url));
      await afterTheCopy(office);
    } finally {
      await office.store.close();
      await lost.close();
    }
    // The log of production is a line of JSON an entry; that of an office in a test has its words before that.
    const lines = office.logged.map((line) => line.slice(line.indexOf('{')));
    writeFileSync(place.there('log.jsonl'), `${lines.join('\n')}\n`);

    const other = await cosmosPeer();
    try {
      await done('npm run -s register -- import export.jsonl', place.path, settings(other.url));
      const commands = commandsUnder('Cosmos DB').filter((line) => line.startsWith('npm'));
      await resumed(commands, place.path, settings(other.url));
      const restored = officeAt(other.url);
      const store = storeAt(other.url, 'klachten');
      await goesOn(restored, store);
      await Promise.all([restored.store.close(), store.close()]);
      await startsAnew(place.path, settings(other.url));
      // Numbers that are only in the log: nothing has the dossiers of the account that was lost first.
      const logged = restored.logged.filter((line) => line.includes('"front-desk"')).at(-1) ?? '';
      writeFileSync(place.there('log.jsonl'), `${logged.slice(logged.indexOf('{'))}\n`);
    } finally {
      await other.close();
    }
    const third = await cosmosPeer();
    try {
      await done('npm run -s register -- import export.jsonl', place.path, settings(third.url));
      const [, resume = ''] = commandsUnder('Cosmos DB').filter((line) => line.startsWith('npm'));
      const { out } = await typed(resume, place.path, settings(third.url));
      assert.match(out, /2026: de nummers gaan verder na 4\./);
    } finally {
      await third.close();
    }
  });
});
