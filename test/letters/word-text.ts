import { unzipped } from './unzipped.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of a Word file, each paragraph with something in it a line; a list has its signs, because Word draws them by itself. */
export function wordText(file: Buffer): string {
  const xml = unzipped(file).get('word/document.xml') ?? '';
  const paragraphs = xml.match(/<w:p[ >][\s\S]*?<\/w:p>|<w:p\/>/g) ?? [];
  let item = 0;
  return paragraphs
    .map((paragraph) => {
      item = paragraph.includes('"ListNumber"') ? item + 1 : 0;
      const sign = paragraph.includes('"ListBullet"') ? '- ' : item > 0 ? `${item}. ` : '';
      const texts = paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g);
      return (
        sign +
        [...texts].map(([, text, mark]) => (mark === 'br' ? '\n' : mark === 'tab' ? '\t' : text)).join('')
      );
    })
    .filter((line) => line.trim())
    .join('\n')
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '?');
}

/** The text of a letter as its Word file has it: without empty lines, and with the number above its subject. */
export function asInWord(text: string, number = 'K-2026-0001'): string {
  const lines = text.split('\n').filter((line) => line.trim());
  const at = lines.findIndex((line) => line.startsWith('Onderwerp: '));
  return lines.toSpliced(Math.max(at, 0), 0, `Ons kenmerk: ${number}`).join('\n');
}
