import { readFileSync } from 'node:fs';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import JSZip from 'jszip';
import { colorIconFaults, outlineIconFaults } from './icon-faults.ts';
import { type Json, localizationFaults } from './localization-faults.ts';

/** The pages of the organisation that Teams shows beside the app. */
export type Pages = { websiteUrl: string; privacyUrl: string; termsOfUseUrl: string };

/**
 * The identity of the package. The ids are GUIDs: of the bot registration, and of the app in Teams. Without pages those of the
 * manifest stay, which are made up.
 */
export type Identity = { version: string; botId: string; appId: string; pages?: Pages };

/** The files of the package by name; `manifest.json` and `en.json` are text, the icons PNG. */
export type Sources = Record<'manifest.json' | 'en.json' | 'color.png' | 'outline.png', Buffer>;

/** Every fault of the package, each as a sentence that tells what to do. */
export class Unfit extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(faults.join('\n'));
    this.name = 'Unfit';
    this.faults = faults;
  }
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url));

/** The files of this folder. */
export const ourSources = (): Sources => ({
  'manifest.json': read('manifest.json'),
  'en.json': read('en.json'),
  'color.png': read('color.png'),
  'outline.png': read('outline.png'),
});

/**
 * The Teams app package as the bytes of a zip, with the version and the ids filled in. Throws `Unfit`, with everything
 * that Teams would refuse, rather than answer with a package that is no good. Needs no network.
 */
export async function appPackage(identity: Identity, sources: Sources = ourSources()): Promise<Uint8Array> {
  const manifest = filledIn(JSON.parse(sources['manifest.json'].toString()), identity);
  const faults = [
    ...(await manifestFaults(manifest)),
    ...(await localizationFaults(JSON.parse(sources['en.json'].toString()), manifest)),
    ...colorIconFaults(sources['color.png'], 'color.png'),
    ...outlineIconFaults(sources['outline.png'], 'outline.png'),
  ];
  if (faults.length > 0) throw new Unfit(faults);
  const zip = new JSZip();
  for (const [name, bytes] of Object.entries(sources)) zip.file(name, bytes);
  zip.file('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

type Bound = { botId: string };
type Manifest = Json & { developer: Json; bots: Bound[]; composeExtensions: Bound[] };

const filledIn = (manifest: Manifest, { version, botId, appId, pages }: Identity): Manifest => ({
  ...manifest,
  developer: { ...manifest.developer, ...pages },
  version,
  id: appId,
  bots: manifest.bots.map((bot) => ({ ...bot, botId })),
  composeExtensions: manifest.composeExtensions.map((extension) => ({ ...extension, botId })),
});

const manifestFaults = async (manifest: Manifest): Promise<string[]> => {
  const parsed = TeamsManifestConverter.jsonToManifest(JSON.stringify(manifest));
  const faults = await AppManifestUtils.validateAgainstSchema(parsed);
  return faults.map((fault) => `manifest.json: ${fault}`);
};
