import type { Memory } from './memory.ts';
import { type Routes, refused } from './routes.ts';
import type { Progress } from './sample.ts';

type Context = {
  memory: Memory;
  isMadeBy?: (id: string) => Promise<boolean>;
  /** Absent where nothing can be started again. */
  beginAgain?: ((withSample: boolean) => void) | undefined;
  /** Tells how far the sample is while it is being played. */
  progress: () => Progress | undefined;
};

/**
 * Serves the wish to begin again on an empty register, and to have the sample in it (`sample`): only of one that a try-out made
 * itself, and once.
 */
export function registerSide(route: Routes, { memory, isMadeBy, beginAgain, progress }: Context): void {
  let isEnding = false;

  route('POST', '/tryout/api/begin-again', async ({ body, response }) => {
    const id = memory.noted('register');
    const isOurs = typeof id === 'string' && (await isMadeBy?.(id));
    if (!beginAgain || !isOurs) return refused(409, notOurs);
    if (progress()) return refused(409, 'De voorbeelden worden nog ingevuld. Wacht even.');
    if (isEnding) return refused(409, 'Er wordt al opnieuw begonnen. Wacht even.');
    isEnding = true;
    // Once this is answered, because everything that is open is closed then.
    response.once('close', () => beginAgain(body.sample === true));
    return { status: 202 };
  });
}

/** Why a register stays, and how to have an empty one. */
const notOurs =
  'Dit register is niet door de proefopstelling gemaakt, en blijft daarom zoals het is. Wil je een leeg register? Stop, en start met STORE=sqlite: en de naam van een nieuw bestand.';
