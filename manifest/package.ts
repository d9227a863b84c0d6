/**
 * `npm run package`: the Teams app package, out/klachtenbot-VERSION.zip, for the bot registration that MicrosoftAppId
 * names, with the pages of WEBSITE_URL, PRIVACY_URL and TERMS_URL. With `-- --app-id GUID` the app has another id in Teams than
 * the registration (it was published under that); with `-- --file FILE` the package gets that name.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import project from '../package.json' with { type: 'json' };
import { webAddress } from '../src/settings/organisation.ts';
import { guid, type Kind, reading, SettingsFault } from '../src/settings/reader.ts';
import { appPackage, type Pages, Unfit } from './app-package.ts';

/** The id without a registration: the package can be inspected, and not used. */
const none = '00000000-0000-0000-0000-000000000000';

const withoutRegistration = `Let op: MicrosoftAppId is niet ingevuld. Het pakket heeft nu het id ${none}:
je kunt het bekijken en controleren, maar in Teams hoort er geen bot bij. Zet het id van je botregistratie in .env
(MicrosoftAppId) en geef npm run package opnieuw.`;

const installation = `Upload het in het Teams-beheercentrum: Teams-apps > Apps beheren > Acties > Nieuwe app uploaden.`;

/** Names that stand for no place on the web; who follows them finds nothing. */
const madeUp = /(^|\.)(example|test|invalid|localhost|example\.(nl|com|net|org))$/;

/** A page of the organisation: the store of Teams, and people, open it. */
const page: Kind<string> = {
  expected: 'the address of a page of your organisation that works, https, and no example',
  parse: (text) =>
    webAddress.parse(text) && !madeUp.test(new URL(text).hostname.replace(/\.$/, '')) ? text : undefined,
};

if (existsSync('.env')) process.loadEnvFile('.env');
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
  const bytes = await appPackage({ version, botId: botId ?? none, appId: appId ?? botId ?? none, pages });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  console.log(`${file} is klaar en gecontroleerd.`);
  console.log(botId ? installation : withoutRegistration);
}

/** Reads the registration and the pages that belong to it; neither for a package to look at. */
function registration(): { botId?: string; pages?: Pages } {
  const read = reading(process.env);
  if (read.given('MicrosoftAppId') === undefined) return read.settle({});
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
  const { values } = parseArgs({ options: { 'app-id': { type: 'string' }, file: { type: 'string' } } });
  const text = values['app-id'];
  const id = text === undefined ? undefined : guid('').parse(text);
  if (text !== undefined && !id) {
    throw new Error(
      `--app-id ${text} is geen GUID; geef iets als --app-id 2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80`,
    );
  }
  return { appId: id, file: values.file };
}

function reasons(error: unknown): string[] {
  if (error instanceof SettingsFault || error instanceof Unfit) return error.faults;
  return [error instanceof Error ? error.message : String(error)];
}
