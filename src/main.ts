import { writeSync } from 'node:fs';
import { begin } from './cli/command-line.ts';
import { assertFree } from './http/listening.ts';
import { logger, logTheEnd, logWhatIsPrinted } from './log.ts';
import { readSettings, SettingsFault } from './settings/settings.ts';

const USAGE = `Gebruik: npm start
Zonder npm: node src/start.js

Start Klachtenbot. Achter deze opdracht hoort niets. De instellingen komen uit de omgeving, of uit het bestand .env in de map
waar je haar geeft; in .env.example staat elke instelling met uitleg. Zonder MicrosoftAppId start de proefopstelling.
Wat een beheerder verder moet weten, staat in docs/README.md. Stoppen kan met Ctrl+C.`;

/** Tells whether a fault goes to the log: in production, but to a person at a terminal. */
const isLogged = (): boolean => Boolean(process.env.MicrosoftAppId) && !process.stderr.isTTY;

/** Starts the bot as the environment says; stops it cleanly on SIGTERM or SIGINT, and at once on a second one. */
async function main(): Promise<void> {
  const strange: string[] = [];
  begin(USAGE, { words: false, refused: end, strange: (names) => strange.push(...names) });
  const settings = readSettings(process.env);
  await assertFree(settings);
  const log = logger(settings.logLevel);
  logWhatIsPrinted(log);
  for (const id of strange) log.warn('a name in .env is no setting', { id });
  // Loaded only now, so that a fault in the settings is told without waiting for it.
  const { running } = await import('./running.ts');
  const klachtenbot = await running(settings, end);
  const url = await klachtenbot.start();
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    klachtenbot.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Last, because a program that reads this may stop the bot at once.
  if (settings.tryout) {
    say(1, `Klachtenbot draait in de proefopstelling. Open ${url} in je browser; stoppen kan met Ctrl+C.`);
  }
}

/** Writes to the terminal, on standard output or standard error, past the log. */
const say = (descriptor: 1 | 2, text: string): void => void writeSync(descriptor, `${text}\n`);

/** Tells why the bot does not start, and ends it. */
function end(error: unknown): void {
  const reasons =
    error instanceof SettingsFault ? error.faults : [error instanceof Error ? error.message : String(error)];
  if (isLogged()) logTheEnd(error, reasons);
  else say(2, ['Klachtenbot does not start:', ...reasons.map((reason) => `- ${reason}`)].join('\n'));
  process.exit(1);
}

main().catch(end);
