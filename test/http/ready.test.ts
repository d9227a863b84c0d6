import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type SinonFakeTimers, useFakeTimers } from 'sinon';
import { httpServer } from '../../src/http/server.ts';
import type { Readiness } from '../../src/register/health.ts';
import { TeamsAdapter } from '../../src/teams/adapter/adapter.ts';
import { logBook } from '../dispatch/log-book.ts';
import { statusAt } from '../status-at.ts';

describe('readiness, which anybody may ask', () => {
  let clock: SinonFakeTimers;
  let url: string;
  let close: () => void;
  let ready: () => Promise<Readiness>;

  beforeEach(async () => {
    clock = useFakeTimers({ toFake: ['performance'] });
    const { router } = httpServer({
      adapter: new TeamsAdapter(undefined),
      bot: () => assert.fail('nobody speaks'),
      admission: 'anyone-on-loopback',
      ready: () => ready(),
      log: logBook(),
    });
    const { server } = router;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health/ready`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterEach(() => {
    close();
    clock.restore();
  });

  it('is measured once in five seconds, however many ask, and once for all who ask meanwhile', async () => {
    let measured = 0;
    let isSlow = false;
    const waiting: (() => void)[] = [];
    ready = async () => {
      measured += 1;
      if (isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
      const isOdd = measured % 2 === 1;
      return { ready: isOdd, status: isOdd ? 'ok' : 'not ready', parts: {} };
    };
    assert.deepEqual([await statusAt(url), await statusAt(url), measured], [200, 200, 1]);
    clock.tick(4_999);
    assert.deepEqual([await statusAt(url), measured], [200, 1]);
    clock.tick(1);
    assert.deepEqual([await statusAt(url), measured], [503, 2]);

    clock.tick(5_000);
    isSlow = true;
    const asked = [statusAt(url), statusAt(url)];
    while (waiting.length === 0) await new Promise(setImmediate);
    // Who asks later than that does not measure beside the one that is under way.
    clock.tick(60_000);
    asked.push(statusAt(url));
    await statusAt(url.replace('ready', 'live'));
    for (const go of waiting) go();
    assert.deepEqual([await Promise.all(asked), measured], [[200, 200, 200], 3]);
  });

  const saidTo = async (host: string) => {
    const asked = request(url, { headers: { host } }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return text(answer);
  };

  it('is the same word for everybody, and nothing but that word from outside', async () => {
    const store = { ok: true, state: 'ok' };
    for (const status of ['ok', 'degraded', 'not ready'] as const) {
      ready = async () => ({ ready: status !== 'not ready', status, parts: { store } });
      assert.deepEqual(JSON.parse(await saidTo('localhost')), { status, store });
      assert.deepEqual(JSON.parse(await saidTo('bot.ballance.example')), { status });
      clock.tick(5_000);
    }
  });

  it('has its detail for who asks this machine by a name of its own, not by that of the bot in the world', async () => {
    const store = { ok: true, state: 'ok' };
    ready = async () => ({ ready: true, status: 'ok', parts: { store } });
    const { port } = new URL(url);
    for (const host of ['localhost', '127.0.0.1', `127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
      assert.deepEqual(JSON.parse(await saidTo(host)), { status: 'ok', store }, host);
    for (const host of ['bot.ballance.example', 'localhost.example', '10.0.0.1', '127.example', 'a b'])
      assert.doesNotMatch(await saidTo(host), /store/, host);
  });
});
