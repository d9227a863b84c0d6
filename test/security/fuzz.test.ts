import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { replay } from '../../src/procedure/evolve.ts';
import { eventOf, firstBroken } from '../../src/register/journal.ts';
import { aGuardedBot, type GuardedBot } from './a-guarded-bot.ts';
import { type Asked, aTeamsService, type TeamsService } from './a-teams-service.ts';
import { mark } from './corpus.ts';
import { hostileBodies } from './hostile.ts';
import { markupIn } from './markup.ts';

/** Requests; with their seed fixed they are the same ones every time. */
const rounds = 20_000;
const seed = 20261123;
const inFlight = 16;

/** Bytes of heap that the bot may have gained over all of them. */
const growth = 64 * 1024 * 1024;

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
  });
  after(async () => {
    console.error('client cpu', process.cpuUsage());
    await bot?.stop();
    await teams?.close();
    agent.destroy();
  });

  /** Everything that the bot says to anybody comes by here. */
  function look({ method, body }: Asked): void {
    if (method === 'GET' || !body.startsWith('{')) return;
    const { text = '', entities, attachments } = JSON.parse(body);
    if (String(text).includes(mark)) blame('a message with what was typed outside its card', body);
    if (JSON.stringify(entities ?? []).includes('mention')) blame('a mention', body);
    for (const { content } of attachments ?? []) for (const found of markupIn(content)) blame(found, body);
  }

  function post(body: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
      const asking = request(`${bot.url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
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
    if (!text.startsWith('{')) return;
    const { type, value, task } = JSON.parse(text);
    if (type === 'application/vnd.microsoft.error' && text.includes(mark)) blame('echoed in an error', body);
    if (isWindow(body) && !task) blame(`a dialog got no answer of its kind: ${text.slice(0, 300)}`, body);
    const inDialog = task?.value?.card?.content;
    if (inDialog && task.value.title.includes(mark)) blame('echoed in a title', body);
    if (task?.type === 'message' && text.includes(mark)) blame('echoed in a word', body);
    for (const found of markupIn(inDialog ?? value ?? null)) blame(found, body);
  }

  /** Whether Teams asks for a dialog with it, or from inside one. */
  const isWindow = (body: string): boolean => {
    const { type, name } = JSON.parse(body) ?? {};
    return type === 'invoke' && windowNames.includes(name);
  };

  async function attackWith(bodies: string[]): Promise<void> {
    const waiting = bodies.values();
    const attacker = async () => {
      for (const body of waiting) await attack(body);
    };
    await Promise.all(Array.from({ length: inFlight }, attacker));
  }

  const registrations = async () =>
    (await bot.dossiers()).filter(({ complaint }) => complaint.summary.includes(mark));

  it('answers each of them, never with a fault, and shows no user’s text as more than text', async function () {
    this.timeout(600_000);
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

  it('has a register in which every journal is whole, and says what its dossier says', async () => {
    const dossiers = await registrations();
    assert.ok(dossiers.length > 100, `${dossiers.length}`);
    for (const { id, journal, complaint } of dossiers) {
      assert.equal(firstBroken(journal), undefined, id);
      const replayed = replay(journal.map(eventOf));
      assert.deepEqual(JSON.parse(JSON.stringify(replayed)), complaint, id);
    }
  });

  it('has lost no number and given none twice', async () => {
    const numbers = (await bot.dossiers()).map(({ id }) => Number(id.slice(-4))).sort((a, b) => a - b);
    assert.equal(new Set(numbers).size, numbers.length);
  });

  it('registers the next complaint as if nothing had happened', async () => {
    const said = await post(
      JSON.stringify({
        type: 'invoke',
        name: 'adaptiveCard/action',
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        from: { id: '29:sanne', name: 'Sanne de Vries', aadObjectId: '3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01' },
        conversation: { id: 'a:sanne', conversationType: 'personal' },
        value: {
          action: {
            verb: 'register',
            data: {
              form: crypto.randomUUID(),
              complainantName: 'Mevrouw Pietersen',
              origin: 'client',
              summary: 'Er werd drie keer niet teruggebeld.',
              receivedOn: '2026-11-23',
              manner: 'oral',
            },
          },
        },
      }),
    );
    assert.equal(said.status, 200);
    assert.match(said.text, /K-2026-\d{4} is geregistreerd/);
  });

  it('logged no word of what was typed', () => assert.ok(!bot.printed().includes(mark)));
});
