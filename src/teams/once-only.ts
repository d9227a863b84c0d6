import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** How long one request may take, in milliseconds. */
const patience = 10_000;

/** The part of a connector client that the SDK does not show: its options have no say over retries and timeouts. */
type Inside = {
  client: {
    pipeline: {
      removePolicy(policy: { name: string }): void;
      addPolicy(policy: { name: string; sendRequest: Send }): void;
    };
  };
};
type Request = { timeout: number };
type Send = (request: Request, next: (request: Request) => Promise<unknown>) => Promise<unknown>;

/** The same authentication, whose connector clients make each request once and not four times, and end it in time. */
export function onceOnly(
  authentication: ConfigurationBotFrameworkAuthentication,
): ConfigurationBotFrameworkAuthentication {
  const original = authentication.createConnectorFactory.bind(authentication);
  authentication.createConnectorFactory = (identity) => {
    const factory = original(identity);
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => {
      const made = await create(serviceUrl, audience);
      const { pipeline } = (made as unknown as Inside).client;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy({
        name: 'patience',
        sendRequest: (request, next) => next(Object.assign(request, { timeout: patience })),
      });
      return made;
    };
    return factory;
  };
  return authentication;
}
