import { compose } from '../../src/compose.ts';
import { logger, logWhatIsPrinted } from '../../src/log.ts';
import { readSettings } from '../../src/settings/settings.ts';

/** The parameters that no setting can give, from the command line. */
export type Told = {
  authority?: { issuer: string; metadataUrl: string };
  /** The token that the bot shows to the connector, instead of one of Microsoft. */
  bearer?: string;
  /** Where Microsoft Graph is. */
  graph?: string;
  inboundRate?: { turns: number; seconds: number };
  timeouts?: { request: number; headers: number; lookEvery: number };
};

const { authority, bearer, graph, inboundRate, timeouts }: Told = JSON.parse(process.argv[2] ?? '{}');

/** For this bot, which is authenticated, and speaks for itself with that bearer. */
const credentials = {
  isValidAppId: async (appId: string) => appId === process.env.MicrosoftAppId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    getToken: async () => bearer,
    async signRequest<T extends { headers: { set(name: string, value: string): void } }>(request: T) {
      request.headers.set('authorization', `Bearer ${bearer}`);
      return request;
    },
  }),
};

const settings = readSettings(process.env);
logWhatIsPrinted(logger(settings.logLevel));
const klachtenbot = compose(settings, {
  authority: authority && { ...authority, ...(bearer && { credentials: credentials as never }) },
  graph,
  inboundRate,
  timeouts,
});

process.on('message', (asked) => {
  if (asked === 'cpu') return void process.send?.(process.cpuUsage());
  globalThis.gc?.();
  process.send?.({ heapUsed: process.memoryUsage().heapUsed, polluted: Object.keys(Object.prototype) });
});

process.send?.({ url: await klachtenbot.start() });
