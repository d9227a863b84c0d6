import {
  type Activity,
  type ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { AppRegistration } from '../../identity/own-identity.ts';
import type { Log } from '../../register/model/log.ts';
import type { ConnectorClient } from './client-pipeline.ts';
import { KeptClients } from './kept-clients.ts';
import { PlainSending } from './plain-sending.ts';
import { couldBeOurs, type Expected, serviceNamedIn } from './shown-token.ts';

/**
 * The authority that issues the tokens of callers, where its keys are published, and the bot's own credentials. Microsoft,
 * except in tests: a parameter of the composition, which no environment variable reaches.
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

/** A caller whose token is valid. */
type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** Handles an activity: the bot. */
type Turn = (context: TurnContext) => Promise<void>;

/** The response to an activity: an HTTP status, and a body only for an invoke. */
export type TurnAnswer = { status: number; body?: unknown };

/**
 * Makes the authentication of callers and of the bot; `prepare` is done with each client that sends to Teams. Without a
 * registration there is none: settings.ts keeps such a bot on loopback.
 */
export const teamsAuthentication = (
  app: AppRegistration | undefined,
  authority: TokenAuthority = microsoft,
  prepare: (client: ConnectorClient) => void = () => {},
): KeptClients =>
  new KeptClients(
    app
      ? {
          ...registrationOf(app),
          ToBotFromChannelTokenIssuer: authority.issuer,
          ToBotFromChannelOpenIdMetadataUrl: authority.metadataUrl,
        }
      : {},
    authority.credentials,
    prepare,
  );

const registrationOf = (app: AppRegistration) => ({
  MicrosoftAppType: app.type,
  MicrosoftAppId: app.id,
  MicrosoftAppPassword: app.password,
  MicrosoftAppTenantId: app.tenantId,
});

/** The audience of the token with which the bot speaks to Teams, and who issues it. */
const botAudience = 'https://api.botframework.com';
const botLogin = 'https://login.microsoftonline.com/botframework.com';

/** Makes the Authorization with which the bot asks the service of Teams for a picture that was sent to it; undefined in the try-out. */
export function botAuthorization(
  app: AppRegistration | undefined,
  authority: TokenAuthority = microsoft,
): (() => Promise<string | undefined>) | undefined {
  if (!app) return undefined;
  const factory =
    authority.credentials ?? new ConfigurationServiceClientCredentialFactory(registrationOf(app));
  let credentials: ReturnType<typeof factory.createCredentials> | undefined;
  return async () => {
    credentials ??= factory.createCredentials(app.id, botAudience, botLogin, true);
    const own = await credentials;
    const token: unknown =
      'getToken' in own && typeof own.getToken === 'function' ? await own.getToken() : undefined;
    return typeof token === 'string' ? `Bearer ${token}` : undefined;
  };
}

/** The adapter of the SDK, in which authenticating a caller and running the turn are two steps. */
export class TeamsAdapter extends PlainSending {
  readonly #expected: Expected | undefined;

  /** Makes the adapter. Without a registration nobody is authenticated: settings.ts keeps such a bot on loopback. */
  constructor(app: AppRegistration | undefined, authority: TokenAuthority = microsoft) {
    super(teamsAuthentication(app, authority));
    this.#expected = app && { audience: app.id, issuer: authority.issuer };
  }

  /** Tells whether the token could be for this bot, without checking its signature; if not, the body is left unread. */
  couldBeOurs(authorization: string | undefined): boolean {
    return this.#expected === undefined || couldBeOurs(authorization, this.#expected);
  }

  /** Authenticates a caller without a valid activity, by the service that the token itself names. Throws if it is invalid. */
  async authenticateAlone(authorization: string): Promise<void> {
    if (this.#expected === undefined) return;
    const serviceUrl = serviceNamedIn(authorization);
    await this.authenticate({ channelId: 'msteams', serviceUrl } as Activity, authorization);
  }

  /**
   * Authenticates a caller. Throws unless the token is signed, current (5 minutes of tolerance), for this bot, and for the
   * service that the activity names. The SDK would also accept tokens of the Emulator and of other bots, which are not Teams.
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
 * Runs the turn of an admitted activity. 401 without a turn for a caller who is not authenticated. A turn that failed is 500
 * for an invoke, so that the client says so, and 200 for anything else, because the activity did arrive. Neither says more:
 * the kind of fault is in the log.
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

/** Returns the status for a request that is refused; 401 for a caller who is not authenticated, who learns no more. */
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

/** Awaits the check of a token; logs it and returns undefined when the token is invalid. */
async function provenBy<T>(check: Promise<T>, log: Log): Promise<T | undefined> {
  try {
    return await check;
  } catch (error) {
    log.warn('not authenticated', { fault: error instanceof Error ? error.name : typeof error });
    return undefined;
  }
}
