import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Log } from '../../register/model/log.ts';
import { couldBeOurs, type Expected, serviceNamedIn } from './shown-token.ts';

/** How the bot is registered at Microsoft; absent in try-out mode. */
export type AppRegistration = { type: string; id: string; password?: string; tenantId: string };

/**
 * Who issues the tokens that callers show, where its keys are published, and how the bot shows who it is. Microsoft,
 * unless a test is its own authority: a parameter of the composition, which no environment variable reaches.
 */
export type TokenAuthority = {
  issuer: string;
  metadataUrl: string;
  /** Absent: the secret or the managed identity of the registration. */
  credentials?: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
};

const microsoft: TokenAuthority = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

/** A caller whose token holds good. */
type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** What is done with an activity: the bot. */
type Turn = (context: TurnContext) => Promise<void>;

/** What an activity is answered with: an HTTP status, and a body only when it was an invoke. */
export type TurnAnswer = { status: number; body?: unknown };

/** How callers prove who they are, and how the bot does. Without a registration neither proves anything: settings.ts keeps such a bot on loopback. */
export const teamsAuthentication = (
  app: AppRegistration | undefined,
  authority: TokenAuthority = microsoft,
): ConfigurationBotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication(
    app
      ? {
          MicrosoftAppType: app.type,
          MicrosoftAppId: app.id,
          MicrosoftAppPassword: app.password,
          MicrosoftAppTenantId: app.tenantId,
          ToBotFromChannelTokenIssuer: authority.issuer,
          ToBotFromChannelOpenIdMetadataUrl: authority.metadataUrl,
        }
      : {},
    authority.credentials,
  );

/** The adapter of the SDK, with authenticating a caller and running their turn as two steps. */
export class TeamsAdapter extends CloudAdapter {
  readonly #expected: Expected | undefined;

  /** Without a registration nobody is authenticated: settings.ts keeps such a bot on loopback. */
  constructor(app: AppRegistration | undefined, authority: TokenAuthority = microsoft) {
    super(teamsAuthentication(app, authority));
    this.#expected = app && { audience: app.id, issuer: authority.issuer };
  }

  /** Whether what comes with this header may be read: unless the token could not be ours, whoever signed it. */
  couldBeOurs(authorization: string | undefined): boolean {
    return this.#expected === undefined || couldBeOurs(authorization, this.#expected);
  }

  /** Throws unless the token holds good for the service that it names itself: for what comes without a good activity. */
  async authenticateAlone(authorization: string): Promise<void> {
    if (this.#expected === undefined) return;
    const serviceUrl = serviceNamedIn(authorization);
    await this.authenticate({ channelId: 'msteams', serviceUrl } as Activity, authorization);
  }

  /**
   * Throws unless the token is signed, current (5 minutes of tolerance), for this bot, and made for the service that
   * the activity names. The SDK would also take tokens of the Emulator and of other bots; these are no Teams.
   */
  async authenticate(activity: Activity, authorization: string): Promise<Caller> {
    const caller = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    const { claimsIdentity } = caller;
    const isTeams =
      claimsIdentity.getClaimValue('iss') === this.#expected?.issuer &&
      claimsIdentity.getClaimValue('serviceurl') === activity.serviceUrl;
    if (this.#expected !== undefined && !isTeams) throw new TypeError('the token is not of Teams');
    return caller;
  }

  run(caller: Caller, activity: Activity, turn: Turn): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, turn);
  }
}

/**
 * Answers an activity that the door let in. 401 without a turn for whoever cannot prove who they are, whatever the SDK
 * makes of it. A turn that failed is 500 to a press, so that the client says so; to anything else it is 200, because the
 * activity did come in: what failed is ours, or the service's, which did not take what was said. Neither says more: the
 * log knows the kind of fault.
 */
export async function takeTurn(
  adapter: TeamsAdapter,
  bot: Turn,
  activity: Activity,
  authorization: string,
  log: Log,
): Promise<TurnAnswer> {
  const caller = await provenBy(adapter.authenticate(activity, authorization), log);
  if (!caller) return { status: 401 };
  try {
    const response = await adapter.run(caller, activity, bot);
    return { status: response?.status ?? 200, body: response?.body };
  } catch (error) {
    log.fault('turn failed', error);
    return { status: activity.type === 'invoke' ? 500 : 200 };
  }
}

/** The status of what is refused for what was sent; 401 for whoever cannot prove who they are: they learn no more. */
export async function refusalTo(
  authorization: string | undefined,
  status: number,
  { adapter, log }: { adapter: TeamsAdapter; log: Log },
): Promise<number> {
  const isProven = await provenBy(
    adapter.authenticateAlone(authorization ?? '').then(() => true),
    log,
  );
  return isProven ? status : 401;
}

/** What a check of a token came to; undefined, and a line in the log, when the token does not hold good. */
async function provenBy<T>(check: Promise<T>, log: Log): Promise<T | undefined> {
  try {
    return await check;
  } catch (error) {
    log.warn('not authenticated', { fault: error instanceof Error ? error.name : typeof error });
    return undefined;
  }
}
