/**
 * `npm run package`: the Teams app package, out/klachtenbot-VERSION.zip, for the bot registration that MicrosoftAppId
 * names, with the pages of WEBSITE_URL, PRIVACY_URL and TERMS_URL. With `-- --app-id GUID` the app has another id in Teams than
 * the registration (it was published under that); with `-- --file FILE` the package gets that name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import project from '../package.json' with { type: 'json' };
import { begin } from '../src/cli/command-line.ts';
import { webAddress } from '../src/settings/organisation.ts';
import { guid, isExample, type Kind, reading, SettingsFault } from '../src/settings/reader.ts';
import { appPackage, type Pages, Unfit } from './app-package.ts';

const USAGE = `Gebruik: npm run package

Maakt de app voor Teams van de bot die MicrosoftAppId noemt, met de pagina's van WEBSITE_URL, PRIVACY_URL en TERMS_URL.

  -- --app-id GUID      als de app in Teams al onder een ander id staat
  -- --file BESTAND     een andere naam voor het pakket`;

const installation = `Upload het in het Teams-beheercentrum: Teams-apps > Apps beheren > Acties > Nieuwe app uploaden.`;

/** Names that stand for no place on the web, or for one that only a network of one's own knows. */
const madeUp =
  /(^|\.)(example|test|invalid|localhost|local|internal|intranet|lan|home|corp|example\.(nl|com|net|org))$/;

/** Tells whether everybody may find that host: a name with a dot that stands for a place on the web. */
const isPublic = (host: string): boolean =>
  host.includes('.') && !/^[\d.]+$/.test(host) && !madeUp.test(host);

/** A page of the organisation: the store of Teams, and people, open it. */
const page: Kind<string> = {
  expected:
    'the address of a page of your organisation that everybody can open, https, by a name on the web, and no example',
  parse: (text) =>
    webAddress.parse(text) && isPublic(new URL(text).hostname.replace(/\.$/, '')) ? text : undefined,
};

const typed = begin(USAGE, { options: ['--app-id', '--file'] });
try {
  await main();
} catch (error) {
  console.error(['Er is geen pakket gemaakt:', ...reasons(error).map((reason) => `- ${reason}`)].join('\n'));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { version } = project;
  const { appId, file = `out/klachtenbot-${version}.zip` } = operands();
  const { botId, pages } = registration();
  const bytes = await appPackage({ version, botId, appId: appId ?? botId, pages });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  console.log(`${file} is klaar en gecontroleerd.\n${installation}`);
}

/** Reads the registration and the pages that belong to it. */
function registration(): { botId: string; pages: Pages } {
  const read = reading(process.env);
  if (read.given('MicrosoftAppId') === undefined)
    throw new Error(
      'MicrosoftAppId is niet ingevuld. Zet het id van je bot in .env (in Azure heet het botId), en geef npm run package opnieuw',
    );
  return read.settle({
    botId: read.required('MicrosoftAppId', guid('the GUID of the bot registration')),
    pages: {
      websiteUrl: read.required('WEBSITE_URL', page),
      privacyUrl: read.required('PRIVACY_URL', page),
      termsOfUseUrl: read.required('TERMS_URL', page),
    },
  });
}

function operands(): { appId?: string | undefined; file?: string | undefined } {
  const { values } = understood();
  // Not over another file, such as that of a register.
  if (values.file !== undefined && !values.file.endsWith('.zip'))
    throw new Error(`--file ${values.file}: de naam van het pakket eindigt op .zip`);
  const text = values['app-id'];
  const id = text === undefined ? undefined : guid('').parse(text);
  if (text !== undefined && !id) {
    throw new Error(
      `--app-id ${text} is geen GUID; geef iets als --app-id 2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80`,
    );
  }
  if (text !== undefined && isExample(text))
    throw new Error(
      '--app-id is het voorbeeld uit .env.example; geef het id waaronder de app in Teams staat',
    );
  return { appId: id, file: values.file };
}

/** Reads the options; says how the command is given where it is given otherwise. */
function understood() {
  try {
    return parseArgs({
      args: typed,
      options: { 'app-id': { type: 'string' }, file: { type: 'string' } },
    });
  } catch {
    throw new Error(`${typed.join(' ')} is niet te begrijpen\n\n${USAGE}`);
  }
}

function reasons(error: unknown): string[] {
  if (error instanceof SettingsFault || error instanceof Unfit) return error.faults;
  return [error instanceof Error ? error.message : String(error)];
}
