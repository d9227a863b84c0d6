/**
 * `node scripts/atk.ts`: has Microsoft's own Agents Toolkit judge the manifest, and its schema m365agents.yml and m365agents.local.yml.
 * It is no dependency, because it takes 445 MB: npm fetches it for this once, without the scripts of its packages. It signs in
 * nowhere.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import JSZip from 'jszip';
import { parse } from 'yaml';
import { appPackage } from '../manifest/app-package.ts';
import project from '../package.json' with { type: 'json' };

const toolkit = '@microsoft/m365agentstoolkit-cli@1.1.17';
const id = '2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80';

const folder = mkdtempSync(join(tmpdir(), 'klachtenbot-atk-'));
try {
  await judgeManifest();
  judgeLifecycles();
  console.log(
    'The Agents Toolkit has nothing against the manifest, m365agents.yml and m365agents.local.yml.',
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** Runs a command of the shell with the toolkit on its path; returns what it said. Throws when it failed. */
function withToolkit(command: string): string {
  const { status, stdout, stderr } = spawnSync('npx', ['--yes', `--package=${toolkit}`, '-c', command], {
    env: { ...process.env, npm_config_ignore_scripts: 'true' },
    encoding: 'utf8',
    timeout: 10 * 60_000,
  });
  if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
  return stdout;
}

async function judgeManifest(): Promise<void> {
  const { files } = await JSZip.loadAsync(
    await appPackage({ version: project.version, botId: id, appId: id }),
  );
  for (const file of Object.values(files))
    writeFileSync(join(folder, file.name), await file.async('nodebuffer'));
  const said = withToolkit(
    `atk validate --manifest-file '${folder}/manifest.json' --telemetry false --interactive false`,
  );
  if (!said.includes('All passed')) throw new Error(said);
}

function judgeLifecycles(): void {
  const cli = dirname(withToolkit('realpath "$(command -v atk)"').trim());
  for (const name of ['m365agents.yml', 'm365agents.local.yml']) {
    const content = parse(readFileSync(name, 'utf8'));
    const schema = readFileSync(
      join(cli, `resource/yaml-schema/${content.version}/yaml.schema.json`),
      'utf8',
    );
    const ajv = new Ajv({ strict: false, allErrors: true });
    if (!ajv.validate(JSON.parse(schema), content)) throw new Error(`${name}: ${ajv.errorsText()}`);
  }
}
