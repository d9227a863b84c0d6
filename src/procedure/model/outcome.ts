/** Why a complaint is not taken up (Art. 1). */
export const dismissals = ['no-complaint', 'not-about-us', 'complainant-unknown'] as const;
export type Dismissal = (typeof dismissals)[number];

/** Why a dossier was closed. 'handled-unnamed': handled to the end, without a letter, because nobody knows who complained. */
export const outcomes = [
  ...dismissals,
  'merged',
  'handled-unnamed',
  'remedied',
  'mediated',
  'withdrawn',
  'agreed',
  'lapsed',
  'late-objection-refused',
  'settled',
  'not-settled',
  'decided',
] as const;
export type Outcome = (typeof outcomes)[number];
