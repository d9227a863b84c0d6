import { deflateRawSync } from 'node:zlib';

/** Contents of documents as they come in: the beginning of each kind as programs write it, and no more. */

/** Passes a content in pieces of at most so many bytes. */
export async function* inPieces(content: Uint8Array | string, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Makes a ZIP of those files, compressed unless it is the type of OpenDocument. */
export function anArchive(files: Record<string, string | Buffer>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const raw = Buffer.from(text);
    const isStored = name === 'mimetype';
    const data = isStored ? raw : deflateRawSync(raw, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(at, 12);
    const written = [Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data];
    local.push(...written);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), fields, entry.subarray(2), Buffer.from(name));
    at += written.reduce((sum, part) => sum + part.length, 0);
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, list, end]);
}

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

const types = '[Content_Types].xml';
const filler = 'x'.repeat(4000);

/** A document of each kind. */
export const ofEachKind: Record<string, Buffer> = {
  pdf: bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n', filler, '\n%%EOF\n'),
  docx: anArchive({ [types]: '<Types/>', '_rels/.rels': '<r/>', 'word/document.xml': filler }),
  xlsx: anArchive({ '_rels/.rels': '<r/>', 'xl/workbook.xml': filler, [types]: '<Types/>' }),
  odt: anArchive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': filler }),
  txt: Buffer.from(
    'Geachte heer Brouwer,\r\n\r\nIk heb een klacht: er is drie weken niet gebeld. € 12,50.\r\n',
  ),
  eml: Buffer.from(
    'From: Van Dam <vandam@example.nl>\r\nTo: klachten@example.nl\r\nSubject: Klacht\r\n\r\nDag.\r\n',
  ),
  msg: bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', Array(500).fill(0), filler),
  jpg: bytes('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00H\x00H\x00\x00', filler),
  png: bytes(
    '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR',
    Array(17).fill(1),
    '\x00\x00\x00\x08IDATabcdefgh1234',
    filler,
  ),
  heic: bytes('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', filler),
  mp3: bytes('ID3\x04\x00\x00\x00\x00\x0f\x76', Array(4000).fill(0)),
  m4a: bytes('\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00M4A mp42', filler),
};
