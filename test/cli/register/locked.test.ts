import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { aFolder } from '../../a-folder.ts';
import { production } from '../../security/a-guarded-bot.ts';
import { running } from './a-command.ts';

const whole = new URL('../../fixtures/register-0.8.0.db', import.meta.url);

describe('a register that no command can look at', () => {
  const folder = aFolder();
  after(() => folder.remove());
  const at = (name: string) => join(folder.path, name);

  it('is told as that, not as tampered with, by every command, with what to do and an exit code of its own', async () => {
    copyFileSync(whole, at('k.db'));
    copyFileSync(whole, at('van.db'));
    const heads = `${JSON.stringify({ number: 'K-2026-0001', version: 1, hash: 'x' })}\n`;
    writeFileSync(at('heads'), heads);
    const db = new DatabaseSync(at('k.db'));
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const before = readdirSync(folder.path).sort();
    const asked = [
      ['verify'],
      ['verify', '--against', at('heads')],
      ['backup', at('kopie.db')],
      ['export', at('kopie.jsonl')],
      ['calendar', '2029-05-11'],
      ['row', 'ABCD-EFGH'],
      ['resume', at('heads')],
      ['copy', `sqlite:${at('k.db')}`, `sqlite:${at('naar.db')}`],
    ];
    try {
      // All at once: each waits for the lock before it gives up.
      const answers = asked.map(async ([command = '', ...operands]) => {
        const env = { ...production, STORE: `sqlite:${at('k.db')}` };
        const { code, out, err } = await running(command)(env, ...operands);
        assert.deepEqual([code, out], [2, ''], `${command}: ${err}`);
        assert.match(err, /houdt het vast\. Sluit dat, en open het register alleen met Klachtenbot/, command);
        assert.match(err, /zegt dus niet of het klopt\. Geef deze opdracht daarna nog eens\.\n$/, command);
        assert.doesNotMatch(
          err,
          /niet heel|beschadigd|terug uit een kopie|SQLITE|database is locked/,
          command,
        );
      });
      await Promise.all(answers);
      assert.deepEqual(readdirSync(folder.path).sort(), before);
    } finally {
      db.close();
    }
  }).timeout(400_000);

  it('gives no answer in Cosmos DB: that is an exit code of its own too', async () => {
    const env = { STORE: 'cosmos', COSMOS_ENDPOINT: 'http://127.0.0.1:1/', COSMOS_KEY: 'a2V5' };
    const { code, err } = await running('verify')(env);
    assert.equal(code, 2, err);
    assert.match(err, /cannot open the register in Cosmos DB .*ECONNREFUSED.*\n.*zegt dus niet of het klopt/);
  });
});
