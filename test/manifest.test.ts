import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { decode, encode } from 'fast-png';
import JSZip from 'jszip';
import { appPackage, type Identity, ourSources, type Sources, Unfit } from '../manifest/app-package.ts';
import { colorIcon, outlineIcon } from '../manifest/draw-icons.ts';
import project from '../package.json' with { type: 'json' };
import { commandOf } from '../src/teams/chat/command.ts';

const botId = '2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80';
const appId = '90b1d6e2-3c4f-4a57-8d69-7e8f90a1b2c3';
const script = fileURLToPath(new URL('../manifest/package.ts', import.meta.url));

async function unzipped(bytes: Uint8Array): Promise<Record<string, Buffer>> {
  const { files } = await JSZip.loadAsync(bytes);
  const read = Object.values(files).map(async (file) => [file.name, await file.async('nodebuffer')] as const);
  return Object.fromEntries(await Promise.all(read));
}

type Listed = { scopes: string[]; commands: { title: string; description: string }[] };

describe('the Teams app package', () => {
  let files: Record<string, Buffer>;
  let text: string;
  let manifest: ReturnType<typeof JSON.parse>;
  const identity: Identity = { version: project.version, botId, appId };
  before(async () => {
    files = await unzipped(await appPackage(identity));
    text = String(files['manifest.json']);
    manifest = JSON.parse(text);
  });

  it('holds the manifest, its translation and its icons, and nothing else', () => {
    const named = [manifest.icons.color, manifest.icons.outline];
    const translations = manifest.localizationInfo.additionalLanguages.map(
      ({ file }: { file: string }) => file,
    );
    assert.deepEqual(Object.keys(files).sort(), ['manifest.json', ...translations, ...named].sort());
  });

  it('is valid by the schema that it names', async () => {
    assert.match(manifest.$schema, /\/teams\/v1\.30\//);
    const parsed = TeamsManifestConverter.jsonToManifest(text);
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(parsed), []);
    assert.equal(parsed.manifestVersion, '1.30');
  });

  it('has the version of the bot', () => assert.equal(manifest.version, project.version));

  it('belongs to the registration of the bot, also as message extension', () => {
    assert.equal(manifest.id, appId);
    assert.equal(manifest.bots[0].botId, botId);
    assert.equal(manifest.composeExtensions[0].botId, botId);
  });

  it('offers every command, in a chat and in a channel', () => {
    const lists = (manifest.bots[0].commandLists as Listed[]).map(
      ({ scopes, commands }) => [scopes.join(), commands.map(({ title }) => title)] as const,
    );
    assert.deepEqual(Object.fromEntries(lists), {
      personal: [
        'klacht',
        'mijn klachten',
        'zaken',
        'zaak',
        'zoek',
        'termijnen',
        'afwezig',
        'jaaroverzicht',
        'jaarverslag',
        'help',
      ],
      team: ['koppel', 'ontkoppel', 'overzicht', 'help'],
    });
    for (const title of lists.flatMap(([, titles]) => titles))
      assert.notEqual(commandOf(title).name, 'unknown', title);
  });

  it('works in private channels, and lists its commands behind a slash where others read along', () => {
    assert.equal(manifest.supportsChannelFeatures, 'tier1');
    const [{ supportsTargetedMessages, commandLists }] = manifest.bots;
    assert.equal(supportsTargetedMessages, true);
    assert.deepEqual(
      commandLists.map(({ scopes, triggers }: { scopes: string[]; triggers?: string[] }) => [
        scopes.join(),
        triggers,
      ]),
      [
        ['personal', undefined],
        ['team', ['mention', 'slash']],
      ],
    );
    assert.deepEqual(manifest.composeExtensions[0].commands[0].triggers, ['slash']);
  });

  it('registers a complaint from any message', () => {
    const [{ commands }] = manifest.composeExtensions;
    assert.equal(commands.length, 1);
    const { id, title, type, fetchTask, context } = commands[0];
    assert.deepEqual(
      { id, title, type, fetchTask },
      { id: 'registerComplaint', title: 'Klacht registreren', type: 'action', fetchTask: true },
    );
    assert.ok(context.includes('message'));
  });

  it('is for oneself and for a team, and may hand over files', () => {
    assert.deepEqual(manifest.bots[0].scopes, ['personal', 'team']);
    assert.equal(manifest.bots[0].supportsFiles, true);
  });

  it('asks for no rights and no domains, because it uses none', () => {
    assert.deepEqual(manifest.authorization.permissions.resourceSpecific, []);
    assert.deepEqual(manifest.validDomains, []);
    assert.equal(manifest.webApplicationInfo, undefined);
  });

  it('is Dutch, and speaks to a colleague as a colleague', () => {
    assert.equal(manifest.localizationInfo.defaultLanguageTag, 'nl');
    assert.doesNotMatch(text, /\b(u|uw|uzelf)\b/i);
  });

  it('is English for who reads English: every description', () => {
    const english = JSON.parse(String(files['en.json']));
    const descriptions = (manifest.bots[0].commandLists as Listed[]).flatMap(({ commands }, list) =>
      commands.map((_, index) => `bots[0].commandLists[${list}].commands[${index}].description`),
    );
    for (const path of [
      'name.full',
      'description.short',
      'description.full',
      'composeExtensions[0].commands[0].title',
      'composeExtensions[0].commands[0].description',
      ...descriptions,
    ])
      assert.ok(english[path], path);
  });

  it('has the icons that its script draws', () => {
    const color = decode(files['color.png'] as Buffer).data;
    assert.deepEqual(color, decode(colorIcon()).data);
    assert.deepEqual(decode(files['outline.png'] as Buffer).data, decode(outlineIcon()).data);
    assert.deepEqual([...color.subarray(0, 4)], [0x1f, 0x4e, 0x5f, 255]);
    assert.equal(manifest.accentColor, '#1F4E5F');
  });

  describe('is not made', () => {
    const picture = (size: number, pixel: readonly number[]) =>
      Buffer.from(
        encode({
          width: size,
          height: size,
          channels: 4,
          data: new Uint8Array(Array.from({ length: size * size }, () => pixel).flat()),
        }),
      );
    const changed = (text: Buffer, change: (json: ReturnType<typeof JSON.parse>) => void) => {
      const json = JSON.parse(String(text));
      change(json);
      return Buffer.from(JSON.stringify(json));
    };
    const { 'manifest.json': ours, 'en.json': english } = ourSources();

    const cases: [string, Partial<Sources>, RegExp][] = [
      ['with an icon that is no picture', { 'color.png': Buffer.from('x') }, /color\.png is no PNG/],
      [
        'with a colour icon of another size',
        { 'color.png': picture(96, [0, 0, 0, 255]) },
        /96 by 96 pixels; make it 192 by 192/,
      ],
      [
        'with a colour icon with holes',
        { 'color.png': picture(192, [0, 0, 0, 0]) },
        /color\.png has transparent/,
      ],
      [
        'with an outline of another size',
        { 'outline.png': picture(33, [255, 255, 255, 0]) },
        /33 by 33 pixels; make it 32 by 32/,
      ],
      [
        'with an outline in colour',
        { 'outline.png': picture(32, [9, 9, 9, 255]) },
        /has a colour.*has no transparent/s,
      ],
      [
        'with an outline that shows nothing',
        { 'outline.png': picture(32, [0, 0, 0, 0]) },
        /outline\.png is empty/,
      ],
      [
        'with a manifest that Teams would refuse',
        { 'manifest.json': changed(ours, (json) => Object.assign(json.name, { short: 'x'.repeat(31) })) },
        /manifest\.json: .*30/,
      ],
      [
        'with a translation that Teams would refuse',
        { 'en.json': changed(english, (json) => Object.assign(json, { 'name.short': 'x'.repeat(31) })) },
        /en\.json: .*30/,
      ],
      [
        'with a translation of what is not there',
        {
          'en.json': changed(english, (json) =>
            Object.assign(json, { 'bots[0].commandLists[0].commands[11].title': 'x' }),
          ),
        },
        /commands\[11\]\.title is no text of manifest\.json/,
      ],
    ];
    for (const [what, other, words] of cases) {
      it(what, () =>
        assert.rejects(appPackage(identity, { ...ourSources(), ...other }), (error) => {
          assert(error instanceof Unfit);
          assert.match(error.message, words);
          return true;
        }),
      );
    }

    it('for an id that is none', () =>
      assert.rejects(appPackage({ ...identity, botId: 'x' }), /manifest\.json: .*botId/));
  });
});

