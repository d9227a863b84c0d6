/** Every part of an example that stands for nobody, and what a test takes in its place. */
const replaced: readonly (readonly [string, string])[] = [
  ['00000000-0000-4000-8000-', '12345678-0000-4000-8000-'],
  ['example.', 'ballance.'],
  ['//account.', '//stballance.'],
  ['Straat 1,', 'Kade 7,'],
  ['Plein 2,', 'Markt 8,'],
  ['030 123 4567', '030 765 4321'],
];

/** Makes of the text of an example one that might be of an organisation. */
export const ofOnesOwn = (text: string): string =>
  replaced.reduce((left, [example, own]) => left.replaceAll(example, own), text);
