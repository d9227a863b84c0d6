import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import project from '../package.json' with { type: 'json' };
import { todo } from '../src/register/advice.ts';
import { settingNames } from '../src/settings/settings.ts';
import { type ProductionOffice, productionOffice } from './security/production-office.ts';
import { sourceFile } from './source-file.ts';

const pages = globSync('docs/*.md').sort();
const textOf = (path: string): string => readFileSync(path, 'utf8');
const all = pages.map(textOf).join('\n');

/** The lines of the fenced blocks in that language. */
const commandsIn = (text: string, language: string): string[] =>
  [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)]
    .filter(([, , found]) => found === language)
    .flatMap(([, , , block = '']) => block.trim().split('\n'))
    .map((line) => line.trim());

/** What stands between backticks outside the blocks. */
const quoted = (text: string): string[] =>
  [...text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

const shell = pages.flatMap((page) => commandsIn(textOf(page), 'sh').map((line) => ({ page, line })));
const inText = quoted(all).filter((code) => /^(npm|node|az) /.test(code));
const lines = [...shell.map(({ line }) => line), ...inText];

/** The words of what a command says when it is not understood. */
const helpOf = (script: string): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [script, '?'], { encoding: 'utf8', input: '' });
  return stdout + stderr;
};

/** The commands of Azure that the pages may name, and their options. */
const azure: Record<string, readonly string[]> = {
  'az login': [],
  'az ad user show': ['--id', '--query'],
  'az provider register': ['--namespace'],
  'az group create': ['--name', '--location'],
  'az group delete': ['--name'],
  'az deployment group what-if': ['--resource-group', '--parameters'],
  'az webapp start': ['--resource-group', '--name'],
  'az webapp stop': ['--resource-group', '--name'],
};

describe('the pages for who administers the bot', () => {
  it('are all in the index, in Dutch and short, and promise nothing under .example', () => {
    const index = textOf('docs/README.md');
    for (const page of pages) {
      const text = textOf(page);
      assert(page === 'docs/README.md' || index.includes(`](${basename(page)})`), page);
      assert.match(text, /^# \S/);
      assert.doesNotMatch(text, /(?<!\.env)\.example\b|TODO|—/, page);
      // Of messages there are as many as there are.
      assert(page === 'docs/meldingen.md' || text.split(/\s+/).length < 900, page);
    }
  });

  it('link to what is there', () => {
    for (const page of pages)
      for (const [, target = ''] of textOf(page).matchAll(/\]\((?!https:)([^)#]+)/g))
        assert(existsSync(join(dirname(page), target)), `${page}: ${target}`);
  });

  it('use no command but those that are known', () => {
    for (const line of lines) assert.match(line, /^((npm|node|az|mkdir|mv) |scripts\/)/, line);
    assert(shell.length > 30);
  });

  it('name scripts of npm that exist, and subcommands that the help of each knows', () => {
    const known = new Map<string, string>();
    for (const line of lines.filter((one) => one.startsWith('npm '))) {
      const [, verb = '', script = '', rest = ''] =
        /^npm (run -s|run|ci|start)(?: ([\w-]+))?(?: -- (.*))?$/.exec(line) ?? [];
      if (!verb.startsWith('run')) {
        assert.match(line, /^npm (ci|start)$/);
        continue;
      }
      const file = Object.entries(project.scripts).find(([name]) => name === script)?.[1];
      assert(file, line);
      if (!rest) continue;
      const help = known.get(script) ?? helpOf(file.replace(/^node /, ''));
      known.set(script, help);
      const [subcommand = '', ...operands] = rest.split(' ');
      if (script === 'termijnen') continue;
      assert.match(help, new RegExp(`(^|-- |\\s)${subcommand} `, 'm'), line);
      for (const option of operands.filter((one) => one.startsWith('-')))
        assert(help.includes(`${subcommand} ${option}`), line);
    }
    assert(known.has('register'));
  });

  it('name commands of Azure with the options that they have', () => {
    for (const line of lines.filter((one) => one.startsWith('az '))) {
      const [command = ''] = /^az( [a-z][\w-]*)+/.exec(line) ?? [];
      const known = azure[command];
      assert(known, line);
      for (const [option] of line.matchAll(/--[\w-]+/g)) assert(known.includes(option), line);
    }
  });

  it('name files and folders of the code that exist', () => {
    const scripts = lines.filter((line) => line.startsWith('scripts/')).map((line) => line.split(' '));
    assert(scripts.length >= 4);
    for (const [script = '', ...operands] of scripts) {
      assert(existsSync(script), script);
      // Each operand is asked for by its place.
      assert.equal(operands.length, textOf(script).match(/\$\{\d:\?/g)?.length, script);
    }
    const parameters = lines.flatMap((line) => /--parameters (\S+)/.exec(line)?.[1] ?? []);
    for (const file of parameters) assert(existsSync(file), file);
  });

  it('name settings that exist', () => {
    const names = [
      ...all.matchAll(/`([A-Z][A-Z\d]*(?:_[A-Z\d]+)+|MAIL|STORE|BOARD|OFFICER|SUBSTITUTES)[`=:]/g),
    ];
    for (const [, name = ''] of names)
      assert(
        settingNames.some((one) => one === name),
        name,
      );
    assert(names.length > 20);
  });

  it('name parameters and outputs of the infrastructure that exist', () => {
    const bicep = textOf('infra/main.bicep');
    const named = ['host', 'plan', 'image', 'mail', 'mailFrom', 'privateNetwork', 'alertsTo', 'officer'];
    for (const name of [...named, 'substitutes', 'board']) {
      assert(bicep.includes(`param ${name} `), name);
      assert(
        quoted(all).some((code) => code.split(' ')[0] === name),
        name,
      );
    }
    for (const name of ['botId', 'principalId', 'tenantId', 'hostName', 'app', 'cosmosEndpoint'])
      assert(bicep.includes(`output ${name} `) && all.includes(`\`${name}\``), name);
    assert.match(bicep, new RegExp(`param plan string = '${/`plan` (\w+)/.exec(all)?.[1]}'`));
  });

  it('name buttons and titles as people see them', () => {
    const source = globSync('src/teams/**/*.ts').map(textOf).join('\n');
    for (const [, button = ''] of all.matchAll(/knop "([^"]+)"/g))
      assert(source.includes(`'${button}'`), button);
  });

  it('give the right to send from one mailbox by the commands of Exchange, and take it back', () => {
    const found = pages.flatMap((page) => commandsIn(textOf(page), 'powershell'));
    for (const command of [
      'New-ServicePrincipal',
      'New-ManagementScope',
      'New-ManagementRoleAssignment',
      'Test-ServicePrincipalAuthorization',
    ])
      assert(
        found.some((line) => line.startsWith(`${command} -`)),
        command,
      );
    assert(found.some((line) => line.includes('-Role "Application Mail.Send"')));
  });
});

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
