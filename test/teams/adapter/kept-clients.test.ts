import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import type { ConnectorClient } from '../../../src/teams/adapter/client-pipeline.ts';
import { KeptClients } from '../../../src/teams/adapter/kept-clients.ts';

describe('the clients that send to Teams', () => {
  let prepared: ConnectorClient[];
  let authentication: KeptClients;

  beforeEach(() => {
    prepared = [];
    authentication = new KeptClients({}, undefined, (client) => prepared.push(client));
  });

  const caller = () => authentication.authenticateRequest({ channelId: 'msteams' } as Activity, '');

  it('are made and prepared once for each service and audience, in a turn and outside', async () => {
    const { connectorFactory, claimsIdentity } = await caller();
    const client = await connectorFactory?.create('https://emea.example/', 'an audience');
    const outside = authentication.createConnectorFactory(claimsIdentity);
    assert.equal(await outside.create('https://emea.example/', 'an audience'), client);
    const others = [
      await outside.create('https://amer.example/', 'an audience'),
      await outside.create('https://emea.example/', 'another audience'),
    ];
    assert.deepEqual(new Set(prepared), new Set([client, ...others]));
    assert.equal(prepared.length, 3);
  });

  it('are not kept without end, however many services there are', async () => {
    const factory = authentication.createConnectorFactory((await caller()).claimsIdentity);
    const first = await factory.create('https://service.example/0', 'an audience');
    for (let n = 1; n <= 50; n += 1) await factory.create(`https://service.example/${n}`, 'an audience');
    assert.notEqual(await factory.create('https://service.example/0', 'an audience'), first);
  });

  it('and the one that would let somebody sign in, are the same in every turn', async () => {
    const one = await authentication.createUserTokenClient((await caller()).claimsIdentity);
    assert.equal(await authentication.createUserTokenClient((await caller()).claimsIdentity), one);
  });
});
