import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aConnector } from '../e2e/a-connector.ts';
import { sanne } from '../procedure/people.ts';
import { aDoor } from './a-door.ts';
import { countedStore } from './counted-store.ts';

type Json = Record<string, unknown>;

describe('what a list costs, counted through the door', () => {
  let client: Awaited<ReturnType<typeof aConnector>>;
  let door: Awaited<ReturnType<typeof aDoor>>;
  let count: ReturnType<typeof countedStore>;

  before(async () => {
    client = await aConnector();
    count = countedStore(sqliteStore(':memory:'));
    door = await aDoor(count.counted, '2026-04-01T10:00');
    const form = {
      complainantName: 'Mevrouw Van Dam',
      summary: 'Er is niet teruggebeld.',
      form: randomUUID(),
    };
    await costOf(press('register', { ...form, origin: 'client', manner: 'oral', receivedOn: '2026-04-01' }));
    // From the second on: the first list of somebody also makes the document.
    await costOf(typed('mijn klachten'));
  });
  after(async () => {
    await door.close();
    await client.close();
  });

  const typed = (text: string): Json => ({ type: 'message', text });
  const press = (verb: string, data: Json, replyToId = 'a card'): Json => ({
    ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });

  /** Sends an activity of somebody; returns the requests to Teams, and the calls to the store about what lists name. */
  async function costOf(activity: Json): Promise<{ requests: number; calls: string[] }> {
    const [sent, asked] = [client.sent.length, count.count()];
    const response = await fetch(`${door.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ id: '1', channelId: 'msteams', serviceUrl: client.serviceUrl },
        from: { id: `29:${sanne.id}`, name: sanne.name, aadObjectId: sanne.id },
        recipient: { id: '28:bot', name: 'Klachtenbot' },
        conversation: { id: 'chat', conversationType: 'personal', tenantId: 'ballance' },
        ...activity,
      }),
    });
    assert.ok(response.ok, await response.text());
    return { requests: client.sent.length - sent, calls: count.since(asked, ['naming']) };
  }

  const [read, write] = [`read naming/${sanne.id}`, `write naming/${sanne.id}`];

  it('one request, and one write of what it names, however many came before', async () => {
    for (let i = 0; i < 25; i++)
      assert.deepEqual(await costOf(typed('mijn klachten')), { requests: 1, calls: ['list', read, write] });
  });

  it('no request where it answers a button, and no write where it names what it named', async () => {
    const again = () => costOf(press('my-complaints', {}));
    assert.deepEqual(await again(), { requests: 0, calls: ['list', read, write] });
    assert.deepEqual(await again(), { requests: 0, calls: ['list', read] });
  });

  it('nothing where a new message names nobody', async () => {
    assert.deepEqual(await costOf(typed('help')), { requests: 1, calls: [] });
  });
});
