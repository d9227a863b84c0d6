import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Damaged, documentsIn, exported } from '../../src/register/export.ts';
import type { Document, Dossier } from '../../src/register/model/dossier.ts';
import { aFilledOffice, contentOf } from './a-register.ts';
import { closeOffices } from './an-office.ts';

const at = '2026-04-07T10:00:00.000Z';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const written = (documents: Document[]) => collected(exported(each(documents), at));
const read = (lines: string[]) => collected(documentsIn(each(lines)));

describe('an export of the register', () => {
  let documents: Document[];
  let lines: string[];

  before(async () => {
    documents = await contentOf((await aFilledOffice()).store);
    lines = await written(documents);
    await closeOffices();
  });

  it('gives every document back as it was', async () => {
    assert.equal(documents.length, 7);
    assert.deepEqual(await read(lines), documents);
  });

  it('is one line a document, between a header and a trailer with the last hash of every journal', async () => {
    assert.deepEqual(JSON.parse(lines[0] ?? ''), { format: 'klachtenregister', version: 1, exportedAt: at });
    assert.deepEqual(
      lines.slice(1, -1).map((line) => JSON.parse(line).id),
      documents.map(({ id }) => id),
    );
    const { kind, sha256, heads, ...counts } = JSON.parse(lines.at(-1) ?? '');
    assert.equal(kind, 'end');
    assert.match(sha256, /^[0-9a-f]{64}$/);
    assert.deepEqual(counts, { documents: 7, dossiers: 3 });
    const dossiers = documents.filter((one): one is Dossier => one.kind === 'dossier');
    assert.deepEqual(
      heads,
      Object.fromEntries(dossiers.map(({ id, journal }) => [id, journal.at(-1)?.hash])),
    );
  });

  it('may be of an empty register', async () => assert.deepEqual(await read(await written([])), []));

  it('has no line feed inside a line, whatever is written in it', () => {
    assert(lines.every((line) => !line.includes('\n')));
  });

  it('is refused when it stops before its end, wherever', async () => {
    for (let length = 0; length < lines.length; length += 1) {
      await assert.rejects(read(lines.slice(0, length)), Damaged);
      const half = (lines[length] ?? '').slice(0, 50);
      await assert.rejects(read([...lines.slice(0, length), half]), Damaged);
    }
  });

  it('is refused when a line is missing, is there twice, or has changed places', async () => {
    for (let i = 1; i < lines.length - 1; i += 1) {
      await assert.rejects(read(lines.toSpliced(i, 1)), /past niet bij de controlesom/);
      await assert.rejects(read(lines.toSpliced(i, 0, lines[i] ?? '')), /past niet bij de controlesom/);
    }
    await assert.rejects(
      read(lines.with(1, lines[2] ?? '').with(2, lines[1] ?? '')),
      /past niet bij de controlesom/,
    );
    await assert.rejects(read([...lines, lines[1] ?? '']), /regel 10 komt na het einde/);
  });

  it('is refused when any character of it is another', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (line, place) => {
        const which = line % lines.length;
        const text = lines[which] ?? '';
        const index = place % text.length;
        const changed = text.slice(0, index) + (text[index] === '7' ? '8' : '7') + text.slice(index + 1);
        await assert.rejects(async () => {
          const result = await read(lines.with(which, changed));
          // Only fields of the trailer besides the totals may change unnoticed.
          assert(which === lines.length - 1);
          assert.deepEqual(result, documents);
          throw new Damaged('not in what it holds');
        }, Damaged);
      }),
      { numRuns: 300 },
    ));

  it('is refused when its trailer names another journal than it holds', async () => {
    const trailer = JSON.parse(lines.at(-1) ?? '');
    const heads = { ...trailer.heads, 'K-2026-0002': trailer.heads['K-2026-0001'] };
    const forged = JSON.stringify({ ...trailer, heads });
    await assert.rejects(read(lines.with(-1, forged)), /het journaal van K-2026-0002 past niet/);
    const { 'K-2026-0003': _, ...fewer } = trailer.heads;
    await assert.rejects(
      read(lines.with(-1, JSON.stringify({ ...trailer, heads: fewer }))),
      /het journaal van K-2026-0003 past niet/,
    );
  });

  it('is refused when it is something else, or of another version', async () => {
    for (const other of ['PK\u0003\u0004', '{}', '[]', 'null', '"klachtenregister"', '']) {
      await assert.rejects(read([other]), /geen export van een klachtenregister/);
    }
    const header = { ...JSON.parse(lines[0] ?? ''), version: 2 };
    await assert.rejects(read(lines.with(0, JSON.stringify(header))), /versie 2; .* alleen versie 1/);
  });

  it('is refused when a line is no document, though everything adds up', async () => {
    const wrong = [
      { kind: 'note', id: 'x' },
      { kind: 'memo', id: 7 },
      { kind: 'memo', id: '' },
      { kind: 'dossier', id: 'K-2026-0009', journal: [], outbox: {}, complaint: {} },
      { kind: 'dossier', id: 'K-2026-0009', journal: [], outbox: [], complaint: 'x' },
      { kind: 'bulletin', id: 'digest/2026-04-01' },
    ];
    for (const one of wrong) {
      const all = await written([one as never]);
      await assert.rejects(read(all), /regel 2 is geen document/);
    }
  });
});
