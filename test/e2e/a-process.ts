import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ours = fileURLToPath(new URL('../../src/start.js', import.meta.url));

/** Monday 23 November 2026, 10:00 in Amsterdam. */
const monday = '2026-11-23T10:00';

/** The bot as a process of its own, with a register of its own, on a free port. */
export type BotProcess = {
  url: string;
  /** Everything that it printed. */
  printed(): string;
  /** Waits until it ends by itself; returns the exit code. */
  ended(): Promise<number | null>;
  /** Stops it as Ctrl+C does; returns the exit code. */
  stop(): Promise<number | null>;
  /** Stops it with SIGTERM, as an operator does; returns the exit code. */
  terminate(): Promise<number | null>;
  /** Kills it as a power cut would, without a clean stop. */
  kill(): Promise<void>;
};

/**
 * Starts `node src/start.js` in that folder; `env` is all that it is told besides. `fileBlocks`: no file may grow beyond so
 * many blocks of 512 bytes; `main` is a copy of `src/start.js` elsewhere.
 */
export async function startProcess(
  folder: string,
  env: Record<string, string> = {},
  { fileBlocks = 'unlimited', main = ours }: { fileBlocks?: number | 'unlimited'; main?: string } = {},
): Promise<BotProcess> {
  const limited = `ulimit -f ${fileBlocks}; exec "$0" "$1"`;
  const child = spawn('sh', ['-c', limited, process.execPath, main], {
    cwd: folder,
    env: {
      PORT: '0',
      STORE: 'sqlite:klachten.db',
      CLOCK: monday,
      LOG_LEVEL: 'silent',
      SMTP_URL: 'none',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = collected(child);
  const url = await urlIn(child, lines);
  const end = async (signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  };
  return {
    url,
    printed: () => lines.join(''),
    async ended() {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      return child.exitCode;
    },
    stop: () => end('SIGINT'),
    terminate: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}

function collected(child: ChildProcess): string[] {
  const lines: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  return lines;
}

async function urlIn(child: ChildProcess, lines: string[]): Promise<string> {
  for (;;) {
    const [url] = /http:\/\/\S+?:\d+/.exec(lines.join('')) ?? [];
    if (url) return url;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The bot did not start:\n${lines.join('')}`);
    await Promise.race([child.stdout ? once(child.stdout, 'data') : undefined, once(child, 'exit')]);
  }
}
