import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listOf, text } from '../../src/register/model/checks.ts';
import { readMemo, writeMemo } from '../../src/register/model/memo.ts';
import { Conflict, type Store } from '../../src/register/model/store.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from './cosmos-peer.ts';
import { type Fault, faultProxy, passing } from './fault-proxy.ts';

/** The faults of the requests of both writers, one after another; after these there are none. */
type Weather = (Fault | undefined)[];

const list = { id: 'list/of both', check: listOf(text) };
const refusals = [409, 412].flatMap((answer): Fault[] => [
  { when: 'before', answer },
  { when: 'after', answer },
]);
const weather: fc.Arbitrary<Weather> = fc.array(fc.constantFrom(undefined, ...passing, ...refusals), {
  maxLength: 12,
});

describe('two writers of one document, whatever befalls their requests', () => {
  let peer: CosmosPeer;

  before(async () => {
    peer = await cosmosPeer();
  });

  after(() => peer.close());

  /**
   * Adds the lines one by one. Who is answered, or told of a conflict, relies on that; who is told of a fault looks
   * whether their line is there.
   */
  async function addLines(store: Store, lines: string[]): Promise<void> {
    let known: Awaited<ReturnType<typeof readMemo<string[]>>> | undefined;
    for (const line of lines) {
      for (let done = false, doubt = false; !done; ) {
        try {
          known ??= await readMemo(store, list);
          const { content = [], etag } = known;
          if (!doubt || !content.includes(line)) {
            const longer = [...content, line];
            known = { content: longer, etag: await writeMemo(store, list, longer, etag) };
          }
          done = true;
        } catch (error) {
          known = undefined;
          doubt ||= !(error instanceof Conflict);
        }
      }
    }
  }

  async function written(faults: Weather): Promise<string[]> {
    const database = newDatabase();
    const proxies = await Promise.all([faultProxy(peer.url), faultProxy(peer.url)]);
    const writers = proxies.map(({ url, endOfTry }) => storeAt(url, database, { endOfTry }));
    await Promise.all(writers.map((store) => store.check()));
    const coming = [...faults];
    for (const proxy of proxies) proxy.fault = () => coming.shift();
    await Promise.all(
      writers.map((store, i) =>
        addLines(
          store,
          [1, 2, 3].map((line) => `${i}/${line}`),
        ),
      ),
    );
    const { content = [] } = writers[0] ? await readMemo(writers[0], list) : {};
    await Promise.all(writers.map((store) => store.close()));
    await Promise.all(proxies.map((proxy) => proxy.close()));
    return content;
  }

  it('lose no line of either, and write none twice', () =>
    fc.assert(
      // Many at the same time, because most of it is waiting.
      fc.asyncProperty(fc.array(weather, { minLength: 20, maxLength: 20 }), async (many) => {
        for (const content of await Promise.all(many.map(written)))
          assert.deepEqual(content.toSorted(), ['0/1', '0/2', '0/3', '1/1', '1/2', '1/3']);
      }),
      { numRuns: 2, endOnFailure: true },
    ));
});
