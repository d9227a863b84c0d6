import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { literal } from '../form/text.ts';
import { type Card, fitting } from './card-size.ts';

export type { Card } from './card-size.ts';

/**
 * A card template of the folder cards/, read and compiled once, as a function from its data to the card. `Data` must
 * have every field that the template names: the engine leaves a missing one as a visible `${name}`. Text in the
 * data is never taken for a template, and `{{DATE(...)}}` in it is never computed. `fit` makes it fit in a message.
 */
export function template<Data extends object>(name: string, fit = fitting): (data: Data) => Card {
  const source = readFileSync(new URL(`../../../cards/${name}.json`, import.meta.url), 'utf8');
  const compiled = new Template(JSON.parse(source));
  return (data) => fit(compiled.expand({ $root: literally(data) }) as Card);
}

function literally(value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return value.map(literally);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, literally(field)]));
}
