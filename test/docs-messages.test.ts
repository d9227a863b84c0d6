import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { promisify } from 'node:util';
import { todo } from '../src/register/advice.ts';
import { commandsIn, quoted, textOf } from './docs-pages.ts';
import { type ProductionOffice, productionOffice } from './security/production-office.ts';
import { sourceFile } from './source-file.ts';

describe('the page about messages', () => {
  const page = textOf('docs/meldingen.md');
  const codes = quoted(page);
  const sources = globSync('src/**/*.ts')
    .filter((path) => !path.startsWith('src/tryout/'))
    .map(sourceFile);

  it('has every warning and fault of the log, and none that is not there', () => {
    const logged = sources.flatMap(({ text }) =>
      [
        ...text.matchAll(/\b(?:log\.(?:warn|error|fault)|lines\.error|\btell)\(\s*'([a-zN][^']* [^']*)'/g),
      ].map(([, message = '']) => message),
    );
    const inLog = quoted(page.slice(page.indexOf('## Het log'))).filter((code) => code.includes(' '));
    const missing = [...new Set(logged)].filter((message) => !inLog.includes(message));
    assert.deepEqual(missing, []);
    const texts = sources.map(({ text }) => text).join('\n');
    const unknown = inLog.filter((code) => !/^(npm|@)/.test(code) && !texts.includes(`'${code}'`));
    assert.deepEqual(unknown, []);
  });

  it('has the words with which the bot refuses to start', () => {
    const [section = ''] = page.split('## Een bericht in Teams');
    const said = [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => quoted(cell));
    const texts = sources.map(({ text }) => text).join('\n');
    for (const code of said.filter((one) => one.includes(' '))) assert(texts.includes(code), code);
    assert(said.length >= 7);
  });

  it('has the titles of what is told in Teams about the set-up', () => {
    const source = textOf('src/teams/notifications/fault-cards.ts');
    const titles = [...source.matchAll(/title(?: =|:) '([^']+)'/g)].map(([, title = '']) => title);
    assert.equal(titles.length, 3);
    for (const title of titles) assert(page.includes(`| ${title} |`), title);
  });

  it('has every alert of the infrastructure', () => {
    const alerts = textOf('infra/modules/alerts.bicep');
    const names = [...alerts.matchAll(/^ *name: '(?:\$\{prefix\}-)?([a-z]+-[a-z]+|errors|throttled)'$/gm)];
    for (const name of new Set(names.map(([, one = '']) => one))) assert(codes.includes(name), name);
    assert(names.length >= 5);
  });

  describe('about readiness', () => {
    let office: ProductionOffice;
    before(async () => {
      office = await productionOffice();
    });
    after(() => office.end());

    it('has the command that reads it, on the machine itself', async () => {
      const [line = ''] = commandsIn(page, 'sh').filter((one) => one.startsWith('node -e '));
      const [, script = ''] = /^node -e "(.*)"$/.exec(line) ?? [];
      const env = { PORT: new URL(office.bot.url).port };
      const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { env });
      assert.equal(typeof JSON.parse(stdout).store.ok, 'boolean');
    });

    it('has every part that the bot tells of, and states that it knows', async () => {
      const body: unknown = await (await fetch(`${office.bot.url}/health/ready`)).json();
      const parts = Object.keys(Object(body));
      assert(parts.length >= 9);
      for (const part of parts) assert(page.includes(`\n| \`${part}\` |`), part);
      const rows = [...page.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)];
      const told = rows.flatMap(([, part = '', states = '']) =>
        quoted(states).map((state) => `${part} ${state}`),
      );
      const known = Object.entries(todo).flatMap(([part, states]) =>
        Object.keys(states).map((state) => `${part} ${state}`),
      );
      assert.deepEqual(
        known.filter((one) => !told.includes(one)),
        [],
      );
      assert.deepEqual(
        told.filter((one) => parts.includes(one.split(' ')[0] ?? '') && !known.includes(one)),
        ['status degraded', 'status not ready'],
      );
    });
  });
});
