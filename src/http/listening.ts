import { createServer, type Server } from 'node:net';
import { SettingsFault } from '../settings/reader.ts';

export type Address = { host: string; port: number };

/** Starts listening. SettingsFault with HOST or PORT, and what helps, where that address cannot be had. */
export async function listen(server: Server, { host, port }: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((error: unknown) => {
    throw faultOf(error, { host, port }) ?? error;
  });
}

/** Tries an address and gives it back: who cannot listen there must not open a register, or make one. */
export async function assertFree(address: Address): Promise<void> {
  const server = createServer();
  await listen(server, address);
  await new Promise((resolve) => server.close(resolve));
}

/** Says which setting is wrong, by the code of the system. */
function faultOf(error: unknown, { host, port }: Address): SettingsFault | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const of = (why: string): SettingsFault => new SettingsFault([why]);
  switch (code) {
    case 'EADDRINUSE':
      return of(
        `PORT: is "${port}", which is in use (EADDRINUSE), perhaps by Klachtenbot itself; expected a free port, or that you stop the other program`,
      );
    case 'EACCES':
      return of(
        `PORT: is "${port}", at which this user may not listen (EACCES); expected a port above 1023, such as 3978`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return of(
        `HOST: is "${host}", which is no address of this machine (${code}); expected none, or one that it has, such as 0.0.0.0 for all`,
      );
    default:
      return undefined;
  }
}
