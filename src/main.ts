import { existsSync } from 'node:fs';
import { compose } from './compose.ts';
import { readSettings, SettingsFault } from './settings.ts';

/** Starts the bot as the environment says; stops it cleanly on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const klachtenbot = compose(settings);
  const url = await klachtenbot.start();
  if (settings.tryout) {
    console.log(
      `Klachtenbot draait in de proefopstelling. Open ${url} in je browser; stoppen kan met Ctrl+C.`,
    );
  }
  const stop = async (): Promise<void> => {
    await klachtenbot.stop();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const lines =
    error instanceof SettingsFault ? error.faults : [error instanceof Error ? error.message : String(error)];
  console.error(['Klachtenbot does not start:', ...lines.map((line) => `- ${line}`)].join('\n'));
  process.exit(1);
});
