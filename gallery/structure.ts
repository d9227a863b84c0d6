import type { Stage } from './stage.ts';

/** What each card says to a screen reader, part by part: its structure, and not its pixels. */
export async function structuresOf(
  { frame }: Stage,
  names: readonly string[],
): Promise<Record<string, string>> {
  const structures: Record<string, string> = {};
  for (const name of names) structures[name] = `${await frame(name).ariaSnapshot()}\n`;
  return structures;
}

/** The file in which a card's structure is kept. */
export const structureFile = (name: string): URL =>
  new URL(`structure/${fileName(name)}.yml`, import.meta.url);

/** A card's name as the name of a file. */
export const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
