import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Sdk = ConfigurationBotFrameworkAuthentication;
type Options = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
type Identity = Parameters<Sdk['createConnectorFactory']>[0];
type ConnectorFactory = ReturnType<Sdk['createConnectorFactory']>;
type UserTokenClient = Awaited<ReturnType<Sdk['createUserTokenClient']>>;

/** Sends to one service of Teams. */
export type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** More services than Teams has regions. */
const mostKept = 50;

/**
 * Keeps the clients of the SDK, one for each service, because it makes new ones for every turn, which costs more than the
 * turn. They hold no state but their credentials, which are of the bot whoever is answered; a service comes this far only
 * after the token for it held good.
 */
export class KeptClients extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = new Map<string, ConnectorClient>();
  readonly #prepare: (client: ConnectorClient) => void;
  #userTokenClient: UserTokenClient | undefined;

  /** `prepare` is done once with each client. */
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
        this.#prepare(made);
        if (this.#clients.size >= mostKept) this.#clients.clear();
        this.#clients.set(service, made);
        return made;
      },
    };
  }

  /** Nobody signs in through the bot, but the SDK asks for this client in every turn. */
  override async createUserTokenClient(identity: Identity): Promise<UserTokenClient> {
    this.#userTokenClient ??= await super.createUserTokenClient(identity);
    return this.#userTokenClient;
  }
}
