import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { caseRules } from '../../src/register/notify/message-rules.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { tryoutPeople, tryoutTenant } from '../../src/tryout/people.ts';
import { aFolder } from '../a-folder.ts';
import { type ABot, aBot, aComplaint, channel, fatima, idOf, joris, lars, sanne } from '../e2e/a-bot.ts';
import { certificate } from '../store/loopback-certificate.ts';
import { aCollector, applicationInsights, type Collector } from '../telemetry/a-collector.ts';

const inWords = (text: string): string[] => text.split(' ');

const operations = inWords('read write write-together due list search index-more rewrite-erased check');
const storeOutcomes = inWords('done conflict unreadable busy full read-only gone changed failed');

/** The words that an attribute may hold, by its key: each stands in the code. What is not among them is a leak. */
const vocabulary: Record<string, readonly string[]> = {
  kind: [
    ...inWords(
      'words press dialog file arrival other digest set-up-fault register-behind stand-in quarter decreed-days',
    ),
    ...Object.keys(caseRules),
  ],
  to: inWords('person channel mail'),
  operation: [...operations, 'other'],
  part: inWords('store sweep mail channel desk undelivered unhandled register heads unreadable documents'),
  level: inWords('warn error'),
  outcome: [
    ...storeOutcomes,
    ...inWords('accepted postponed unanswered fault set-up unreachable busy refused'),
    ...inWords('delivered withheld uncertain to-be-retried given-up'),
    ...inWords('unauthenticated refused answered'),
  ],
};

const names = ['turn', 'delivery', 'sweep', ...operations.map((operation) => `store ${operation}`)];

/** A word that people type, in every field. */
const marked = 'zqgeheim';

/** A word of the code, a year, a day or a moment: what is measured says when it was. */
const isNobodys = (text: string): boolean =>
  text.length < 4 || /^[a-z][a-z-]{0,30}$/.test(text) || /^\d{4}(-\d\d-\d\d(T[\d:.]+Z)?)?$/.test(text);

