import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Document, Dossier } from '../../src/register/model/dossier.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { aFolder } from '../a-folder.ts';
import type { Told } from './bot-process.ts';

export const appId = '2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80';
export const tenantId = '90b1d6e2-3c4f-4a57-8d69-7e8f90a1b2c3';

const inSettings = (role: string): string =>
  tryoutPeople
    .filter((person) => person.role === role)
    .map(({ name, mail, id }) => `${name} <${mail}> ${id}`)
    .join('; ');

/** The settings of a bot in production, with the people of the try-out at its desk. */
export const production = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'open sesame',
  MicrosoftAppTenantId: tenantId,
  OFFICER: inSettings('officer'),
  SUBSTITUTES: inSettings('substitute'),
  BOARD: inSettings('board'),
  ORGANISATION_ADDRESS: 'Ballance, Voorbeeldkade 1, 6811 AA Arnhem',
  ORGANISATION_EMAIL: 'klachten@ballance.example',
  ORGANISATION_PHONE: '088 000 0000',
  HOST: '127.0.0.1',
};

/** The whole bot in a process of its own, run by `execPath`, with a register of its own. It ends at once when it is stopped. */
export async function aGuardedBot(env: Record<string, string>, told: Told = {}, execPath = process.execPath) {
  const folder = aFolder();
  const file = `${folder.path}/klachten.db`;
  const child = fork(fileURLToPath(new URL('bot-process.ts', import.meta.url)), [JSON.stringify(told)], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'info', STORE: `sqlite:${file}`, ...env },
    execArgv: ['--expose-gc'],
    execPath,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const answer = async <T>(): Promise<T> => {
    const answered = new AbortController();
    const ended = once(child, 'exit', answered).then(() => {
      throw new Error(`The bot ended:\n${printed.slice(-2000)}`);
    });
    ended.catch(() => undefined);
    const [said] = await Promise.race([once(child, 'message', answered), ended]);
    answered.abort();
    return said as T;
  };
  const { url } = await answer<{ url: string }>();

  async function stored(id: string): Promise<Document | undefined> {
    const store = sqliteStore(file);
    const found = await store.read(id);
    await store.close();
    return found?.document;
  }

  return {
    url,
    /** Returns everything that it logged, and that the SDK printed. */
    printed: () => printed,
    runs: () => child.exitCode === null && child.signalCode === null,
    /** Bytes of heap in use after a collection, and what somebody managed to put on every object. */
    async inside(): Promise<{ heapUsed: number; polluted: string[] }> {
      child.send('inside');
      return answer();
    },
    /** Microseconds of processor that it has used. */
    async cpu(): Promise<number> {
      child.send('cpu');
      const { user, system } = await answer<NodeJS.CpuUsage>();
      return user + system;
    },
    stored,
    /** Every dossier in its register. */
    async dossiers(): Promise<Dossier[]> {
      const store = sqliteStore(file);
      const open = await store.list({ open: true });
      await store.close();
      return open;
    },
    async stop(): Promise<void> {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        child.kill('SIGKILL');
        await exit;
      }
      folder.remove();
    },
  };
}

export type GuardedBot = Awaited<ReturnType<typeof aGuardedBot>>;
