import assert from 'node:assert/strict';
import { decode } from 'fast-png';
import { whatIf } from '../../../src/procedure/deadlines.ts';
import { coursePicture, timelinePicture } from '../../../src/teams/pictures/picture.ts';
import { mostSpans } from '../../../src/teams/pictures/timeline.ts';
import { bare, calendar, full } from '../a-dossier.ts';

const pngOf = (url: string) => decode(Buffer.from(url.replace('data:image/png;base64,', ''), 'base64'));
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
    assert.deepEqual(middle, [255, 255, 255, 255]);
  });

  it('has letters in it', () => {
    const { data, palette = [] } = pngOf(course.url);
    const ink = palette.findIndex(([red, green, blue]) => red === 0x24 && green === 0x24 && blue === 0x24);
    const inked = data.filter((two) => two >> 4 === ink || (two & 15) === ink).length;
    assert.ok(inked > 200, String(inked));
  });

  it('holds nothing of whom it is about', () =>
    assert.equal(coursePicture(full('Jansen')).url, coursePicture(full('Visser')).url));
});
