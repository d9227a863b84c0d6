import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { aFolder } from '../a-folder.ts';
import { unzipped } from '../letters/unzipped.ts';
import { graphPeer } from '../mail/graph-peer.ts';
import { identityEndpoint } from '../store/entra-peer.ts';
import { certificate } from '../store/loopback-certificate.ts';
import { type ABot, aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { startProcess } from './a-process.ts';

const from = 'klachten@ballance.example';
const main = fileURLToPath(new URL('a-graph-start.ts', import.meta.url));

/** Copies the code into that folder, with a letterhead that has a photograph of 4 MB on it. */
async function withPhotograph(folder: string): Promise<void> {
  for (const path of ['src', 'cards', 'letters', 'manifest', 'package.json'])
    cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'letters/briefpapier.docx');
  const letterhead = await JSZip.loadAsync(readFileSync(file));
  letterhead.file('word/media/photograph.png', randomBytes(4_000_000));
  writeFileSync(file, await letterhead.generateAsync({ type: 'nodebuffer' }));
}

describe('a letter of more than 3 MB, from the form to the mailbox of Microsoft 365', () => {
  const code = aFolder();
  let graph: ReturnType<typeof graphPeer>;
  let identity: Awaited<ReturnType<typeof identityEndpoint>>;
  let bot: ABot;

  before(() => withPhotograph(code.path));
  after(() => code.remove());
  beforeEach(async () => {
    graph = graphPeer(from);
    await graph.up();
    identity = await identityEndpoint();
    identity.clientId = undefined;
    const trusted = join(code.path, 'loopback.pem');
    writeFileSync(trusted, certificate);
    const env = {
      ...{ SMTP_URL: '', MAIL: 'graph', MAIL_FROM: from, LOG_LEVEL: 'info' },
      ...{ IDENTITY_ENDPOINT: identity.url, IDENTITY_HEADER: 'secret', NODE_EXTRA_CA_CERTS: trusted },
      ...{ GRAPH: graph.url, CODE: code.path },
    };
    bot = await aBot(env, (folder, env) => startProcess(folder, env, { main }));
  });
  afterEach(async () => {
    await bot?.end();
    await graph.down();
    await identity.close();
  });

  async function acknowledged(): Promise<void> {
    await bot.register(sanne, { ...aComplaint, 'E-mailadres': 'pietersen@example.nl' });
    await bot.arrives(lars, /Zaak K-2026-0001 is nu bij jou/);
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Ontvangst bevestigen', { 'Wijze van verzending': 'E-mail' });
  }

  const letterOf = async () =>
    (await bot.dossier('K-2026-0001')).outbox.find(({ to }) => to.kind === 'mail') ?? assert.fail();

  async function until(fits: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 500 && !(await fits()); tries++) await pause(20);
    assert(await fits(), JSON.stringify([graph.asked, await letterOf()]));
  }

  it('goes whole, with the Word file that carries the photograph, and counts as sent', async () => {
    await acknowledged();
    await until(async () => (await letterOf()).status === 'sent');
    const [sent] = graph.sent;
    assert.equal((await letterOf()).activityId, sent?.mail.messageId);
    assert.match(sent?.mail.subject ?? '', /K-2026-0001/);
    assert.match(sent?.mail.replyTo?.text ?? '', /K-2026-0001.*<\S+@\S+>/);
    const word = sent?.files?.find(({ name }) => name.endsWith('.docx')) ?? assert.fail('no Word file');
    assert.equal(word.by, 'a session');
    const parts = unzipped(word.content);
    assert.equal(parts.has('word/document.xml'), true);
    assert(word.content.length > 4_000_000);
    assert.equal(graph.drafts.size, 0);
  });

  it('is sent once by the next start, and leaves no draft, when the bot is stopped in the middle of an upload', async () => {
    graph.refusals = { 'session-\\d+': 'hangs' };
    await acknowledged();
    await until(() => graph.asked.some((one) => one.startsWith('PUT')));
    await bot.stop();
    assert.equal(graph.drafts.size, 0);
    assert.deepEqual([(await letterOf()).status, graph.sent.length], ['queued', 0]);
    graph.refusals = {};
    await bot.startAgain();
    await until(async () => (await letterOf()).status === 'sent');
    assert.deepEqual([graph.sent.length, graph.drafts.size], [1, 0]);
  });
});
