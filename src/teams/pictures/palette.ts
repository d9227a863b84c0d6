/** The colours of the pictures: on a panel of their own, so that a light and a dark Teams show the same. */
export const palette = {
  panel: '#ffffff',
  edge: '#d1d1d1',
  ink: '#242424',
  subtle: '#5c5c5c',
  lane: '#f5f5f8',
  weekend: '#dcdce6',
  holiday: '#f6d58e',
  brand: '#4f52b2',
  tint: '#cfd0f1',
  good: '#13753f',
  late: '#c4314b',
} as const;

/** Pixels. Wide enough beside the text of a card, and its letters can still be read when shrunk to a phone of 320. */
export const pictureWidth = 480;
export const margin = 16;
