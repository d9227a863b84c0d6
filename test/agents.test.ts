import assert from 'node:assert/strict';
import { execSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import project from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

type Step = { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> };
type Job = {
  uses?: string;
  with?: Record<string, unknown>;
  steps?: Step[];
  permissions?: Record<string, string>;
};
type Workflow = { jobs: Record<string, Job>; permissions: Record<string, string> };
type Action = Step & { uses: string; writeToEnvironmentFile?: Record<string, string> };
type Lifecycles = Record<'provision' | 'deploy' | 'publish', Action[] | undefined>;

/** Fails unless what a command names is there: our scripts, those of npm, files of infra/. */
function namesWhatIsThere(command: string): void {
  const files = command.match(/(?<![\w./-])(scripts\/[\w.-]+|\.ci\/run|infra\/[\w./-]+)/g) ?? [];
  for (const file of files) assert(existsSync(join(root, file)), `${command}: there is no ${file}`);
  for (const file of files.filter((name) => command.startsWith(name)))
    assert(statSync(join(root, file)).mode & 0o100, `${file} cannot be run`);
  for (const [, name = ''] of command.matchAll(/npm run ([\w-]+)/g))
    assert(name in project.scripts, `${command}: package.json has no script ${name}`);
}

describe('.github/workflows', () => {
  const folder = '.github/workflows';
  const names = readdirSync(join(root, folder));
  const workflows = names.map((name) => {
    const text = read(`${folder}/${name}`);
    const workflow = parse(text) as Workflow;
    const steps = Object.values(workflow.jobs).flatMap(({ steps = [], uses }) => [...steps, { uses }]);
    return { name, text, workflow, steps: steps as Step[] };
  });

  it('are those that check, deploy and ask for advisories', () =>
    assert.deepEqual(names.sort(), ['audit.yml', 'ci.yml', 'deploy.yml']));

  it('are right by the rules of GitHub, their expressions too', async () => {
    // The package imports JSON in the way of a bundler.
    const hooks = registerHooks({
      load: (url, context, next) =>
        next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
    });
    const parser = await import('@actions/workflow-parser').finally(() => hooks.deregister());
    for (const { name, text } of workflows) {
      const { context, value } = parser.parseWorkflow(
        { name, content: text },
        new parser.NoOperationTraceWriter(),
      );
      assert.deepEqual(context.errors.getErrors().map(String), []);
      assert(value, name);
      const { errors = [] } = await parser.convertWorkflowTemplate(context, value);
      assert.deepEqual(errors, []);
    }
  });

  it('use each action at one commit, and say which version that is', () => {
    for (const { text, steps } of workflows)
      for (const { uses } of steps) {
        if (uses?.startsWith('./')) assert(existsSync(join(root, uses)), uses);
        else if (uses) {
          assert.match(uses, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
          assert.match(text, new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\n`));
        }
      }
  });

  it('know no secret, and may read, and only the deployment may sign in', () => {
    for (const { name, text, workflow } of workflows) {
      assert.doesNotMatch(text, /secrets\b|password|pull_request_target/i);
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      for (const [job, { permissions }] of Object.entries(workflow.jobs))
        assert.deepEqual(
          permissions,
          name === 'deploy.yml' && job === 'deploy' ? { contents: 'read', 'id-token': 'write' } : undefined,
        );
    }
  });

  it('put nothing of an event into a command: only variables of the environment', () => {
    for (const { steps } of workflows)
      for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/, run);
  });

  it('run what is there', () => {
    for (const { steps } of workflows) for (const { run = '' } of steps) namesWhatIsThere(run);
  });

  it('check, provision and deploy the same tag', () => {
    const { jobs } = workflows.find(({ name }) => name === 'deploy.yml')?.workflow ?? assert.fail();
    const refs = Object.values(jobs).flatMap(({ uses, with: given, steps = [] }) => [
      ...(uses ? [given?.ref] : []),
      ...steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')).map((step) => step.with?.ref),
    ]);
    assert.deepEqual(refs, ['${{ inputs.tag }}', '${{ inputs.tag }}']);
  });

  it('have the SDK that the Bicep compiler is restored with, wherever everything is checked', () => {
    const [version] = /net(\d+\.\d+)/.exec(read('scripts/bicep.csproj')) ?? [];
    const checking = workflows.filter(({ steps }) => steps.some(({ run }) => run === '.ci/run'));
    assert.equal(checking.length, 1);
    for (const { steps } of checking) {
      const sdk = steps.find(({ uses }) => uses?.startsWith('actions/setup-dotnet@'));
      assert.equal(`net${sdk?.with?.['dotnet-version']}`, `${version}.x`);
    }
  });
});

describe('.github/dependabot.yml', () => {
  it('looks after packages, actions and the base of the container', () => {
    const { version, updates } = parse(read('.github/dependabot.yml'));
    assert.equal(version, 2);
    assert.deepEqual(
      updates.map((one: Record<string, string>) => [one['package-ecosystem'], one.directory]),
      ['npm', 'github-actions', 'docker'].map((name) => [name, '/']),
    );
  });
});

for (const [file, environment] of [
  ['m365agents.yml', 'env/.env.dev'],
  ['m365agents.local.yml', 'env/.env.local'],
] as const)
  describe(file, () => {
    const text = read(file);
    const { provision = [], deploy = [], publish = [] } = parse(text) as Lifecycles;
    const actions = [...provision, ...deploy, ...publish];
    const variables = parseEnv(read(environment));
    const isSecret = (name: string) => name.startsWith('SECRET_');

    it(`takes its variables from ${environment}, or makes them first`, () => {
      const known = new Set(Object.keys(variables));
      for (const { writeToEnvironmentFile = {}, ...action } of actions) {
        for (const [, name = ''] of JSON.stringify(action).matchAll(/\$\{\{(\w+)\}\}/g))
          assert(known.has(name), name);
        for (const name of Object.values(writeToEnvironmentFile)) {
          known.add(name);
          assert(isSecret(name) || name in variables, `${name} is not in ${environment}`);
        }
      }
    });

    it(`finds no secret in ${environment}, and only names there that it uses`, () => {
      assert.deepEqual(Object.keys(variables).filter(isSecret), []);
      for (const name of Object.keys(variables))
        assert(name === 'TEAMSFX_ENV' || text.includes(name), `${name} is used nowhere`);
    });

    it('runs what is there', () => {
      for (const { uses, with: given } of actions)
        if (uses === 'script') namesWhatIsThere(String(given?.run));
    });

    it('gives Teams the package that it made', () => {
      for (const lifecycle of [provision, publish].filter(({ length }) => length > 0)) {
        const made = lifecycle.flatMap(({ with: given }) =>
          [...String(given?.run).matchAll(/npm run package -- .*--file (\S+)/g)].map(
            ([, path]) => `./${path}`,
          ),
        );
        const given = lifecycle.flatMap(({ with: { appPackagePath } = {} }) => appPackagePath ?? []);
        assert.equal(made.length, 1);
        assert.deepEqual([...new Set(given)], made);
      }
    });
  });

describe('what scripts and m365agents.yml ask of Azure', () => {
  const bicep = read('infra/main.bicep');

  it('are outputs of infra/main.bicep, of the deployment that scripts/provision.sh makes', () => {
    const asking = ['scripts/deploy.sh', 'm365agents.yml'].map(read).join('\n');
    const asked = [...asking.matchAll(/\$\(output (\w+)\)|properties\.outputs\.(\w+)\.value/g)].map(
      ([, one, other]) => one ?? other,
    );
    assert.deepEqual([...new Set(asked)].sort(), ['app', 'botId', 'hostName', 'registry']);
    for (const name of asked) assert.match(bicep, new RegExp(`^output ${name} `, 'm'));
    assert.match(read('scripts/provision.sh'), /--name klachten --parameters infra\/main\.bicepparam/);
    assert(existsSync(join(root, 'infra/main.bicepparam')));
  });
});

describe('scripts/deploy.sh', () => {
  let clone: string;
  let folder: string;
  before(() => {
    clone = mkdtempSync(join(tmpdir(), 'clone-'));
    for (const path of ['package.json', 'scripts', 'infra', 'cards', 'letters', 'manifest', 'src'])
      cpSync(join(root, path), join(clone, path), { recursive: true });
    const git = 'git -c user.name=x -c user.email=x@y.nl -c init.defaultBranch=main';
    execSync(`${git} init -q && ${git} add -A && ${git} commit -qm x && git tag v0.8.0`, { cwd: clone });
    rmSync(join(clone, 'src/main.ts'));
  });
  after(() => rmSync(clone, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs a script with commands that note how they were called: Azure is nowhere near. */
  function run(outputs: Record<string, string>, ...operands: string[]) {
    return runScript('deploy', outputs, operands);
  }

  function runScript(script: string, outputs: Record<string, string>, operands: readonly string[]) {
    const calls = join(folder, 'calls');
    const answers = Object.entries(outputs).map(
      ([name, value]) => `*${name.includes('.') ? name : `outputs.${name}.value`}*) echo "${value}";;`,
    );
    for (const [name, body] of [
      ['az', `case "$*" in ${answers.join(' ')} esac`],
      ['npm', `ln -s '${root}node_modules' node_modules`],
      ['zip', `shift 2; mkdir '${folder}/app'; cp -a --parents "$@" '${folder}/app'`],
      ['curl', ''],
    ] as const) {
      writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> '${calls}'\n${body}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    const { status, stdout, stderr } = spawnSync(join(clone, `scripts/${script}.sh`), operands, {
      env: { ...process.env, DEPLOY_WAIT: '0', PATH: `${folder}:${process.env.PATH}` },
      encoding: 'utf8',
    });
    const called = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
    return { status, said: stdout + stderr, did: called.filter((one) => !one.startsWith('az deployment')) };
  }

  const outputs = { app: 'app-klachten', registry: '', hostName: 'klachten.azurewebsites.net' };
  const inContainers = {
    ...outputs,
    registry: 'crklachten.azurecr.io',
    'properties.latestRevisionName': 'ca-klachten--2',
    'properties.latestReadyRevisionName': 'ca-klachten--2',
  };

  it('takes what is committed, with its packages, to App Service, and waits until it is ready', () => {
    const { status, said, did } = run(outputs, 'rg-klachten', 'v0.8.0');
    assert.equal(status, 0, said);
    assert.deepEqual(
      did.map((one) => one.replace(/\S*\/app\.zip/, 'app.zip').replace(/--silent.*\s/, '')),
      [
        'npm ci --omit=dev --ignore-scripts --no-progress --os=linux --cpu=x64 --libc=glibc',
        'zip -qr app.zip package.json cards letters manifest/color.png src node_modules',
        'az webapp deploy --resource-group rg-klachten --name app-klachten --type zip --src-path app.zip --output none',
        'curl https://klachten.azurewebsites.net/health/ready',
      ],
    );
    assert.match(said, /v0\.8\.0 is ready on https:\/\/klachten\.azurewebsites\.net/);
  });

  it('takes all that the bot needs to start', async () => {
    assert.equal(run(outputs, 'rg-klachten', 'v0.8.0').status, 0);
    const started = spawn(process.execPath, ['src/start.js'], {
      cwd: join(folder, 'app'),
      env: { PATH: process.env.PATH, PORT: '0', STORE: `sqlite:${folder}/klachten.db` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let said = '';
      for await (const part of started.stdout.setEncoding('utf8')) {
        said += part;
        if (/http:\/\/\S+:\d+/.test(said)) break;
      }
      const [url] = /http:\/\/[\w.]+:\d+/.exec(said) ?? assert.fail(said);
      assert.equal((await fetch(`${url}/health/live`)).status, 200);
    } finally {
      started.kill();
      await once(started, 'exit');
    }
  });

  it('makes the image and starts it on Container Apps', () => {
    const { status, said, did } = run(inContainers, 'rg-klachten', 'HEAD');
    assert.equal(status, 0, said);
    assert.match(did[0] ?? '', /^az acr build --registry crklachten --image klachtenbot:v0\.8\.0 \//);
    const image = /--image (klachtenbot:\S+)/.exec(did[0] ?? '')?.[1];
    assert.equal(
      did[1],
      `az containerapp update --resource-group rg-klachten --name app-klachten --image crklachten.azurecr.io/${image} --output none`,
    );
    assert(said.includes(`image = '${image}' in infra/main.bicepparam`), said);
    assert.match(did.at(-1) ?? '', /^curl /);
    assert(did.slice(2, -1).every((one) => one.startsWith('az containerapp show ')));
  });

  it('says that it went wrong on Container Apps while what ran before still answers', () => {
    const { status, said, did } = run(
      { ...inContainers, 'properties.latestReadyRevisionName': 'ca-klachten--1' },
      'rg-klachten',
      'HEAD',
    );
    assert.equal(status, 1, said);
    assert.match(said, /HEAD does not get ready: look at the log of ca-klachten--2/);
    assert(!did.some((one) => one.startsWith('curl ')));
  });

  it('provisions nothing with the people of the example, or for an option', () => {
    for (const [operands, words] of [
      [[], /Name the resource group/],
      [['--help'], /Name the resource group/],
      [['rg-klachten'], /still has the people and addresses of the example/],
    ] as const) {
      const { status, said, did } = runScript('provision', {}, operands);
      assert.equal(status, 1, said);
      assert.match(said, words);
      assert.deepEqual(did, []);
    }
    const file = join(clone, 'infra/main.bicepparam');
    const example = readFileSync(file, 'utf8');
    const ids = example.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    const others = ['example.nl', 'Straat 1, 3511 AA Utrecht', 'Plein 2, 2611 AA Delft', '030 123 4567'];
    const made = [...ids, ...others];
    assert.equal(ids.length, 4);
    const without = (words: readonly string[]) =>
      words.reduce(
        (text, word) => text.replaceAll(word, word.replace(/\d/g, '9').replace('example', 'ons')),
        example,
      );
    try {
      for (const left of made) {
        writeFileSync(file, without(made.filter((one) => one !== left)));
        const { status, said, did } = runScript('provision', {}, ['rg-klachten']);
        assert.deepEqual([status, did], [1, []], `${left}: ${said}`);
        assert(said.includes(left), said);
      }
      writeFileSync(file, without(made));
      const { status, said } = runScript('provision', {}, ['rg-klachten']);
      assert.equal(status, 0, said);
    } finally {
      writeFileSync(file, example);
    }
  });

  it('does nothing without a group, or with a version that is none', () => {
    for (const [operands, words] of [
      [[], /Name the resource group and the version/],
      [['rg-klachten'], /Name the resource group and the version/],
      [['--help', 'v0.8.0'], /Name the resource group and the version/],
      [['rg-klachten', 'v99.0.0'], /There is no version v99\.0\.0/],
    ] as const) {
      const { status, said, did } = run(outputs, ...operands);
      assert.equal(status, 1, said);
      assert.match(said, words);
      assert.deepEqual(did, []);
    }
  });
});
