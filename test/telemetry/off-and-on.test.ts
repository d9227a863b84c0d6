import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aFolder } from '../a-folder.ts';
import { type BotProcess, startProcess } from '../e2e/a-process.ts';
import { statusAt } from '../status-at.ts';
import { aCollector, type Collector } from './a-collector.ts';

describe('a bot that is measured, or not', () => {
  let folder: ReturnType<typeof aFolder>;
  let collector: Collector;
  let bot: BotProcess;

  beforeEach(async () => {
    folder = aFolder();
    collector = await aCollector();
  });
  afterEach(async () => {
    await bot.kill();
    await collector.close();
    folder.remove();
  });

  /** Starts it, and lists every module that it loaded. */
  async function loaded(env: Record<string, string>): Promise<string[]> {
    const [list, preload] = ['loaded', 'preload.mjs'].map((name) => join(folder.path, name)) as [
      string,
      string,
    ];
    const noting = `import { appendFileSync } from 'node:fs';
      import { registerHooks } from 'node:module';
      registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); } });`;
    writeFileSync(preload, noting);
    bot = await startProcess(folder.path, { NODE_OPTIONS: `--import=${pathToFileURL(preload)}`, ...env });
    assert.equal(await statusAt(`${bot.url}/health/ready`), 200);
    return readFileSync(list, 'utf8').split('\n');
  }

  const ofTelemetry = /@opentelemetry|monitor-opentelemetry|src\/telemetry\/(?!watch\.ts)/;

  it('loads nothing of OpenTelemetry where no destination is set', async () => {
    const modules = await loaded({});
    assert.ok(modules.length > 300, `${modules.length} modules`);
    assert.deepEqual(
      modules.filter((url) => ofTelemetry.test(url)),
      [],
    );
  });

  it('exports at the latest when it is told to stop: that it was ready, and how its sweeps went', async () => {
    const modules = await loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` });
    assert.ok(modules.some((url) => ofTelemetry.test(url)));
    assert.ok(
      !modules.some((url) => url.includes('monitor-opentelemetry')),
      'it is for Application Insights',
    );
    assert.equal(await bot.terminate(), 0);
    assert.equal(collector.last('klachtenbot.ready'), 1);
    assert.equal(collector.last('klachtenbot.part.ok', { part: 'store' }), 1);
    assert.ok((collector.last('klachtenbot.sweep.duration', { outcome: 'done' }) ?? 0) >= 1);
  });

  for (const manner of ['silent', 'refuses'] as const)
    it(`works, and stops within ten seconds, beside a collector that ${manner === 'silent' ? 'never answers' : manner}`, async () => {
      collector.manner = manner;
      bot = await startProcess(folder.path, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
      assert.equal(await statusAt(`${bot.url}/health/ready`), 200);
      const asked = performance.now();
      assert.equal(await bot.terminate(), 0);
      assert.ok(performance.now() - asked < 10_000);
      assert.ok(collector.all.length > 0);
    });
});
