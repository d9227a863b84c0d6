import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from './earlier-version.ts';
import { residentMegabytes } from './resident-megabytes.ts';

/** The most milliseconds that a bot may take to start or to stop. */
const timeoutMs = 60_000;

/** A bot that runs in a process of its own. */
export type Child = {
  url: string;
  megabytes(): number | undefined;
  /** The CPU that it has used since it started, on all of its threads, in ms. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
};

const tellsCpu = fileURLToPath(new URL('tells-cpu.js', import.meta.url));

/**
 * Starts a file, given by its path from the root of the repository or by its whole path, in that folder, with these
 * settings and no others, and waits until it prints where it listens. It ends with this process at the latest.
 */
export async function startChild(file: string, folder: string, settings: NodeJS.ProcessEnv): Promise<Child> {
  const path = resolve(repository, file);
  const child = spawn(process.execPath, ['--import', tellsCpu, path], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return {
    url: await printedUrl(child, file),
    megabytes: () => residentMegabytes(child.pid),
    cpuMs: () => cpuMs(child),
    stop: () => stop(child),
  };
}

async function cpuMs(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ user, system }] = await once(child, 'message');
  return (user + system) / 1000;
}

function printedUrl(child: ChildProcess, file: string): Promise<string> {
  const { promise, resolve: found, reject } = Promise.withResolvers<string>();
  const failed = (): void => reject(new Error(`${file} did not start`));
  const timer = setTimeout(failed, timeoutMs);
  let printed = '';
  child.once('exit', failed);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (printed.length < 4096) printed += text;
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
    if (url) found(url);
  });
  return promise.finally(() => clearTimeout(timer));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
  clearTimeout(timer);
}
