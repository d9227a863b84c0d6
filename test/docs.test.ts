import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import project from '../package.json' with { type: 'json' };
import { logger } from '../src/log.ts';
import { settingNames } from '../src/settings/settings.ts';
import { azure } from './azure-commands.ts';
import { all, commandsIn, pages, quoted, textOf } from './docs-pages.ts';

/** A command without the setting that is given with it, and without the container in which it is given. */
const bare = (line: string): string =>
  line.replace(/^(MicrosoftAppId=BOTID|docker exec NAAM|docker run --rm .* klachtenbot) /, '');

const shell = pages.flatMap((page) =>
  commandsIn(textOf(page), 'sh').map((line) => ({ page, line: bare(line) })),
);
const inText = quoted(all).filter((code) => /^(npm|node|az) /.test(code));
const lines = [...shell.map(({ line }) => line), ...inText];

/** The words of what a command says when it is not understood. */
const helpOf = (script: string): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [script, '?'], { encoding: 'utf8', input: '' });
  return stdout + stderr;
};

describe('the pages for who administers the bot', () => {
  it('are all in the index, in Dutch and short, and promise nothing under .example', () => {
    const index = textOf('docs/README.md');
    for (const page of pages) {
      const text = textOf(page);
      assert(page === 'docs/README.md' || index.includes(`](${basename(page)})`), page);
      assert.match(text, /^# \S/);
      assert.doesNotMatch(text, /(?<!\.env)\.example\b|TO[ -]?DO|—/, page);
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
    for (const line of lines) assert.match(line, /^((npm|node|az|git|mkdir|mv) |scripts\/)/, line);
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

  it('name commands of git, and of the code for where there is no npm', () => {
    for (const line of lines.filter((one) => one.startsWith('git ')))
      assert.match(line, /^git (clone|switch -c|fetch --tags|merge|tag|commit -a)\b/, line);
    const inApp = lines.filter((one) => one.startsWith('node src/cli/'));
    assert(inApp.length >= 3);
    for (const line of inApp) {
      const [, script = '', subcommand = ''] = /^node (\S+) (\w+)/.exec(line) ?? [];
      assert.match(helpOf(script), new RegExp(`(^|-- |\\s)${subcommand} `, 'm'), line);
    }
  });

  it('say how to get the log that verify and resume want, from where the bot logs', () => {
    const [query = ''] = lines.filter((line) => line.startsWith('az monitor log-analytics query'));
    const bicep = textOf('infra/main.bicep');
    for (const [, table = '', column = ''] of bicep.matchAll(/table: '(\w+)', column: '(\w+)'/g)) {
      assert(all.includes(`\`${table}\``) && all.includes(`\`${column}\``), table);
      if (table.startsWith('AppService'))
        assert(query.includes(`"${table} | where ${column} contains`) && query.includes(`[].${column}`));
    }
    const written: string[] = [];
    logger('info', { write: (line) => void written.push(line) }).info('journal', { event: 'journal' });
    const [, sought = ''] = /contains '(.*?)'/.exec(query) ?? [];
    assert(written[0]?.includes(sought.replaceAll('\\"', '"')), sought);
    assert.match(textOf('src/register/integrity/evidence.ts'), /event: 'journal', \.\.\.headOfDocument/);
  });

  it('give the role on the register that the infrastructure gives the bot', () => {
    const [, role = ''] = /--role-definition-id (\S+)/.exec(all) ?? [];
    assert(textOf('infra/modules/register-access.bicep').includes(`/sqlRoleDefinitions/${role}'`), role);
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

  it('leave no setting out of the table in the README', () => {
    const known = new Set(quoted(textOf('README.md')));
    assert.deepEqual(
      settingNames.filter((name) => !known.has(name)),
      [],
    );
  });

  it('name parameters and outputs of the infrastructure that exist', () => {
    const bicep = textOf('infra/main.bicep');
    const named = ['host', 'plan', 'image', 'mail', 'mailFrom', 'privateNetwork', 'alertsTo', 'officer'];
    assert(all.includes("`param restoredAccount = 'NIEUW'`") && bicep.includes('param restoredAccount '));
    for (const name of [...named, 'substitutes', 'board', 'healthFromAnywhere', 'smtpAuth', 'insights']) {
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
