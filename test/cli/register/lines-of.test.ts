import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../src/cli/register/files.ts';

async function lines(pieces: string[]): Promise<string[]> {
  const found: string[] = [];
  const text = async function* () {
    yield* pieces;
  };
  for await (const line of linesOf(text())) found.push(line);
  return found;
}

describe('the lines of a text', () => {
  it('are the same, however the text is cut in pieces', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string().map((text) => text.replaceAll('\n', ''))),
        fc.array(fc.nat(200)),
        async (expected, cuts) => {
          const text = expected.map((line) => `${line}\n`).join('');
          const places = [0, ...cuts.filter((cut) => cut < text.length), text.length].sort((a, b) => a - b);
          const pieces = places.slice(1).map((end, i) => text.slice(places[i], end));
          assert.deepEqual(await lines(pieces), expected);
        },
      ),
    ));

  it('end at a line feed only, and the last one needs none', async () => {
    assert.deepEqual(await lines(['a\u2028b\r\u2029c\nd']), ['a\u2028b\r\u2029c', 'd']);
    assert.deepEqual(await lines([]), []);
  });
});
