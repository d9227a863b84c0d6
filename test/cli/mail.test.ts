import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { aFolder } from '../a-folder.ts';
import { graphPeer } from '../mail/graph-peer.ts';
import { breaksAt, mailServer } from '../mail/mail-server.ts';
import { appId, tenantId } from '../security/a-guarded-bot.ts';
import { listening } from '../store/cosmos-peer.ts';
import { identityEndpoint } from '../store/entra-peer.ts';
import { certificate } from '../store/loopback-certificate.ts';

const SCRIPT = fileURLToPath(new URL('../../src/cli/mail.ts', import.meta.url));
const toThePeer = new URL('to-the-graph-peer.ts', import.meta.url).href;
const MAIL_FROM = 'klachten@ballance.example';
const to = 'iemand@example.nl';

describe('a test letter from the command line', () => {
  const folder = aFolder();
  const trusted = `${folder.path}/loopback.pem`;
  before(() => writeFileSync(trusted, certificate));
  after(() => folder.remove());

  /** Runs the command with these settings; what it prints says nothing of a password or a token. */
  async function probe(env: Record<string, string>, args: string[] = ['probe', to]) {
    const child = spawn(process.execPath, ['--import', toThePeer, SCRIPT, ...args], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, ...env },
    });
    const [[code], out, err] = await Promise.all([
      once(child, 'close'),
      text(child.stdout),
      text(child.stderr),
    ]);
    assert.doesNotMatch(out + err, /geheim|token-\d|\n {4}at /);
    return { code, out, err };
  }

  const isRefused = async (env: Record<string, string>, code: number, words: RegExp) => {
    const said = await probe(env);
    assert.match(said.err, words);
    assert.deepEqual([said.code, said.out], [code, ''], said.err);
    return said.err;
  };

  it('explains itself, and does nothing without a way to send', async () => {
    for (const args of [[], ['probe'], ['probe', 'niemand'], ['probe', to, 'meer'], ['stuur', to]]) {
      const { code, err } = await probe({}, args);
      assert.match(err, /Gebruik: npm run -s mail -- probe[\s\S]*2 {2}het inloggen is geweigerd/);
      assert.equal(code, 1);
    }
    await isRefused({}, 1, /Er is geen e-mail ingesteld/);
    await isRefused({ MAIL: 'none' }, 1, /Er is geen e-mail ingesteld/);
    await isRefused(
      { MAIL: 'graph', SMTP_URL: 'smtp://x:geheim@y' },
      1,
      /SMTP_URL: [\s\S]*MAIL_FROM: is missing/,
    );
  });

  describe('by a mail server', () => {
    let server: ReturnType<typeof mailServer>;
    beforeEach(async () => {
      server = mailServer({ password: 'geheim' });
      await server.up();
    });
    afterEach(() => server.down());
    const env = (SMTP_URL = server.url('bot:geheim')) => ({ SMTP_URL, MAIL_FROM });

    it('arrives, and it is said where to look', async () => {
      const { code, out } = await probe(env());
      assert.match(
        out,
        /aan iemand@example.nl is aangenomen: verstuurd als klachten@ballance.example, via mailserver/,
      );
      assert.equal(code, 0);
      const [arrived] = server.arrived;
      assert.deepEqual(arrived?.recipients, [to]);
      assert.match(arrived?.mail.text ?? '', /Dit is een proefbrief/);
    });

    it('is refused at the login', async () => {
      await isRefused(
        env(server.url('bot:fout')),
        2,
        /weigert de naam of het wachtwoord[\s\S]*SMTP_URL[\s\S]*535/,
      );
      await isRefused(env(server.url()), 2, /wil dat Klachtenbot eerst inlogt/);
    });

    it('is refused because Microsoft 365 takes no passwords any more', async () => {
      const text = '5.7.30 Basic authentication is not supported for Client Submission.';
      server.refusals.sender = { code: 550, text };
      await isRefused(env(), 2, /geen wachtwoord meer[\s\S]*MAIL=graph/);
    });

    it('is refused for its sender: one that is unknown, or that it may not send as', async () => {
      server.refusals.sender = { code: 550, text: '5.1.8 sender unknown' };
      await isRefused(env(), 4, /kent de afzender klachten@ballance.example niet/);
      server.refusals.sender = { code: 550, text: '5.7.60 SMTP; Client does not have permissions' };
      await isRefused(env(), 3, /laat Klachtenbot niet versturen als/);
    });

    it('is refused for its recipient, or for now', async () => {
      server.refusals.recipient = { code: 550, text: '5.1.1 no such user' };
      await isRefused(env(), 7, /neemt de proefbrief aan iemand@example.nl niet aan[\s\S]*5\.1\.1/);
      server.refusals.recipient = { code: 451, text: '4.7.1 later' };
      await isRefused(env(), 8, /Wacht een paar minuten/);
      delete server.refusals.recipient;
      server.breaksOff.afterText = true;
      await isRefused(env(), 8, /kan wel zijn aangekomen/);
    });

    it('does not get there: the port is closed, the name does not exist, or the certificate is wrong', async () => {
      await isRefused(
        env('smtp://127.0.0.1:1'),
        6,
        /De mailserver 127.0.0.1:1 is niet te bereiken: de poort is dicht/,
      );
      await isRefused(env('smtp://bestaat-niet.invalid'), 6, /bestaat niet|geeft geen antwoord/);
      const strange = mailServer({ isTaken: () => true });
      await strange.up();
      await isRefused(env(strange.url('bot:geheim')), 5, /certificaat klopt niet/);
      await strange.down();
      const plain = createServer((socket) => socket.resume().end('220 hallo\r\n'));
      const { host } = new URL(await listening(plain));
      await isRefused(env(`smtps://${host}`), 6, /geen TLS spreekt[\s\S]*poort 465/);
      await new Promise((done) => plain.close(done));
    });
  });

  it('is said of a mail server as it is: whether the letter went, and whose fault it is', async () => {
    const notNow = /neemt de proefbrief nu niet aan: hij is niet verstuurd/;
    for (const [step, reply, code, words] of [
      ['greeting', '421 busy', 8, notNow],
      ['AUTH', '454 4.7.0 not now', 8, notNow],
      ['MAIL', '452 full', 8, notNow],
      ['RCPT', '450 later', 8, notNow],
      ['text', '451 later', 8, notNow],
      ['text', undefined, 8, /antwoordt niet: de proefbrief kan wel zijn aangekomen/],
      ['greeting', 'HTTP/1.1 400 Bad Request', 6, /geen mailserver is[\s\S]*poort 587/],
      ['AUTH', '503 no logins', 2, /weigert de naam of het wachtwoord/],
      ['text', '554 5.7.1 rejected as spam', 7, /weigert de proefbrief om wat erin staat/],
      ['text', '550 5.7.60 may not send as', 3, /laat Klachtenbot niet versturen als/],
      ['RCPT', '552 5.2.2 mailbox full', 7, /Het postvak van iemand@example.nl is vol/],
      ['text', '552 5.3.4 message too big', 7, /vindt de proefbrief te groot/],
      ['RCPT', '550 5.1.1 unknown', 7, /Bestaat dat adres/],
    ] as const) {
      const sockets: Socket[] = [];
      const machine = createServer((socket) => {
        sockets.push(socket.on('error', () => {}));
        breaksAt(step, reply)(socket);
      });
      const { host } = new URL(await listening(machine));
      const login = step === 'AUTH' ? 'bot:geheim@' : '';
      const said = await isRefused({ SMTP_URL: `smtp://${login}${host}`, MAIL_FROM }, code, words);
      if (reply) assert.doesNotMatch(said, /kan wel zijn aangekomen/, reply);
      machine.close();
      for (const socket of sockets) socket.destroy();
    }
  });

  it('does not go to a server beyond this machine that offers no STARTTLS', async () => {
    const server = mailServer({ password: 'geheim' });
    await server.up();
    const SMTP_URL = server.url('bot:geheim').replace('127.0.0.1', '0.0.0.0');
    await isRefused({ SMTP_URL, MAIL_FROM }, 6, /geen versleuteling[\s\S]*smtps:\/\//);
    assert.deepEqual([server.arrived, server.logins], [[], []]);
    await server.down();
  });

  describe('by Microsoft Graph', () => {
    let peer: ReturnType<typeof graphPeer>;
    let identity: Awaited<ReturnType<typeof identityEndpoint>>;
    let env: Record<string, string>;

    beforeEach(async () => {
      peer = graphPeer(MAIL_FROM);
      await peer.up();
      identity = await identityEndpoint();
      identity.clientId = appId;
      env = {
        MAIL: 'graph',
        MAIL_FROM,
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppId: appId,
        MicrosoftAppTenantId: tenantId,
        IDENTITY_ENDPOINT: identity.url,
        IDENTITY_HEADER: 'geheim',
        GRAPH_PEER: peer.url,
        NODE_EXTRA_CA_CERTS: trusted,
      };
    });
    afterEach(async () => {
      await peer.down();
      await identity.close();
    });

    it('arrives, as the mailbox, with a token of the identity of the bot', async () => {
      const { code, out } = await probe(env);
      assert.match(out, /is aangenomen: verstuurd als klachten@ballance.example, via Microsoft Graph/);
      assert.deepEqual([code, peer.sent.length, identity.asked], [0, 1, [appId]]);
    });

    it('is refused at the login: no token, or one that is not taken', async () => {
      identity.clientId = 'another';
      await isRefused(env, 2, new RegExp(`krijgt geen token[\\s\\S]*client id ${appId}`));
      identity.clientId = appId;
      peer.isTaken = () => false;
      await isRefused(env, 2, /neemt het token niet aan[\s\S]*401 InvalidAuthenticationToken/);
    });

    it('is refused while the right is missing, or the mailbox is unknown', async () => {
      peer.refusals.sendMail = { status: 403, code: 'ErrorAccessDenied' };
      await isRefused(
        env,
        3,
        new RegExp(
          `mag niet versturen als klachten@ballance.example[\\s\\S]*client id ${appId}[\\s\\S]*Application Mail.Send`,
        ),
      );
      delete peer.refusals.sendMail;
      env.MAIL_FROM = 'fout@ballance.example';
      await isRefused(env, 4, /Het postvak fout@ballance.example bestaat niet/);
    });

    it('is refused for its recipient, or for now', async () => {
      peer.refusals.sendMail = { status: 400, code: 'ErrorInvalidRecipients' };
      await isRefused(env, 7, /neemt de proefbrief aan iemand@example.nl niet aan/);
      peer.refusals.sendMail = { status: 429, headers: { 'retry-after': '10' } };
      await isRefused(env, 8, /Wacht een paar minuten/);
    });

    it('does not get there: the port is closed, or the certificate is wrong', async () => {
      await isRefused({ ...env, NODE_EXTRA_CA_CERTS: '' }, 5, /certificaat klopt niet/);
      await peer.down();
      await isRefused(
        env,
        6,
        /Microsoft Graph is niet te bereiken: de poort is dicht[\s\S]*graph\.microsoft\.com/,
      );
      await peer.up();
    });
  });
});
