import assert from 'node:assert/strict';
import {
  type AppRegistration,
  eitherOf,
  type Identity,
  identityFor,
  ownIdentity,
} from '../../src/identity/own-identity.ts';
import { identityEndpoint } from '../store/entra-peer.ts';

const id = '2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80';
const tenantId = '90b1d6e2-3c4f-4a57-8d69-7e8f90a1b2c3';
const other = 'another-client-id';
const scope = 'https://graph.microsoft.com/.default';

const apps: Record<string, AppRegistration | undefined> = {
  'no registration': undefined,
  SingleTenant: { type: 'SingleTenant', id, tenantId, password: 'open sesame' },
  UserAssignedMSI: { type: 'UserAssignedMSI', id, tenantId },
};
const hosts: Record<string, NodeJS.ProcessEnv> = {
  'a desk': {},
  'a desk with AZURE_CLIENT_ID': { AZURE_CLIENT_ID: other },
  'App Service': { IDENTITY_ENDPOINT: 'http://127.0.0.1/', IDENTITY_HEADER: 'x' },
  'App Service with AZURE_CLIENT_ID': { IDENTITY_ENDPOINT: 'http://127.0.0.1/', AZURE_CLIENT_ID: other },
  'an older host': { MSI_ENDPOINT: 'http://127.0.0.1/' },
  'empty settings': { IDENTITY_ENDPOINT: '', MSI_ENDPOINT: '', AZURE_CLIENT_ID: '' },
};

const registration = { id, tenantId, secret: 'open sesame' };
const bot: Identity = { kind: 'managed', clientId: id };
const named: Identity = { kind: 'managed', clientId: other };
const login: Identity = { kind: 'login', registration: undefined };
const orSecret: Identity = { kind: 'login', registration };
const system: Identity = { kind: 'managed', registration: undefined };
const systemOrSecret: Identity = { kind: 'managed', registration };

/** Who it is: for each host without a registration, with a secret, and with a user-assigned identity. */
const table: Record<string, [Identity, Identity, Identity]> = {
  'a desk': [login, orSecret, bot],
  'a desk with AZURE_CLIENT_ID': [login, orSecret, bot],
  'App Service': [system, systemOrSecret, bot],
  'App Service with AZURE_CLIENT_ID': [named, named, bot],
  'an older host': [system, systemOrSecret, bot],
  'empty settings': [login, orSecret, bot],
};

describe('who the bot is in Azure and Microsoft 365', () => {
  for (const [host, env] of Object.entries(hosts))
    for (const [i, [type, app]] of Object.entries(apps).entries())
      it(`is chosen by one rule: ${type} on ${host}`, () => {
        assert.deepEqual(identityFor(app, env), table[host]?.[i]);
        const { who } = ownIdentity(app, env);
        assert.doesNotMatch(who, /sesame/);
        if (app?.type === 'UserAssignedMSI') assert.match(who, new RegExp(id));
      });
});

describe('who is logged in, or else the registration with its secret', () => {
  const giving = (token: string | undefined, asked: string[] = []) => ({
    asked,
    async getToken() {
      asked.push(token ?? 'nobody');
      if (!token) throw new Error('nobody is logged in');
      return { token, expiresOnTimestamp: 0 };
    },
  });

  it('is who is logged in, and stays so', async () => {
    const secret = giving('of the secret');
    const either = eitherOf(giving('of a person'), secret);
    for (let i = 0; i < 2; i++) assert.equal((await either.getToken(scope))?.token, 'of a person');
    assert.deepEqual(secret.asked, []);
  });

  it('is the registration on a host that has no identity of its own, and not for a moment of silence', async () => {
    const says = (message: string, more = {}) => ({
      getToken: () => Promise.reject(Object.assign(new Error(message), more)),
    });
    const secret = () => giving('of the secret');
    const none = says('Unable to load the proper Managed Identity.');
    assert.equal((await eitherOf(none, secret(), false).getToken(scope))?.token, 'of the secret');
    for (const silent of [
      says('Network unreachable.'),
      says('the request timed out'),
      says('connect ECONNREFUSED', { code: 'REQUEST_SEND_ERROR' }),
    ])
      await assert.rejects(async () => eitherOf(silent, secret(), false).getToken(scope));
  });

  it('is the registration where nobody is, without asking for a person again', async () => {
    const person = giving(undefined);
    const either = eitherOf(person, giving('of the secret'));
    for (let i = 0; i < 2; i++) assert.equal((await either.getToken(scope))?.token, 'of the secret');
    assert.deepEqual(person.asked, ['nobody']);
  });
});

describe('a token of the bot’s own identity', () => {
  const names = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER', 'AZURE_CLIENT_ID'] as const;
  const environment = names.map((name) => [name, process.env[name]] as const);
  let endpoint: Awaited<ReturnType<typeof identityEndpoint>>;

  beforeEach(async () => {
    endpoint = await identityEndpoint();
    process.env.IDENTITY_ENDPOINT = endpoint.url;
    process.env.IDENTITY_HEADER = 'secret';
  });
  afterEach(async () => {
    await endpoint.close();
    for (const [name, value] of environment) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('is asked for with the client id of the registration, and again past the cache once it is refused', async () => {
    endpoint.clientId = 'of-the-bot';
    const identity = ownIdentity({ type: 'UserAssignedMSI', id: 'of-the-bot', tenantId });
    process.env.AZURE_CLIENT_ID = other;
    const first = await identity.getToken(scope);
    assert.equal((await identity.getToken(scope))?.token, first?.token);
    identity.refuse();
    const second = await identity.getToken(scope);
    assert.notEqual(second?.token, first?.token);
    assert.equal((await identity.getToken(scope))?.token, second?.token);
    assert.deepEqual(endpoint.asked, ['of-the-bot', 'of-the-bot']);
  });

  it('is asked for anew before its 90 seconds are over', async () => {
    Object.assign(endpoint, { clientId: 'short-lived', livesFor: 90 });
    const identity = ownIdentity({ type: 'UserAssignedMSI', id: 'short-lived', tenantId });
    const tokens = new Set<string | undefined>();
    for (let i = 0; i < 3; i++) tokens.add((await identity.getToken(scope))?.token);
    assert.deepEqual([tokens.size, endpoint.given.length], [3, 3]);
  });

  it('is asked for without a client id where the host has an identity of its own', async () => {
    endpoint.clientId = undefined;
    const identity = ownIdentity({ type: 'SingleTenant', id, tenantId, password: 'open sesame' });
    assert.ok((await identity.getToken(scope))?.token);
    assert.deepEqual(endpoint.asked, [null]);
  });

  it('is of the registration where the host offers other identities only', async () => {
    endpoint.clientId = 'for-something-else';
    const identity = ownIdentity({ type: 'SingleTenant', id, tenantId, password: 'open sesame' });
    // No authority of Microsoft is reached here: that one is asked shows that the host was not the end.
    await assert.rejects(
      async () => identity.getToken('https://not-asked-before.example/.default'),
      (error: Error) => {
        assert.doesNotMatch(error.name, /CredentialUnavailableError/);
        return true;
      },
    );
    assert.deepEqual(new Set(endpoint.asked), new Set([null]));
  });

  it('is refused with the words of the host where the identity is not this machine’s', async () => {
    endpoint.clientId = 'another-bot';
    const identity = ownIdentity({ type: 'UserAssignedMSI', id: 'not-here', tenantId });
    await assert.rejects(async () => identity.getToken(scope), { name: 'CredentialUnavailableError' });
    assert.deepEqual(new Set(endpoint.asked), new Set(['not-here']));
  });
});
