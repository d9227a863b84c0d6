import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { secret, websiteForEach } from './a-website.ts';

const page = readFileSync('docs/website.md', 'utf8');
const example = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? assert.fail(language);

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

describe('the examples of docs/website.md', () => {
  const site = websiteForEach();
  beforeEach(() => {
    site.clock.real = Date.now();
  });

  const run = async (program: string, ...args: string[]): Promise<string> => {
    const env = { ...process.env, FEEDBACK_SECRET: secret, FEEDBACK_URL: site.url };
    return (await promisify(execFile)(program, args, { env, timeout: 20_000 })).stdout;
  };

  it('register with curl', async () => {
    assert.match(await run('bash', '-euc', example('bash')), /"nummer":"K-2026-0001"/);
    assert.equal((await site.complaints())[0]?.complainant.name, 'Mevrouw Van Dam');
  });

  it('register with PHP, or sign as it does', async () => {
    const code = example('php');
    const typed = { naam: 'Zoë', email: 'zoe@ballance.nl', inhoud: 'Kosten: € 5/6' };
    if (has('php')) {
      const given = Object.entries({ ...typed, key: 'sleutel-1' }).map(
        ([name, value]) => `$${name} = '${value}';`,
      );
      assert.match(
        await run('php', '-r', `${given.join('')}${code} echo $status, $answer['nummer'];`),
        /201K-2026-0001/,
      );
      return;
    }
    assert.ok(code.includes("hash_hmac('sha256', $now . '.' . $body, getenv('FEEDBACK_SECRET'))"));
    assert.ok(code.includes("json_encode(['naam' => $naam, 'email' => $email, 'inhoud' => $inhoud])"));
    // As json_encode writes it.
    const body = JSON.stringify(typed)
      .replaceAll('/', '\\/')
      .replaceAll(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const now = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex');
    const headers = [...code.matchAll(/'([\w-]+): ?([^']*)'(?: \. \$(\w+))?/g)].map(
      ([, name = '', fixed = '', variable = '']) =>
        [name, fixed + ({ now, signature, key: 'sleutel-1' }[variable] ?? '')] as const,
    );
    assert.deepEqual(
      headers.map(([name]) => name),
      ['Content-Type', 'X-Timestamp', 'X-Signature', 'Idempotency-Key'],
    );
    const response = await fetch(site.url, { method: 'POST', body, headers: Object.fromEntries(headers) });
    assert.equal(response.status, 201);
    assert.equal((await site.complaints())[0]?.summary, typed.inhoud);
  });

  it('have an address for a frame that answers with the form', async () => {
    const [, path = ''] = /src="https:\/\/[^/"]+\/feedback([^"]*)"/.exec(example('html')) ?? [];
    assert.match(await (await fetch(site.url + path)).text(), /<html lang="nl">/);
  });

  it('name every field, header and status that there is', () => {
    for (const name of ['naam', 'inhoud', 'email', 'telefoon', 'postadres', 'namens', 'vestiging', 'overWie'])
      assert.ok(page.includes(`\`${name}\``), name);
    const code = readFileSync('src/feedback/signed-post.ts', 'utf8');
    for (const [, status = ''] of code.matchAll(/(?:refused\(|status: outcome.*\? )(\d{3})/g))
      assert.ok(page.includes(`| ${status} |`), status);
  });
});
