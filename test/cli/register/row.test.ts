import assert from 'node:assert/strict';
import { sealedStore } from '../../../src/register/integrity/sealed-store.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { asking, registration, wednesday } from '../../procedure/asked.ts';
import { fatima, ingrid, joris, sanne } from '../../procedure/people.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';
import { cosmosPeer, storeAt } from '../../store/cosmos-peer.ts';
import { running } from './a-command.ts';

const ask = asking(wednesday);

const run = running('row');

const found = (number: string) => ({ code: 0, out: `${number}\n`, err: '' });

/** Files two complaints, and returns the code of the second. */
async function codeOfTheSecond(office: ReturnType<typeof anOffice>): Promise<string> {
  await office.file({ ...registration, respondents: [ingrid] }, '1', sanne);
  await office.file({ ...registration, respondents: [joris] }, '2', sanne);
  const [row] = (await office.rows('2026', ingrid)).rows;
  return row?.code ?? assert.fail();
}

describe('the number behind a code of the list for an auditor', () => {
  afterEach(closeOffices);

  it('is named, however the code is typed, also once it is erased; and of two complaints with one code both', async () => {
    const office = anOffice();
    const code = await codeOfTheSecond(office);
    const env = { STORE: `sqlite:${office.path}` };
    assert.deepEqual(await run(env, code), found('K-2026-0002'));
    const [one = '', two = ''] = code.toLowerCase().split('-');
    assert.deepEqual(await run(env, one, two), found('K-2026-0002'));
    const number = 'K-2026-0002';
    await office.execute(ask.withdraw({ number }));
    await office.execute(ask.requestErasure({ number }));
    await office.execute(ask.answerErasure({ number, by: fatima }));
    assert.ok((await office.dossier(number))?.complaint.erased);
    assert.deepEqual(await run(env, `${one}${two}`), found(number));
    const { document } = (await office.bare.read(number)) ?? assert.fail();
    await office.bare.write({ ...(document as Dossier), id: 'K-2026-0009' }, undefined);
    assert.deepEqual(await run(env, code), found('K-2026-0002\nK-2026-0009'));
  });

  it('is said plainly not to be there', async () => {
    const office = anOffice();
    await codeOfTheSecond(office);
    const env = { STORE: `sqlite:${office.path}` };
    assert.deepEqual(await run(env, 'AAAA-AAAA'), {
      code: 1,
      out: '',
      err: 'Geen klacht in dit register heeft de code AAAA-AAAA.\n',
    });
    assert.deepEqual(await run(env, 'K-2026-0001'), {
      code: 1,
      out: '',
      err: '“K-2026-0001” is geen code van een registerlijst. Een code heeft acht letters en cijfers: ABCD-EFGH.\n',
    });
    const without = await run(env);
    assert.equal(without.code, 1);
    assert.match(without.err, /row CODE/);
  });

  it('is found in Cosmos DB as well', async () => {
    const peer = await cosmosPeer();
    try {
      const store = storeAt(peer.url, 'klachten');
      const code = await codeOfTheSecond(anOffice({ between: (_, log) => sealedStore(store, { log }) }));
      const env = { STORE: 'cosmos', COSMOS_ENDPOINT: peer.url, COSMOS_KEY: 'a2V5' };
      assert.deepEqual(await run(env, code), found('K-2026-0002'));
      await closeOffices();
    } finally {
      await peer.close();
    }
  });
});
