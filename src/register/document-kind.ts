import { fileTypeFromBuffer } from 'file-type';
import { type DocumentKind, documentKinds } from '../procedure/model/document.ts';

/**
 * Decides what kind of document a content is, from its first and its last bytes. Nothing is opened, converted or unpacked: of an
 * archive only the list of names is read.
 */

/** How many bytes of the beginning and of the end are kept to decide by. */
const endBytes = 128 * 1024;

/** What a content looks like, gathered while it passes by. */
export type Look = {
  see(piece: Uint8Array): void;
  /** Finds the kind; undefined where it is none that is kept. `named`: what it was called, which decides where the content cannot. */
  kind(named: string): Promise<DocumentKind | undefined>;
};

/** Looks at a content that passes by. */
export function looking(): Look {
  let first = Buffer.alloc(0);
  let last = Buffer.alloc(0);
  let isText = true;
  let wide: ReturnType<typeof wideText> | undefined;
  return {
    see(piece) {
      if (first.length === 0) wide = wideText(piece);
      wide?.see(piece);
      if (first.length < endBytes) first = Buffer.concat([first, piece.subarray(0, endBytes - first.length)]);
      last = Buffer.concat([last, piece.subarray(-endBytes)]).subarray(-endBytes);
      isText &&= isWritten(piece);
    },
    // Asks this first: a sound of a kind that is not kept begins with the same two bytes.
    kind: async (named) => (wide?.isText() ? 'txt' : kindOf(first, last, isText, named)),
  };
}

/** The control characters that no text holds: all but tab, line ends and page ends. In Latin-1 and UTF-8 the rest may be text. */
const unwritten = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d].includes(byte)) || byte === 0x7f ? 1 : 0,
);

/** Tells whether a content that begins as UTF-16 does, as a Windows notepad saves it, is text to its end; undefined for any other. */
function wideText(piece: Uint8Array) {
  const [one, two] = piece;
  const label =
    one === 0xff && two === 0xfe ? 'utf-16le' : one === 0xfe && two === 0xff ? 'utf-16be' : undefined;
  if (!label) return undefined;
  const decoder = new TextDecoder(label, { fatal: true });
  let isText = true;
  const see = (part: Uint8Array, stream = true) => {
    try {
      const text = decoder.decode(Buffer.from(part), { stream });
      isText &&= ![...text].some((sign) => unwritten[sign.charCodeAt(0)] === 1);
    } catch {
      isText = false;
    }
  };
  return {
    see,
    isText(): boolean {
      see(Buffer.alloc(0), false);
      return isText;
    },
  };
}

/** Tells whether all of it may be text. A plain loop: it is asked of every byte that comes in. */
function isWritten(piece: Uint8Array): boolean {
  for (let at = 0; at < piece.length; at += 1) if (unwritten[piece[at] ?? 0] === 1) return false;
  return true;
}

async function kindOf(
  first: Buffer,
  last: Buffer,
  isText: boolean,
  named: string,
): Promise<DocumentKind | undefined> {
  if (beginsWith(first, 'PK\x03\x04')) return kindOfArchive(first, last);
  // What is compressed would be unpacked to see what is in it.
  if (beginsWith(first, '\x1f\x8b')) return undefined;
  if (beginsWith(first, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return /\.msg$/i.test(named) ? 'msg' : undefined;
  const found = await fileTypeFromBuffer(first);
  if (found) return documentKinds.find((kind) => kind === (aliases[found.ext] ?? found.ext));
  // A picture of a record sleeve may fill all that was kept of the beginning.
  if (beginsWith(first, 'ID3')) return 'mp3';
  if (!isText) return undefined;
  return isMail(first.toString('latin1')) ? 'eml' : 'txt';
}

/** What file-type calls pictures that every reader of the kind shows. */
const aliases: Record<string, DocumentKind> = { apng: 'png', heif: 'heic' };

const beginsWith = (bytes: Buffer, signature: string): boolean =>
  bytes.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'));

/** The name and the content with which a text of OpenDocument begins. */
const openDocument = 'mimetypeapplication/vnd.oasis.opendocument.text';

/** Tells Word, Excel and OpenDocument apart by the names in the archive. Refuses one with macros. */
function kindOfArchive(first: Buffer, last: Buffer): DocumentKind | undefined {
  const begin = first.subarray(30, 30 + openDocument.length + 1).toString('latin1');
  if (begin === `${openDocument}P`) return 'odt';
  const names = namesIn(last);
  if (!names.includes('[Content_Types].xml')) return undefined;
  if (names.some((name) => /vbaproject/i.test(name))) return undefined;
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : undefined;
}

/** The signatures of the end of an archive and of an entry in its list of names, and how long those are without names (APPNOTE.TXT). */
const listEnd = { signature: Buffer.from('PK\x05\x06'), bytes: 22 };
const listEntry = { signature: 0x02014b50, bytes: 46 };

/** Reads the names in an archive from the list at its end; none where that is not whole. */
function namesIn(last: Buffer): string[] {
  const end = last.lastIndexOf(listEnd.signature);
  if (end === -1 || end + listEnd.bytes > last.length) return [];
  const names: string[] = [];
  let at = end - last.readUInt32LE(end + 12);
  while (at >= 0 && at + listEntry.bytes <= end && last.readUInt32LE(at) === listEntry.signature) {
    const named = last.readUInt16LE(at + 28);
    const others = last.readUInt16LE(at + 30) + last.readUInt16LE(at + 32);
    names.push(last.toString('latin1', at + listEntry.bytes, at + listEntry.bytes + named));
    at += listEntry.bytes + named + others;
  }
  return names;
}

const mailFields = ['from', 'to', 'date', 'subject', 'message-id', 'received', 'mime-version', 'return-path'];

/** Tells whether a text is an e-mail: it begins with the fields of one (RFC 5322), and at least with two of the usual ones. */
function isMail(text: string): boolean {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trim() === '');
  const fields = end === -1 ? lines : lines.slice(0, end);
  const names = fields
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase());
  const usual = new Set(names.filter((name) => mailFields.includes(name)));
  return usual.size > 1 && names.every((name) => /^[!-9;-~]+$/.test(name));
}
