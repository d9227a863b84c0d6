import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { replay } from '../../src/procedure/evolve.ts';
import { firstBroken } from '../../src/register/model/chain.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import { story } from '../story.ts';
import { aGuardedBot, type GuardedBot } from './a-guarded-bot.ts';
import { type Asked, aTeamsService, type TeamsService } from './a-teams-service.ts';
import { mark } from './corpus.ts';
import { hostileBodies, usedForms } from './hostile.ts';
import { markupIn } from './markup.ts';

/** Requests; with their seed fixed they are the same ones every time. */
const rounds = 20_000;
const seed = 20261123;
const inFlight = 16;

/** Bytes of heap that the bot may have gained over all of them. */
const growth = 64 * 1024 * 1024;

/** Who a complaint is about, and what of it they may never read: it stands in a dossier that was made with used forms. */
const respondent = '1a7e5c93-8d24-4b6f-9a50-3f4e5d6c7b05';
const secret = 'Geheimschrijver';

/** Other ways to write the path of the bot: each reaches it, or nothing. */
const spellings = [
  ...[
    '/api/messages?x=1',
    '/api/messages?',
    '/api/%6Dessages',
    '//api/messages',
    '/api/messages/',
    '/API/messages',
  ],
  ...[
    '/api%2Fmessages',
    '/api/messages;x',
    '/./api/messages',
    '/api/messages%00',
    'http://evil.example/api/messages',
  ],
];
/** One in so many requests is sent a second time so, by a page of somebody else. */
const spelledOtherwise = 20;

const windowNames = [
  'task/fetch',
  'task/submit',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
];