describe('npm run package', () => {
  const pages = {
    WEBSITE_URL: 'https://ballance.nl/',
    PRIVACY_URL: 'https://ballance.nl/privacy',
    TERMS_URL: 'https://ballance.nl/voorwaarden',
  };
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run(env: Record<string, string>, ...operands: string[]) {
    const { MicrosoftAppId: _, ...rest } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...operands], {
      cwd: folder,
      env: { ...rest, ...env },
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }

  async function made() {
    const files = await unzipped(readFileSync(join(folder, 'out', `klachtenbot-${project.version}.zip`)));
    return JSON.parse(String(files['manifest.json']));
  }

  it('makes the package of MicrosoftAppId and says where it goes', async () => {
    const { status, said } = run({ ...pages, MicrosoftAppId: botId.toUpperCase() });
    assert.equal(status, 0, said);
    assert.match(said, /out\/klachtenbot-.*\.zip is klaar.*Teams-beheercentrum/s);
    const { id, bots, version, developer } = await made();
    assert.deepEqual(developer, {
      name: 'Ballance',
      websiteUrl: 'https://ballance.nl/',
      privacyUrl: 'https://ballance.nl/privacy',
      termsOfUseUrl: 'https://ballance.nl/voorwaarden',
    });
    assert.deepEqual([id, bots[0].botId, version], [botId, botId, project.version]);
  });

  it('keeps the id under which the app was published', async () => {
    assert.equal(run({ ...pages, MicrosoftAppId: botId }, '--app-id', appId).status, 0);
    const { id, bots } = await made();
    assert.deepEqual([id, bots[0].botId], [appId, botId]);
  });

  it('makes nothing without MicrosoftAppId, and says where it goes', () => {
    const { status, said } = run(pages);
    assert.equal(status, 1, said);
    assert.match(
      said,
      /geen pakket gemaakt:\n- MicrosoftAppId is niet ingevuld. Zet het id van je bot in \.env/,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it('makes nothing of a registration without its pages, and names each that is missing or wrong', () => {
    const { status, said } = run({ MicrosoftAppId: botId, PRIVACY_URL: 'http://example.nl/privacy' });
    assert.equal(status, 1, said);
    assert.match(
      said,
      /- WEBSITE_URL: is missing; .*\n- PRIVACY_URL: .*not right; .*https.*\n- TERMS_URL: is missing/,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it('makes nothing with pages that are an example, and names each', () => {
    for (const [website, privacy] of [
      ['https://www.ballance.example', 'https://example.nl/privacy'],
      ['https://www.example.com/', 'https://localhost/privacy'],
      ['https://ballance.test./', 'https://x.invalid/privacy'],
      ['https://10.0.0.1', 'https://intranet/p'],
      ['https://[fd00::1]/', 'https://a.local/t'],
      ['https://0x7f000001/', 'https://wiki.corp.internal/p'],
    ] as const) {
      const { status, said } = run({
        ...{ ...pages, MicrosoftAppId: botId, WEBSITE_URL: website, PRIVACY_URL: privacy },
      });
      assert.equal(status, 1, said);
      assert.match(said, /- WEBSITE_URL: .*no example.*\n- PRIVACY_URL: .*no example/);
      assert.doesNotMatch(said, /TERMS_URL/);
    }
    assert.deepEqual(readdirSync(folder), []);
  });

  it('makes nothing of the examples of .env.example, and names each by itself', () => {
    const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const example = parseEnv(text.replaceAll(/^# (?=\w+=)/gm, ''));
    const own: Record<string, string> = { ...pages, MicrosoftAppId: botId };
    for (const name of Object.keys(own)) {
      const { status, said } = run({ ...own, [name]: `${example[name]}` });
      assert.equal(status, 1, said);
      const reasons = said.split('\n').filter((line) => line.startsWith('- '));
      assert.equal(reasons.length, 1, said);
      assert.match(
        said,
        new RegExp(`- ${name}: .*(is the example of .env.example; expected one of your own|no example)`),
      );
    }
    const { status, said } = run(own, '--app-id', `${example.MicrosoftAppId}`);
    assert.equal(status, 1, said);
    assert.match(said, /- --app-id is het voorbeeld uit \.env\.example; geef het id waaronder/);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('gives the package another name', async () => {
    const { status, said } = run({ ...pages, MicrosoftAppId: botId }, '--file', 'here/app.zip');
    assert.equal(status, 0, said);
    assert.match(said, /here\/app\.zip is klaar/);
    assert.deepEqual(readdirSync(folder), ['here']);
  });

  it('makes nothing of an id that is none, and says so', () => {
    for (const [env, ...operands] of [
      [{ ...pages, MicrosoftAppId: 'klachtenbot' }],
      [{ ...pages, MicrosoftAppId: '00000000-0000-0000-0000-000000000000' }],
      [{ ...pages, MicrosoftAppId: botId }, '--app-id', 'x'],
      [{ ...pages, MicrosoftAppId: botId }, '--file'],
      [{ ...pages, MicrosoftAppId: botId }, '--file', 'data/klachten.db'],
      [{ ...pages, MicrosoftAppId: botId }, 'app.zip'],
      [{ MicrosoftAppID: botId }],
    ] as [Record<string, string>, ...string[]][]) {
      const { status, said } = run(env, ...operands);
      assert.equal(status, 1, said);
      assert.match(said, /Er is geen pakket gemaakt:\n- /);
    }
    assert.deepEqual(readdirSync(folder), []);
  });
});
