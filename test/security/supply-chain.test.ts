import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };

type Locked = {
  version: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
};

const fileOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const lock = JSON.parse(fileOf('package-lock.json')) as { packages: Record<string, Locked> };
const { '': root, ...packages } = lock.packages;

/** Licences under which a package may be used in a program that is not published. */
const permissive =
  /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|BlueOak-1\.0\.0|PSF-2\.0|MPL-2\.0|\(ISC AND CC-BY-3\.0\)|\(AFL-2\.1 OR BSD-3-Clause\)|\(MIT (AND|OR) [\w. +-]+\))( \(its \w+(\.md)?\))?$/;

describe('what the bot is made with', () => {
  it('is asked for in exact versions', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    assert.deepEqual(
      asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
      [],
    );
  });

  it('is locked in those versions, with the hash of each package and without the address of a registry', () => {
    const { dependencies, devDependencies } = root as Locked & typeof manifest;
    assert.deepEqual(
      { dependencies, devDependencies },
      { dependencies: manifest.dependencies, devDependencies: manifest.devDependencies },
    );
    const wrong = Object.entries(packages).filter(
      ([, { integrity, resolved, inBundle }]) =>
        resolved !== undefined || !(inBundle || integrity?.startsWith('sha')),
    );
    assert.deepEqual(
      wrong.map(([path]) => path),
      [],
    );
    assert.match(fileOf('.npmrc'), /^omit-lockfile-registry-resolved=true$/m);
  });

  it('runs nothing of others while it is installed but the installation of Node itself', () => {
    const scripted = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
    const allowed: Record<string, boolean> = manifest.allowScripts;
    assert.deepEqual(scripted.sort(), ['node_modules/dtrace-provider', 'node_modules/node']);
    assert.deepEqual(allowed, { node: true, 'dtrace-provider': false });
  });

  it('and its licences stand in NOTICE, which is up to date', () => {
    const path = new URL('../../scripts/notice.ts', import.meta.url).pathname;
    const made = execFileSync(process.execPath, [path], { encoding: 'utf8' });
    assert.equal(fileOf('NOTICE'), made, 'make it anew: node scripts/notice.ts > NOTICE');
  });

  it('may be used as we use it', () => {
    const lines = fileOf('NOTICE')
      .split('\n')
      .filter((line) => /^[@\w].* \d+\.\d+\.\d+\S*: /.test(line));
    assert.ok(lines.length > 100);
    const others = lines.filter((line) => !permissive.test(line.split(': ')[1] ?? ''));
    assert.deepEqual(
      others.map((line) => line.split(' ')[0]),
      ['dejavu-fonts-ttf'],
    );
  });
});
