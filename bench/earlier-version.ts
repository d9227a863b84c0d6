import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('..', import.meta.url));

/** The version that ours is compared with. */
export const earlierVersion = '0.5.0';

/**
 * Puts the source of the earlier version, from the history of this repository, in that folder beside the packages of
 * today. Answers with the path of its `main.ts`; undefined where there is no such history, as in a shallow clone.
 */
export function checkOutEarlierVersion(folder: string): string | undefined {
  const [commit] = git([
    'log',
    '--reverse',
    '--format=%H',
    `-S"version": "${earlierVersion}"`,
    '--',
    'package.json',
  ])
    .toString()
    .split('\n');
  if (!commit) return undefined;
  const root = join(folder, earlierVersion);
  mkdirSync(root);
  const { status } = spawnSync('tar', ['-x', '-C', root], { input: git(['archive', commit]) });
  if (status !== 0) return undefined;
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  return join(root, 'src', 'main.ts');
}

/** What git prints; nothing where it fails, or is not there. */
const git = (args: string[]): Buffer =>
  spawnSync('git', args, { cwd: repository, maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] })
    .stdout ?? Buffer.alloc(0);
