import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type ConnectorClient, withoutIdleSteps } from './client-pipeline.ts';

type Sdk = ConfigurationBotFrameworkAuthentication;
type Options = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
type Identity = Parameters<Sdk['createConnectorFactory']>[0];
type ConnectorFactory = ReturnType<Sdk['createConnectorFactory']>;
type UserTokenClient = Awaited<ReturnType<Sdk['createUserTokenClient']>>;

/** The most clients that are kept: more than Teams has regions. */
const mostKept = 50;

/**
 * Keeps a client of the SDK for each service, because the SDK makes new ones in every turn, which costs more than the turn. A
 * client has no state but the credentials of the bot; a service gets one only after its token was found valid.
 */
export class KeptClients extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = new Map<string, ConnectorClient>();
  readonly #prepare: (client: ConnectorClient) => void;
  #userTokenClient: UserTokenClient | undefined;

  /** Makes it; calls `prepare` once with each client. */
  constructor(settings: Options[0], credentials: Options[1], prepare: (client: ConnectorClient) => void) {
    super(settings, credentials);
    this.#prepare = prepare;
  }

  override async authenticateRequest(...request: Parameters<Sdk['authenticateRequest']>) {
    const caller = await super.authenticateRequest(...request);
    return { ...caller, connectorFactory: this.createConnectorFactory(caller.claimsIdentity) };
  }

  override createConnectorFactory(identity: Identity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    return {
      create: async (serviceUrl, audience) => {
        const service = JSON.stringify([serviceUrl, audience]);
        const kept = this.#clients.get(service);
        if (kept) return kept;
        const made = await factory.create(serviceUrl, audience);
        withoutIdleSteps(made);
        this.#prepare(made);
        if (this.#clients.size >= mostKept) this.#clients.clear();
        this.#clients.set(service, made);
        return made;
      },
    };
  }

  /** Keeps one client for user tokens, which the SDK asks for in every turn though nobody signs in through the bot. */
  override async createUserTokenClient(identity: Identity): Promise<UserTokenClient> {
    this.#userTokenClient ??= await super.createUserTokenClient(identity);
    return this.#userTokenClient;
  }
}
