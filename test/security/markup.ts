import markdownIt from 'markdown-it';
import { parts } from '../e2e/a-card.ts';
import { computed, mark } from './corpus.ts';

type Json = Record<string, unknown>;

const markdown = markdownIt({ html: false, linkify: false });

/** Lists what Teams renders as Markdown: the texts of a TextBlock and of facts, and the titles of choices. */
function renderedIn(part: Json): unknown[] {
  if (part.type === 'TextBlock') return [part.text];
  if (part.type === 'FactSet') return (part.facts as Json[]).flatMap(({ title, value }) => [title, value]);
  if (part.type === 'Input.ChoiceSet')
    return (part.choices as Json[] | undefined)?.map(({ title }) => title) ?? [];
  return part.type === 'Input.Toggle' ? [part.title] : [];
}

const isFormatted = (text: string): boolean =>
  /<(?!\/?(p|br)\b)/.test(markdown.render(text)) || /<\/?[a-z!]/i.test(text);

/** Lists what of a user's text would be more than text on a card; empty when all of it is shown literally. */
export function markupIn(card: unknown): string[] {
  const found: string[] = [];
  for (const part of parts(card)) {
    for (const text of renderedIn(part))
      if (typeof text === 'string' && text.includes(mark) && isFormatted(text))
        found.push(`rendered: ${text}`);
    for (const key of ['url', 'iconUrl', 'backgroundImage', 'speak', 'fallbackText'])
      if (JSON.stringify(part[key] ?? '').includes(mark)) found.push(`${key}: ${JSON.stringify(part[key])}`);
    if (part.type === 'mention' || part.entities !== undefined) found.push('a mention');
    for (const shown of [part.text, part.title, part.value, part.label, part.placeholder])
      if (typeof shown === 'string' && /\{\{\s*(DATE|TIME)\(/i.test(shown)) found.push(`computed: ${shown}`);
  }
  if (JSON.stringify(card).includes(computed)) found.push('a template was computed');
  return found;
}
