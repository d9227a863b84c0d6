import { setTimeout as pause } from 'node:timers/promises';
import type { Connector } from './connector.ts';
import type { Office } from './office.ts';

/** Milliseconds that a name may take: the person who waits for an answer comes first. */
const patience = 1500;

/**
 * What a colleague is called who was never heard, by Entra object id. His own chat with the bot knows it; that is made
 * when there is none, and nothing is said in it. Undefined when the platform does not tell, or takes too long.
 */
export async function nameOfColleague(
  id: string,
  { addresses }: Office,
  connector: Connector,
): Promise<string | undefined> {
  const answer = ask().catch(() => undefined);
  return Promise.race([answer, pause(patience, undefined, { ref: false })]);

  async function ask(): Promise<string | undefined> {
    const home = await addresses.home();
    if (!home) return undefined;
    const address = await connector.chatWith(id, home);
    const name = await connector.nameIn(address, id);
    if (name) await addresses.record({ id, name }, address);
    return name;
  }
}
