import type { Stage } from './stage.ts';

/** The name of the structure that holds the buttons under all dossiers. */
export const buttonsOfDossiers = 'buttons of dossiers';

/** The steps that are open: the last row of a card that shows a dossier, below what unfolds. */
const stepsOfDossier = /(?<=^ {2}- button "Berichten"\n)(?: {2}- button .*\n)+$/m;

/**
 * What each card says to a screen reader, part by part: its structure, and not its pixels. The same row of buttons under a
 * dossier stands in one structure, under the name of the first card that has it, so that a new step does not change all cards.
 */
export async function structuresOf(
  { frame }: Stage,
  names: readonly string[],
): Promise<Record<string, string>> {
  const structures: Record<string, string> = {};
  const firstWith = new Map<string, string>();
  for (const name of names) {
    const structure = `${await frame(name).ariaSnapshot()}\n`;
    structures[name] = structure.replace(stepsOfDossier, (row) => {
      const first = firstWith.get(row) ?? name;
      firstWith.set(row, first);
      return `  - buttons of "${first}"\n`;
    });
  }
  const rows = [...firstWith].map(([row, first]) => `- buttons of "${first}":\n${row}`);
  return { ...structures, [buttonsOfDossiers]: rows.join('') };
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
