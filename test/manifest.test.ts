import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { colorIcon, outlineIcon } from '../manifest/draw-icons.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url));
const text = read('manifest/manifest.json').toString();
const manifest = JSON.parse(text);

/** The pixels of a PNG as our script writes them: one IDAT, RGBA, rows that are not filtered. */
function pixelsOf(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.deepEqual([...png.subarray(24, 26)], [8, 6]);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const start = Math.floor(i / width) * (width * 4 + 1) + 1 + (i % width) * 4;
    return [...rows.subarray(start, start + 4)];
  });
  return { width, height, pixels };
}

describe('the Teams app package', () => {
  it('is valid by the schema that it names', async () => {
    assert.match(manifest.$schema, /\/teams\/v1\.24\//);
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest), []);
    assert.equal(TeamsManifestConverter.jsonToManifest(text).manifestVersion, '1.24');
  });

  it('has the version of the bot', () => {
    assert.equal(manifest.version, JSON.parse(read('package.json').toString()).version);
  });

  it('offers every command, in a chat and in a channel', () => {
    const lists = manifest.bots[0].commandLists.map(
      (list: { scopes: string[]; commands: { title: string }[] }) => [
        list.scopes.join(),
        list.commands.map(({ title }) => title),
      ],
    );
    assert.deepEqual(Object.fromEntries(lists), {
      personal: ['klacht', 'mijn klachten', 'zaken', 'zaak', 'termijnen', 'afwezig', 'help'],
      team: ['koppel', 'ontkoppel', 'overzicht', 'help'],
    });
  });

  it('is Dutch for the colleagues and can be installed for oneself and for a team', () => {
    assert.equal(manifest.localizationInfo.defaultLanguageTag, 'nl-nl');
    assert.deepEqual(manifest.bots[0].scopes, ['personal', 'team']);
    assert.ok(manifest.name.short.length <= 30 && manifest.description.short.length <= 80);
  });

  it('may hand over letters as files', () => assert.equal(manifest.bots[0].supportsFiles, true));

  it('has a colour icon of 192 by 192 without holes', () => {
    const { width, height, pixels } = pixelsOf(read(`manifest/${manifest.icons.color}`));
    assert.deepEqual([width, height], [192, 192]);
    assert.ok(pixels.every(([, , , alpha]) => alpha === 255));
    assert.deepEqual(pixels[0], [0x1f, 0x4e, 0x5f, 255]);
    assert.equal(manifest.accentColor, '#1F4E5F');
  });

  it('has an outline icon of 32 by 32, white on nothing', () => {
    const { width, height, pixels } = pixelsOf(read(`manifest/${manifest.icons.outline}`));
    assert.deepEqual([width, height], [32, 32]);
    assert.ok(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255));
    assert.ok(pixels.some(([, , , alpha]) => alpha === 0) && pixels.some(([, , , alpha]) => alpha === 255));
    assert.equal(pixels[0]?.[3], 0);
  });

  it('has the icons that its script draws', () => {
    assert.deepEqual(pixelsOf(read('manifest/color.png')), pixelsOf(colorIcon()));
    assert.deepEqual(pixelsOf(read('manifest/outline.png')), pixelsOf(outlineIcon()));
  });
});
