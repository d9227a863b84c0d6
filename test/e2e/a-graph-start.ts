/** Starts the bot of the code beside it as main.ts does, with Microsoft Graph at the address that it is told. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const from = (file: string) => import(pathToFileURL(join(process.env.CODE ?? '', file)).href);
const { compose } = (await from('src/compose.ts')) as typeof import('../../src/compose.ts');
const { readSettings } = (await from(
  'src/settings/settings.ts',
)) as typeof import('../../src/settings/settings.ts');

const bot = compose(readSettings(process.env), { graph: process.env.GRAPH });
process.on('SIGINT', stop).on('SIGTERM', stop);
console.log(await bot.start());

function stop(): void {
  bot.stop().then(() => process.exit(0));
}