/** Every text in a document or a chat that somebody wrote, or that leads to somebody. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return isNobodys(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('what is exported about whole lives of complaints, played through the door', () => {
  let collector: Collector;
  let insights: Awaited<ReturnType<typeof applicationInsights>>;
  let folder: ReturnType<typeof aFolder>;
  let bot: ABot;

  beforeEach(async () => {
    [collector, insights] = await Promise.all([aCollector(), applicationInsights()]);
    folder = aFolder();
    const trusted = join(folder.path, 'trusted.pem');
    writeFileSync(trusted, certificate);
    bot = await aBot({
      SMTP_URL: '',
      LOG_LEVEL: 'info',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.connectionString,
      NODE_EXTRA_CA_CERTS: trusted,
    });
  });
  afterEach(async () => {
    await bot?.end();
    await collector.close();
    await insights.close();
    folder.remove();
  });

  it('holds no name, address, number, id or text of anybody, and no word but ours', async function () {
    this.timeout(300_000);
    const known = new Set<string>([
      tryoutTenant,
      ...tryoutPeople.flatMap(({ id, name, mail }) => [id, name, mail]),
    ]);
    await inTrouble();
    await noting(known);
    await twelveLives();
    await noting(known);
    assert.ok(known.size > 2_000, `only ${known.size} texts were looked for`);
    await bot.stop();

    const sent = [...collector.all, ...insights.all];
    const everything = sent
      .map(({ url, text, headers }) => `${url}\n${JSON.stringify(headers)}\n${text}`)
      .join('\n');
    assert.ok(everything.length > 50_000, `${everything.length} characters were exported`);
    assert.deepEqual(
      [...known].filter((text) => everything.includes(text)),
      [],
    );
    assert.doesNotMatch(everything, new RegExp(`${marked}|K-20\\d\\d|teruggebeld|Pietersen`, 'i'));
    const surnames = tryoutPeople.flatMap(({ name }) => name.split(' ')).filter((word) => word.length > 2);
    assert.doesNotMatch(everything, new RegExp(`\\b(${surnames.join('|')})\\b`, 'i'));

    // Whatever else might be in there: of names and attributes, only words that stand in the code.
    for (const [key, value] of collector.words())
      assert.ok(vocabulary[key]?.includes(value), `${key} is ${value}`);
    for (const { name, events = [], status } of collector.spans()) {
      assert.ok(names.includes(name), name);
      assert.deepEqual([events, status.message], [[], undefined]);
    }
    assert.deepEqual([...new Set(collector.all.map(({ url }) => url))].sort(), ['/v1/metrics', '/v1/traces']);
    assert.deepEqual([...new Set(insights.all.map(({ url }) => url))], ['/v2.1/track']);
    const resources = new Set(
      [...everything.matchAll(/"key":"(service\.[a-z.]+|[a-z]+\.[a-z.]+)"/g)].map(([, key]) => key),
    );
    assert.deepEqual([...resources].sort(), ['service.instance.id', 'service.name', 'service.version']);

    const table = readFileSync(new URL('../../src/telemetry/README.md', import.meta.url), 'utf8');
    const listed = new Set([...table.matchAll(/^\| `(klachtenbot\.[\w.]+)` \|/gm)].map(([, name]) => name));
    const measured = new Set(collector.metrics().map(({ name }) => name));
    // SQLite charges nothing.
    assert.deepEqual([...measured, 'klachtenbot.store.request_units'].sort(), [...listed].sort());

    // On the way to everything that there is: that nothing leaks says little when nothing is sent.
    const seen = new Set(collector.words().map(([key, value]) => `${key} ${value}`));
    for (const one of ['kind press', 'kind words', 'kind case', 'to mail', 'to channel', 'outcome delivered'])
      assert.ok(seen.has(one), `no ${one}`);
    for (const one of ['outcome unreachable', 'outcome to-be-retried', 'outcome conflict', 'level warn'])
      assert.ok(seen.has(one), `no ${one}`);
    const inInsights = insights.names();
    for (const name of ['klachtenbot.ready', 'klachtenbot.store.duration', 'turn'])
      assert.ok(inInsights.includes(name), `no ${name} in Application Insights`);
  });

  /** A complaint that is registered with a word of ours in each text, while somebody is not reached and much is typed that is nonsense. */
  async function inTrouble(): Promise<void> {
    await bot.say(lars, 'koppel', channel);
    const blocked = { personId: idOf(lars), status: 403, code: 'ConversationBlockedByUser', times: 10_000 };
    await bot.post('/tryout/faults', blocked);
    await bot.register(sanne, {
      ...aComplaint,
      'Naam van de klager': `Mevrouw ${marked}`,
      'E-mailadres': `${marked}@voorbeeld.nl`,
      Postadres: `${marked} 1, 1234 AB Ede`,
      'Korte inhoud': `Er werd ${marked} niet teruggebeld.`,
      'Over wie gaat de klacht?': idOf(joris),
    });
    await bot.arrives(fatima, /K-2026-0001/);
    for (const text of [`zoek ${marked}`, `zaak K-2026-0001 ${marked}`, marked]) await bot.say(sanne, text);
    const [first] = await bot.said(sanne);
    const action = { type: 'Action.Execute', verb: marked, data: { number: marked, form: marked } };
    await bot.pressAs(sanne, first?.id ?? '', action, { [marked]: marked });
    await bot.post('/api/messages', { type: marked, name: marked, text: marked });
  }

  /** The sample of the try-out, which begins again on an empty register: twelve complaints from their form to the end. */
  async function twelveLives(): Promise<void> {
    const { status } = await bot.post('/tryout/api/begin-again', { sample: true });
    assert.equal(status, 202);
    const isOver = async (): Promise<boolean> => {
      const { today, sample } = (await bot.state()) as { today: string; sample?: { failed?: string } };
      assert.equal(sample?.failed, undefined);
      return today === '2026-11-23' && !sample && (await bot.stored('K-2026-0012')) !== undefined;
    };
    // While it begins again nobody answers.
    const nobody = (error: unknown): boolean => {
      if (error instanceof TypeError) return false;
      throw error;
    };
    while (!(await isOver().catch(nobody))) await pause(500);
    for (let nth = 1; nth <= 12; nth++) await bot.dossier(`K-2026-00${String(nth).padStart(2, '0')}`);
  }

  /** Notes every text in the register and in the chats. */
  async function noting(known: Set<string>): Promise<void> {
    const store = sqliteStore(bot.file);
    for await (const { document } of store.all()) for (const text of textsIn(document)) known.add(text);
    await store.close();
    for (const text of textsIn((await bot.state()).conversations)) known.add(text);
  }
});
