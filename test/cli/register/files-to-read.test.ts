import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from '../../a-folder.ts';
import { production } from '../../security/a-guarded-bot.ts';
import { running } from './a-command.ts';

describe('a file that a command of the register is to read', () => {
  const folder = aFolder();
  after(() => folder.remove());
  const at = (name: string) => join(folder.path, name);
  const env = { ...production, STORE: `sqlite:${at('klachten.db')}`, LOG_LEVEL: 'silent' };
  const commands = [['verify', '--against'], ['resume'], ['import']];

  before(async () => {
    copyFileSync(new URL('../../fixtures/register-0.8.0.db', import.meta.url), at('klachten.db'));
    await running('export')(env, at('heel.jsonl'));
    const lines = readFileSync(at('heel.jsonl'), 'utf8').split('\n');
    writeFileSync(at('half.jsonl'), `${lines.slice(0, 6).join('\n')}\n`);
    writeFileSync(at('midden.jsonl'), readFileSync(at('heel.jsonl'), 'utf8').slice(0, 90_000));
    writeFileSync(at('anders.jsonl'), lines.join('\n').replace(/"hash":"./, '"hash":"_'));
    mkdirSync(at('map'));
  });

  const kinds: Record<string, RegExp> = {
    'weg.jsonl': /er is geen bestand .*weg\.jsonl; kijk of de naam klopt/,
    map: /map is een map; noem een bestand/,
    'half.jsonl': /ontbreekt/,
    'anders.jsonl': /veranderd|beschadigd/,
    'midden.jsonl': /ontbreekt|beschadigd/,
  };
  for (const [name, words] of Object.entries(kinds))
    for (const [command = '', ...option] of commands)
      it(`is told in plain words by ${command}, which does nothing then: ${name}`, async () => {
        const { code, out, err } = await running(command)(env, ...option, at(name));
        assert.deepEqual([code, out], [1, ''], err);
        assert.match(err, words);
        assert.doesNotMatch(err, /ENOENT|EISDIR/);
      });
});