const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
const inside = /\bat \S+ \(|node_modules|\.ts:\d+|(Type|Range|Syntax|Reference)Error|SQLITE_/;

describe('a bot to which 20,000 hostile requests come', () => {
  let bot: GuardedBot;
  let teams: TeamsService;
  const offences: string[] = [];
  const blame = (what: string, body: string) => {
    if (offences.length < 20) offences.push(`${what}\n  ${body.slice(0, 700)}`);
  };

  before(async () => {
    teams = await aTeamsService(look);
    bot = await aGuardedBot({ LOG_LEVEL: 'error', CLOCK: '2026-11-23T10:00' });
    await plantSecrets();
    // Making the requests takes longer than the bot keeps a connection that is idle.
    agent.destroy();
  });
  after(async () => {
    await bot?.stop();
    await teams?.close();
    agent.destroy();
  });

  /** Checks everything that the bot sends to anybody. */
  function look({ method, path, body }: Asked): void {
    if (path.includes(respondent) && body.includes(secret)) blame('told a respondent who complained', body);
    if (method === 'GET' || !body.startsWith('{')) return;
    const { text = '', entities, attachments } = JSON.parse(body);
    if (String(text).includes(mark)) blame('a message with what was typed outside its card', body);
    if (JSON.stringify(entities ?? []).includes('mention')) blame('a mention', body);
    for (const { content } of attachments ?? []) for (const found of markupIn(content)) blame(found, body);
  }

  function post(
    body: string,
    { path = '/api/messages', ...others }: { path?: string; Origin?: string } = {},
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const length = Buffer.byteLength(body);
      const headers = { 'Content-Type': 'application/json', 'Content-Length': length, ...others };
      const asking = request(bot.url, { path, method: 'POST', agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      asking.on('error', reject).end(body);
    });
  }

  async function attack(body: string): Promise<void> {
    const { status, text } = await post(body);
    if (status >= 500) blame(`answered ${status}`, body);
    if (status >= 400 && text !== '') blame(`said something with ${status}: ${text.slice(0, 200)}`, body);
    if (inside.test(text) && !inside.test(body)) blame(`showed its inside: ${text.slice(0, 300)}`, body);
    if (speakerIn(body) === respondent && text.includes(secret))
      blame('told a respondent who complained', body);
    if (!text.startsWith('{')) return;
    const { type, value, task } = JSON.parse(text);
    if (type === 'application/vnd.microsoft.error' && text.includes(mark)) blame('echoed in an error', body);
    if (isWindow(body) && !task) blame(`a dialog got no answer of its kind: ${text.slice(0, 300)}`, body);
    const inDialog = task?.value?.card?.content;
    if (inDialog && task.value.title.includes(mark)) blame('echoed in a title', body);
    if (task?.type === 'message' && text.includes(mark)) blame('echoed in a word', body);
    for (const found of markupIn(inDialog ?? value ?? null)) blame(found, body);
  }

  const aComplaint = () => ({
    form: crypto.randomUUID(),
    complainantName: 'Mevrouw Pietersen',
    origin: 'client',
    summary: 'Er werd drie keer niet teruggebeld.',
    receivedOn: '2026-11-23',
    manner: 'oral',
  });

  const press = (by: string, verb: string, data: Record<string, unknown>) =>
    post(
      JSON.stringify({
        type: 'invoke',
        name: 'adaptiveCard/action',
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        from: { id: `29:${by}`, name: 'Iemand', aadObjectId: by },
        conversation: { id: `a:${by}`, conversationType: 'personal' },
        value: { action: { verb, data } },
      }),
    );

  /** A complaint about the respondent, registered by themselves and with one of the forms that come again. */
  async function plantSecrets(): Promise<void> {
    for (const form of usedForms) {
      const secrets = { complainantName: `Mevrouw ${secret}`, respondents: respondent };
      const { text } = await press(respondent, 'register', { ...aComplaint(), ...secrets, form });
      assert.match(text, /is geregistreerd/);
    }
  }

  async function attackFromElsewhere(body: string, path: string): Promise<void> {
    // A client whose connection is closed while it still sends may not see the refusal.
    const hungUp = { status: 403, text: '' };
    const { status, text } = await post(body, { path, Origin: 'https://evil.example' }).catch(() => hungUp);
    if (status < 400 || status >= 500) blame(`a page elsewhere was answered ${status} at ${path}`, body);
    if (text.includes(mark) || text.includes(secret))
      blame(`a page elsewhere was told something at ${path}`, body);
  }

  /** Finds the sender, when it is an activity. */
  function speakerIn(body: string): unknown {
    try {
      return JSON.parse(body)?.from?.aadObjectId;
    } catch {
      return undefined;
    }
  }

  /** Tells whether it opens a dialog, or comes from inside one. */
  const isWindow = (body: string): boolean => {
    const { type, name } = JSON.parse(body) ?? {};
    return type === 'invoke' && windowNames.includes(name);
  };

  async function attackWith(bodies: string[]): Promise<void> {
    const waiting = bodies.values();
    let sent = 0;
    const attacker = async () => {
      for (const body of waiting) {
        await attack(body);
        sent += 1;
        if (sent % spelledOtherwise === 0)
          await attackFromElsewhere(body, spellings[(sent / spelledOtherwise) % spellings.length] ?? '');
      }
    };
    await Promise.all(Array.from({ length: inFlight }, attacker));
  }

  const registrations = async () =>
    (await bot.dossiers()).filter(({ complaint }) => complaint.summary.includes(mark));

  const step = story('does its work as if they had not come');

  step('each is answered, never with a fault, and shows no user’s text as more than text', async () => {
    const bodies = hostileBodies(teams.serviceUrl);
    const [first = [], ...others] = Array.from({ length: 10 }, (_, part) =>
      fc.sample(bodies, { numRuns: rounds / 10, seed: seed + part }),
    );
    await attackWith(first);
    const before = await bot.inside();
    for (const part of others) await attackWith(part);
    const { heapUsed, polluted } = await bot.inside();

    assert.deepEqual(offences, []);
    assert.ok(bot.runs());
    assert.deepEqual(polluted, []);
    assert.ok(heapUsed - before.heapUsed < growth, `the heap grew by ${heapUsed - before.heapUsed} bytes`);
  });

  step('every journal of the register is whole, and says what its dossier says', async () => {
    const dossiers = await registrations();
    assert.ok(dossiers.length > 100, `${dossiers.length}`);
    for (const { id, journal, complaint } of dossiers) {
      assert.equal(firstBroken(journal), undefined, id);
      const replayed = replay(journal.map(eventOf));
      assert.deepEqual(JSON.parse(JSON.stringify(replayed)), complaint, id);
    }
  });

  step('no number is lost, and none given twice', async () => {
    const numbers = (await bot.dossiers()).map(({ id }) => Number(id.slice(-4))).sort((a, b) => a - b);
    assert.equal(new Set(numbers).size, numbers.length);
  });

  step('the next complaint is registered', async () => {
    const { status, text } = await press('3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01', 'register', aComplaint());
    assert.equal(status, 200);
    assert.match(text, /K-2026-\d{4} is geregistreerd/);
  });

  step('no word of what was typed is in the log', () => assert.ok(!bot.printed().includes(mark)));
});
