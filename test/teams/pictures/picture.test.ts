import assert from 'node:assert/strict';
import { decode } from 'fast-png';
import { whatIf } from '../../../src/procedure/deadlines.ts';
import { coursePicture, timelinePicture } from '../../../src/teams/pictures/picture.ts';
import { palette as colours } from '../../../src/teams/pictures/svg.ts';
import { mostSpans } from '../../../src/teams/pictures/timeline.ts';
import { bare, calendar, full } from '../a-dossier.ts';

const pngOf = (url: string) => decode(Buffer.from(url.replace('data:image/png;base64,', ''), 'base64'));
const rgbOf = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Computes the relative luminance of a colour, and the contrast of two (WCAG 2). */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = rgbOf(hex).map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const course = coursePicture(bare());
const times = { calendar, most: mostSpans };
const time = timelinePicture(whatIf('2026-04-01', calendar), { ...times, today: '2026-04-14', runs: false });

describe('a picture in a card', () => {
  for (const [name, { url, altText }] of Object.entries({ course, time })) {
    it(`is a PNG of four bits a pixel, within what Teams takes: ${name}`, () => {
      const { width, height, depth, palette = [] } = pngOf(url);
      assert.equal(width, 480);
      assert.ok(height >= 100 && height <= 1024, String(height));
      assert.equal(depth, 4);
      assert.ok(palette.length <= 16);
    });

    it(`leaves room for the card: ${name}`, () => assert.ok(url.length < 17_000, String(url.length)));

    it(`says what it shows: ${name}`, () => assert.match(altText, /^(Stap|Tijdlijn)/));
  }

  it('has a panel of its own with round corners, for light and dark', () => {
    const { data, palette = [] } = pngOf(course.url);
    const corner = palette[(data[0] ?? 0) >> 4];
    const middle = palette[(data[240 * 20 + 5] ?? 0) >> 4];
    assert.deepEqual(corner, [0, 0, 0, 0]);
    assert.deepEqual(middle, [...rgbOf(colours.panel), 255]);
  });

  it('does not glare in the dark, and its letters and marks read well on its panel', () => {
    assert.ok(luminance(colours.panel) < 0.05);
    for (const text of [colours.ink, colours.subtle]) assert.ok(contrast(text, colours.panel) >= 7, text);
    for (const words of [colours.ink]) assert.ok(contrast(words, colours.holiday) >= 4.5, words);
    for (const mark of [colours.brand, colours.good, colours.late])
      assert.ok(contrast(mark, colours.panel) >= 4.5, mark);
  });

  it('has letters in it', () => {
    const { data, palette = [] } = pngOf(course.url);
    const ink = palette.findIndex((colour) => colour.slice(0, 3).join() === rgbOf(colours.ink).join());
    const inked = data.filter((two) => two >> 4 === ink || (two & 15) === ink).length;
    assert.ok(inked > 200, String(inked));
  });

  it('holds nothing of whom it is about', () =>
    assert.equal(coursePicture(full('Jansen')).url, coursePicture(full('Visser')).url));
});
