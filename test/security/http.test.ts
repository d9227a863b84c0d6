import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { largestBody } from '../../src/http/json-body.ts';
import { aGuardedBot, type GuardedBot } from './a-guarded-bot.ts';

const json = { 'Content-Type': 'application/json' };

describe('the door on the network', () => {
  let bot: GuardedBot;
  before(async () => {
    bot = await aGuardedBot({});
  });
  after(() => bot?.stop());

  async function ask(path: string, init: RequestInit = {}) {
    const response = await fetch(bot.url + path, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  }
  const post = (body: BodyInit, headers: Record<string, string> = json) =>
    ask('/api/messages', { method: 'POST', body, headers });
  async function refuses(answer: ReturnType<typeof ask>, ...expected: number[]) {
    const { status, text } = await answer;
    assert.ok(expected.includes(status), `${status}`);
    assert.equal(text, '');
  }

  it('refuses a body over 256 KB', async () => {
    await refuses(post(JSON.stringify({ text: 'x'.repeat(largestBody) })), 413);
    const stream = new Blob(['{"text":"', 'x'.repeat(largestBody), '"}']).stream();
    await refuses(
      ask('/api/messages', { method: 'POST', body: stream, headers: json, duplex: 'half' } as RequestInit),
      413,
    );
  });

  it('reads a body of nearly 256 KB', () => refuses(post(`[${' '.repeat(largestBody - 2)}]`), 400));

  it('refuses what is not JSON', async () => {
    for (const body of ['{', '{"a":}', 'undefined', "{'a':1}", '{"a":1}}', '\u0000', '{"a":"\u0001"}'])
      await refuses(post(body), 400);
    await refuses(post(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 400);
    await refuses(post(''), 400);
  });

  it('refuses JSON that calls itself something else', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      'application/jsonish',
      'x'.repeat(5000),
    ];
    for (const type of types) await refuses(post('{"type":"message"}', { 'Content-Type': type }), 400, 415);
  });

  it('keeps no file that somebody sends as a form', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x'.repeat(100_000)]), 'big.txt');
    await refuses(post(form, {}), 400, 415);
  });

  it('unpacks nothing: a megabyte of zeros in a kilobyte, or what only says that it is packed', async () => {
    const packed = { ...json, 'Content-Encoding': 'gzip' };
    await refuses(post(gzipSync(`"${'0'.repeat(50_000_000)}"`), packed), 415);
    await refuses(post('no gzip at all', packed), 415);
    await refuses(post('{}', { ...json, 'Content-Encoding': 'br' }), 415);
  });

  it('knows no other paths', async () => {
    for (const path of [
      '/nergens',
      '/api',
      '/api/messages/x',
      '/.env',
      '/..%2f..%2fpackage.json',
      '//api/messages',
    ])
      await refuses(ask(path), 404);
    await refuses(ask('/%'), 400, 404);
    await refuses(ask('/nergens', { method: 'POST', body: '{}', headers: json }), 404);
  });

  it('takes activities only as POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD']) {
      const { status, text } = await ask('/api/messages', { method });
      assert.deepEqual([status, text], [405, ''], method);
    }
    await refuses(ask('/health/live', { method: 'POST' }), 405);
  });

  it('does not say what it is made of, and lets nothing be kept, framed or guessed', async () => {
    for (const path of ['/health/live', '/health/ready', '/api/messages', '/nergens']) {
      const { headers } = await ask(path);
      assert.equal(headers.get('server'), null, path);
      assert.equal(headers.get('x-powered-by'), null, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('cache-control'), 'no-store', path);
      assert.equal(headers.get('x-frame-options'), 'DENY', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path);
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path);
    }
  });

  it('gives the page of the try-out a policy of its own, and no more', async () => {
    for (const path of ['/', '/tryout/page/app.js']) {
      const { headers } = await ask(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'self';/);
      for (const part of [
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ])
        assert.ok(policy.includes(part), part);
      assert.doesNotMatch(policy, /unsafe-eval|script-src|https?:/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('server'), null);
    }
  });

  it('closes on a client that does not speak HTTP, or sends endless headers', async () => {
    for (const line of [
      '\u0016\u0003\u0001\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`,
    ]) {
      const said = await raw(bot.url, line);
      assert.match(said, /^HTTP\/1\.1 4\d\d /);
      assert.doesNotMatch(said, /Error|at .*:\d+/);
    }
  });

  it('does not wait for a caller who never comes to the end of their headers, or of their body', async () => {
    const briefBot = await aGuardedBot({}, { timeouts: { request: 400, headers: 200, lookEvery: 100 } });
    const post = `POST /api/messages HTTP/1.1\r\nHost: ${new URL(briefBot.url).host}\r\n`;
    try {
      for (const begun of [post, `${post}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`])
        assert.match(await raw(briefBot.url, begun), /^HTTP\/1\.1 408 /);
      assert.ok(briefBot.runs());
    } finally {
      await briefBot.stop();
    }
  });

  it('survives a caller who hangs up halfway', async () => {
    await new Promise<void>((gone) => {
      const half = request(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { ...json, 'Content-Length': 1000 },
      });
      half.on('error', () => gone());
      half.write('{"type":');
      half.flushHeaders();
      setImmediate(() => half.destroy());
    });
    assert.equal((await ask('/health/ready')).status, 200);
    assert.ok(bot.runs());
  });
});

function raw(url: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(line));
    socket.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    socket.on('error', reject).on('close', () => resolve(said));
  });
}
