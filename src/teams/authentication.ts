import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Log } from '../register/log-port.ts';

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

/** How callers prove who they are, and how the bot does. Without a registration nobody need. */
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

/** The adapter of the SDK, with authenticating a caller and running his turn as two steps. */
export class TeamsAdapter extends CloudAdapter {
  readonly #issuer: string | undefined;

  /** Without a registration nobody is authenticated: settings.ts keeps such a bot on loopback. */
  constructor(app: AppRegistration | undefined, authority: TokenAuthority = microsoft) {
    super(teamsAuthentication(app, authority));
    this.#issuer = app && authority.issuer;
  }

  /**
   * Throws unless the token is signed, current (5 minutes of tolerance), for this bot, and made for the service that
   * the activity names. The SDK would also take tokens of the Emulator and of other bots; these are no Teams.
   */
  async authenticate(activity: Activity, authorization: string): Promise<Caller> {
    const caller = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    const { claimsIdentity } = caller;
    const isTeams =
      claimsIdentity.getClaimValue('iss') === this.#issuer &&
      claimsIdentity.getClaimValue('serviceurl') === activity.serviceUrl;
    if (this.#issuer !== undefined && !isTeams) throw new TypeError('the token is not of Teams');
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
  let caller: Caller;
  try {
    caller = await adapter.authenticate(activity, authorization);
  } catch (error) {
    log.warn('not authenticated', { fault: error instanceof Error ? error.name : typeof error });
    return { status: 401 };
  }
  try {
    const response = await adapter.run(caller, activity, bot);
    return { status: response?.status ?? 200, body: response?.body };
  } catch (error) {
    log.fault('turn failed', error);
    return { status: activity.type === 'invoke' ? 500 : 200 };
  }
}
