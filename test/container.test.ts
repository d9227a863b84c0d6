import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { aFolder } from './a-folder.ts';
import { aBot, lars, sanne } from './e2e/a-bot.ts';
import { startProcess } from './e2e/a-process.ts';
import { importsOf } from './source-file.ts';

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const instructions = linesOf('Dockerfile').map((line) => {
  const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
  return { name, rest };
});
/** What follows on the last FROM: the image itself. */
const image = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM') + 1);
const only = (name: string): string => {
  const found = image.filter((one) => one.name === name);
  assert.equal(found.length, 1, `one ${name}`);
  return found[0]?.rest ?? '';
};

/** What the first stage copies from the folder of the project: each a file or a folder. */
const copied = instructions
  .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--'))
  .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
const within = (file: string, those: readonly string[]): boolean =>
  those.some((one) => file === one || file.startsWith(`${one}/`));

/** Runs the command of HEALTHCHECK; returns the exit code. */
async function healthOf(port: string): Promise<number | null> {
  const [program, ...rest] = JSON.parse(only('HEALTHCHECK').replace(/^.*? CMD /, '')) as string[];
  assert.equal(program, 'node');
  const child = spawn(process.execPath, rest, { env: { PORT: port }, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('the image of the Dockerfile', () => {
  const sources = globSync('src/**/*.{ts,js}');

  it('has every file that the code opens beside itself', () => {
    const opened = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/new URL\(\s*[`'"](\.[^`'"$]*)/g)].map(([, to = '']) =>
        normalize(join(dirname(path), to)),
      ),
    );
    for (const known of ['cards/', 'manifest/color.png']) assert.ok(opened.includes(known), known);
    const outside = opened.filter((file) => !file.startsWith('node_modules') && file !== './');
    assert.deepEqual(
      outside.filter((file) => !within(file.replace(/\/$/, ''), copied)),
      [],
    );
  });

  it('has every package that the code imports, and none that runs a script of its own', () => {
    const imported = sources.flatMap((path) => importsOf(readFileSync(path, 'utf8')));
    const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }>;
    };
    const packages = imported
      .filter(({ from, typesOnly }) => !typesOnly && !/^(\.|node:)/.test(from) && !/[$`]/.test(from))
      .map(({ from }) => from.split('/', from.startsWith('@') ? 2 : 1).join('/'));
    for (const name of packages) assert.ok(name in manifest.dependencies, `${name} is for development only`);
    const scripted = Object.entries(locked).filter(([, one]) => !one.dev && one.hasInstallScript);
    assert.deepEqual(scripted, []);
  });

  it('takes in nothing but what runs', () => {
    const [everything, ...admitted] = linesOf('.dockerignore');
    assert.equal(everything, '*');
    assert.deepEqual(admitted.map((line) => line.replace('!', '')).sort(), [...copied].sort());
    for (const path of copied) assert.ok(existsSync(path), path);
    for (const path of ['test', 'data', '.env', 'node_modules', '.git'])
      assert.ok(!within(path, copied), path);
  });

  it('asks the builder for nothing that only BuildKit has', () => {
    assert.deepEqual(
      instructions.filter(({ rest }) => /--(mount|link|chmod|exclude|parents)\b|<</.test(rest)),
      [],
    );
  });

  it('names a base that can be replaced, by a version that stays what it is', () => {
    const bases = instructions.filter(({ name }) => name === 'FROM').map(({ rest }) => rest.split(' ')[0]);
    assert.deepEqual([...new Set(bases)], ['$' + '{BASE}']);
    const [, base = ''] = /^BASE=(.*)$/.exec(instructions[0]?.rest ?? '') ?? [];
    assert.match(base, /^node:24-[\w-]+$/);
  });

  it('runs as somebody who is not root, and keeps what SQLite writes by the way in data/', () => {
    assert.match(only('USER'), /^[1-9]\d*:[1-9]\d*$/);
    assert.ok(
      only('ENV')
        .split(' ')
        .includes(`SQLITE_TMPDIR=${only('WORKDIR')}/data`),
    );
    assert.match(image.find(({ name }) => name === 'COPY')?.rest ?? '', /--chown=0:0 \/klachtenbot \.\/$/);
  });

  it('starts a file that it has, without npm', () => {
    const [program, ...files] = JSON.parse(only('CMD')) as string[];
    assert.equal(program, 'node');
    assert.deepEqual(files, manifest.scripts.start.split(' ').slice(1));
    for (const file of files) assert.ok(existsSync(file) && within(file, copied), file);
  });

  it('does the job with what it has alone, and its health command follows the bot', async () => {
    const folder = aFolder();
    for (const path of copied) {
      mkdirSync(join(folder.path, dirname(path)), { recursive: true });
      cpSync(path, join(folder.path, path), { recursive: true });
    }
    mkdirSync(join(folder.path, 'node_modules/.cache'), { recursive: true });
    for (const path of Object.keys(manifest.dependencies)) {
      const link = join(folder.path, 'node_modules', path);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(process.cwd(), 'node_modules', path), link);
    }
    const bot = await aBot({}, (data, env) =>
      startProcess(data, env, { main: join(folder.path, 'src/start.js') }),
    );
    try {
      await bot.register(sanne);
      const { card } = await bot.arrives(lars, /Klacht K-2026-0001/);
      assert.match(JSON.stringify(card), /data:image\/png;base64,/);
      assert.equal((await fetch(`${bot.url()}/tryout/page/icon.png`)).status, 200);
      assert.equal(await healthOf(new URL(bot.url()).port), 0);
      await bot.stop();
      assert.equal(await healthOf(new URL(bot.url()).port), 1);
    } finally {
      await bot.end();
      folder.remove();
    }
  });
});
