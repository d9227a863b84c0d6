import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openMemory, type Said } from '../../src/tryout/memory.ts';
import { aFolder } from '../a-folder.ts';

const said = (id: string): Said => ({
  id,
  from: 'bot',
  name: 'Klachtenbot',
  text: 'x'.repeat(5000),
  at: '2026-11-26T09:00:00.000Z',
  edited: 0,
  notify: false,
});

/** Opens the chats in that file, says one thing more, and prints all that is said. */
const script = `
  import { openMemory } from './src/tryout/memory.ts';
  const memory = openMemory(process.argv[1]);
  memory.add('chat', { id: 'three' });
  console.log(memory.all('chat').map(({ id }) => id).join());
  memory.close();`;

describe('the chats of the try-out on a full disk', () => {
  for (const blocks of [0, 8, 63])
    it(`are read with room for ${blocks} half kilobytes, and what comes is kept for that process only`, () => {
      const folder = aFolder();
      const file = join(folder.path, 'tryout.db');
      const before = openMemory(file);
      for (const id of ['two', 'one']) before.add('chat', said(id));
      before.close();
      const command = `ulimit -S -f ${blocks}; exec "$0" --input-type=module -e "$1" "$2"`;
      const ran = spawnSync('sh', ['-c', command, process.execPath, script, file], { encoding: 'utf8' });
      assert.equal(ran.stdout.trim(), 'two,one,three', ran.stderr);
      const after = openMemory(file);
      assert.deepEqual(
        after.all('chat').map(({ id }) => id),
        ['two', 'one'],
      );
      after.close();
      folder.remove();
    });
});
