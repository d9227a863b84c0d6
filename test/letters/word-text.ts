import { unzipped } from './unzipped.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of a Word file, each paragraph a line. */
export function wordText(file: Buffer): string {
  const xml = unzipped(file).get('word/document.xml') ?? '';
  const paragraphs = xml.match(/<w:p[ >][\s\S]*?<\/w:p>|<w:p\/>/g) ?? [];
  return paragraphs
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .join('\n')
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '?');
}
