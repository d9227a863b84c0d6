import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** The places that the letterhead fills in, written {{brief}} in it; letters/README.md explains them. */
const places = [
  'postadres Ballance',
  'e-mail Ballance',
  'telefoon Ballance',
  'privacyverklaring',
  'klachtenregeling',
  'nummer',
  'geadresseerde',
  'vandaag',
  'onderwerp',
  'brief',
] as const;

export type Place = (typeof places)[number];

/** The letterhead: its bytes, the places in it, and the ids of the styles for parts of a letter, as far as it has them. */
export type Letterhead = { file: Buffer; has: ReadonlySet<string>; styles: Styles };

/** "Lijst opsom.teken", "Lijstnummering", "Afsluiting" and "Handtekening", by the names that they have in every Word. */
type Styles = Partial<Record<'list bullet' | 'list number' | 'closing' | 'signature', string>>;

/**
 * Reads the letterhead letters/<name>. Throws if it is no Word file, has no place for the letter or asks for what no letter knows, so
 * that the bot does not start instead of sending a letter with a hole.
 */
export function letterheadIn(name: string): Letterhead {
  const file = `letters/${name}`;
  try {
    return letterhead(readFileSync(new URL(`../../${file}`, import.meta.url)));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Checks the bytes of a letterhead, whatever program saved it. */
export function letterhead(file: Buffer): Letterhead {
  const parts = partsOf(file);
  const paragraphs = paragraphsIn(parts.get('word/document.xml') ?? '');
  const all = [...parts.values()].flatMap(paragraphsIn);
  const has = new Set(
    all.flatMap((text) => [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name.trim())),
  );
  const unknown = [...has].filter((name) => !places.some((place) => place === name));
  if (unknown.length > 0) throw new Error(`names what no letter knows: ${unknown.join(', ')}`);
  const bodies = all.filter((text) => /\{\{\s*brief\s*\}\}/.test(text));
  if (bodies.length === 0) throw new Error('has no {{brief}}, the place for the text of the letter');
  if (bodies.length > 1 || !paragraphs.some((text) => /^\s*\{\{\s*brief\s*\}\}\s*$/.test(text)))
    throw new Error('must have {{brief}} once, on a line of its own, and not in a header or footer');
  const styles = stylesIn(parts.get('word/styles.xml') ?? '');
  return { file, has, styles };
}

/** Reads the text of each paragraph; Word splits a place over several runs. */
const paragraphsIn = (xml: string): string[] =>
  (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []).map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );

/** Finds the ids of the styles, which differ between languages of Word. A style for bullets that draws none is none. */
function stylesIn(xml: string): Styles {
  const found = (xml.match(/<w:style .*?<\/w:style>/gs) ?? []).flatMap((style) => {
    const name = /<w:name w:val="([^"]*)"/.exec(style)?.[1]?.toLowerCase() ?? '';
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    return name !== 'list bullet' || style.includes('<w:numPr>') ? [[name, id]] : [];
  });
  return Object.fromEntries(found);
}

/** Unpacks the XML parts that stand in word/. */
function partsOf(file: Buffer): Map<string, string> {
  try {
    const files = [...filesIn(file)].filter(([name]) =>
      /^word\/(?:document|styles|(?:head|foot)(?:er|notes)\d*)\.xml$/.test(name),
    );
    const parts = new Map(files.map(([name, read]) => [name, read().toString('utf8')]));
    if (parts.has('word/document.xml')) return parts;
  } catch {}
  throw new Error('is no Word file (.docx), is damaged, or has a password');
}

/** Lists the files of a zip archive by its directory; each is unpacked when it is read. */
export function* filesIn(archive: Buffer): Generator<[name: string, read: () => Buffer]> {
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const isStored = archive.readUInt16LE(at + 10) === 0;
    const size = archive.readUInt32LE(at + 20);
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + size);
    yield [archive.toString('utf8', at + 46, nameEnd), () => (isStored ? packed : inflateRawSync(packed))];
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}
