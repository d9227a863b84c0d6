import { tryoutFile } from './compose/open.ts';
import { compose, type Klachtenbot } from './compose.ts';
import type { Settings } from './settings/settings.ts';
import { removeDatabase } from './store/sqlite-files.ts';

/**
 * Composes the bot, and in the try-out anew on an empty register when somebody there begins again: everything stops cleanly,
 * the register goes and then the chats, and what starts at the same address knows nothing of what was. A power cut in between
 * is no half state: without its register, the next start forgets the chats. Where it cannot go on, `failed` hears why.
 */
export function running(settings: Settings, failed: (error: unknown) => void): Klachtenbot {
  let url = '';
  let now = compose(settings, { beginAgain });
  let changing = Promise.resolve();

  function beginAgain(): void {
    changing = changing.then(async () => {
      await now.stop();
      if (settings.store.kind === 'sqlite') {
        removeDatabase(settings.store.path);
        removeDatabase(tryoutFile(settings.store));
      }
      now = compose({ ...settings, port: Number(new URL(url).port) }, { beginAgain });
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
