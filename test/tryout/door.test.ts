import assert from 'node:assert/strict';
import { request } from 'node:http';
import { statusAt } from '../status-at.ts';
import { type TryoutServer, tryoutServer } from './tryout-server.ts';

describe('the door of the try-out', () => {
  let teams: TryoutServer;
  before(async () => {
    teams = await tryoutServer();
  });
  after(() => teams.close());

  /** fetch does not let anyone set a Host; this does. */
  function knock(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
    return new Promise((answered, failed) => {
      const knocking = request(teams.url + path, { method, headers }, (response) => {
        response.resume();
        answered(response.statusCode);
      });
      knocking.on('error', failed).end();
    });
  }

  it('opens for this machine only, under whatever name it goes', async () => {
    const { port } = new URL(teams.url);
    assert.equal(await knock('/', { host: `localhost:${port}` }), 200);
    assert.equal(await knock('/', { host: `[::1]:${port}` }), 200);
    for (const path of ['/', '/tryout/api/state', '/tryout/page/app.js', '/tryout/api/events']) {
      assert.equal(await knock(path, { host: 'klachten.example' }), 403);
      assert.equal(await knock(path, { host: '127.0.0.1.klachten.example' }), 403);
    }
  });

  it('opens for its own page only', async () => {
    const step = (origin: string) => knock('/tryout/api/clock', { origin }, 'POST');
    assert.equal(await step('https://elsewhere.example'), 403);
    assert.equal(await step('http://127.0.0.1:1'), 403);
    assert.equal(await step('null'), 403);
    assert.equal(await step(teams.url), 400);
  });

  it('gives the page and its files, and nothing else', async () => {
    const page = await fetch(teams.url);
    await page.text();
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'self'/);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    const script = await fetch(`${teams.url}/tryout/page/adaptivecards.js`);
    await script.text();
    assert.match(script.headers.get('content-type') ?? '', /^text\/javascript/);
    for (const file of ['package.json', '..%2Ftryout.ts', 'constructor', '__proto__', 'index.html']) {
      assert.equal(await statusAt(`${teams.url}/tryout/page/${file}`), 404);
    }
  });

  it('has every file that the page asks for', async () => {
    const asked = new Set(['app.js']);
    const html = await (await fetch(teams.url)).text();
    for (const [, file] of html.matchAll(/\/tryout\/page\/([\w.-]+)/g)) asked.add(file ?? '');
    for (const file of asked) {
      const response = await fetch(`${teams.url}/tryout/page/${file}`);
      assert.equal(response.status, 200, file);
      const text = await response.text();
      if (file === 'adaptivecards.js' || file === 'markdown-it.js') continue;
      for (const [, wanted] of text.matchAll(/from '\.\/([\w.-]+)'/g)) asked.add(wanted ?? '');
    }
    assert.ok(asked.size > 10);
  });

  it('tells an open page what changes', async () => {
    const events = await fetch(`${teams.url}/tryout/api/events`);
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    const { id } = await teams.chatWith('Sanne de Vries');
    const path = `/tryout/connector/v3/conversations/${encodeURIComponent(id)}/activities`;
    await teams.ask(path, { type: 'message', text: 'Dag' });
    const news = await reader?.read();
    assert.equal(news?.value, `event: changed\ndata: {"conversationId":"${id}"}\n\n`);
    await reader?.cancel();
  });
});
