import { openWatch, tryoutFile } from './compose/open.ts';
import { compose, type Klachtenbot } from './compose.ts';
import { logger } from './log.ts';
import type { Settings } from './settings/settings.ts';
import { removeDatabase } from './store/sqlite-files.ts';
import { instantAt, later } from './time/local-date.ts';
import { sampleMs } from './tryout/tryout.ts';

/**
 * Composes the bot, and in the try-out anew on an empty register when somebody there begins again: everything stops cleanly,
 * the register goes and then the chats, and what starts at the same address knows nothing of what was. A power cut in between
 * is no half state: without its register, the next start forgets the chats. Where it cannot go on, `failed` hears why.
 */
export async function running(settings: Settings, failed: (error: unknown) => void): Promise<Klachtenbot> {
  const watch = await openWatch(settings, logger(settings.logLevel));
  let url = '';
  let now = compose(settings, { beginAgain, watch });
  let changing = Promise.resolve();

  function beginAgain(withSample: boolean): void {
    changing = changing.then(async () => {
      await now.stop();
      if (settings.store.kind === 'sqlite') {
        removeDatabase(settings.store.path);
        removeDatabase(tryoutFile(settings.store));
      }
      const begun = { ...settings, port: Number(new URL(url).port) };
      const fillUntil = withSample ? (begun.clock ?? instantAt(Date.now())) : undefined;
      const earlier = fillUntil && { clock: later(fillUntil, -sampleMs) };
      now = compose(begun.tryout ? { ...begun, ...earlier } : begun, { beginAgain, fillUntil, watch });
      await now.start();
    });
    changing.catch(failed);
  }

  return {
    async start() {
      url = await now.start();
      return url;
    },
    stop: () => changing.then(() => now.stop()),
  };
}
