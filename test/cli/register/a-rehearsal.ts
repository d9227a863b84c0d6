import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../../src/register/model/store.ts';
import { addNote, asking, registration, wednesday } from '../../procedure/asked.ts';
import { fatima, sanne } from '../../procedure/people.ts';
import { contentOf } from '../../register/a-register.ts';
import type { anOffice } from '../../register/an-office.ts';

type Office = ReturnType<typeof anOffice>;

const script = fileURLToPath(new URL('../../../src/cli/register.ts', import.meta.url));
const ask = asking(wednesday);

/** What nobody may find any more once the first complaint is erased. */
export const marker = 'Roerdomp';

/** Runs a command of the register in that folder, with those settings only. */
export async function command(cwd: string, env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { cwd, env: { LOG_LEVEL: 'silent', ...env } });
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, err };
}

/** What is there when the copy is made: a closed complaint, and an open one. */
export async function beforeTheCopy(office: Office): Promise<void> {
  await office.file({ ...registration, summary: `${marker} wacht.` }, 'one', sanne);
  await office.execute(ask.withdraw());
  await office.file(registration, 'two', sanne);
}

/** What happens after it: the closed one is erased, the other goes on, and there is a third. */
export async function afterTheCopy(office: Office): Promise<void> {
  await office.execute(ask.requestErasure());
  await office.execute(asking(wednesday, fatima).answerErasure());
  await office.execute({ ...addNote({ text: 'na de kopie' }), number: 'K-2026-0002' });
  await office.file(registration, 'three', sanne);
}

/**
 * Does what docs/backup-terugzetten.md says once the copy is back, with what was kept of the register that was lost, and checks
 * each answer.
 */
export async function resumed(cwd: string, env: Record<string, string>, kept: string): Promise<void> {
  const compared = await command(cwd, env, 'verify', '--against', kept);
  assert.equal(compared.code, 1);
  assert.match(compared.err, /K-2026-0001: er staat minder in dan eerder is vastgelegd/);
  assert.match(compared.err, /K-2026-0002: er staat minder in dan eerder is vastgelegd/);
  assert.match(compared.err, /K-2026-0003: dit is eerder vastgelegd, en staat niet meer in het register/);
  assert.deepEqual(await command(cwd, env, 'resume', kept), {
    code: 0,
    out: '2026: de nummers gaan verder na 3.\nOpnieuw gewist: K-2026-0001.\n',
    err: '',
  });
  const again = await command(cwd, env, 'resume', kept);
  assert.match(again.out, /Er was niets om opnieuw te wissen/);
  const { code, out } = await command(cwd, env, 'verify');
  assert.equal(code, 0);
  assert.match(out, /zonder dossier: K-2026-0003/);
  assert.match(out, /alles klopt/);
}

/** Checks that nothing of the first complaint is left, and that work goes on with a number that nobody was given. */
export async function goesOn(office: Office, store: Store): Promise<void> {
  assert.deepEqual((await office.dossier('K-2026-0001'))?.complaint.erased?.because, 'request');
  assert(!JSON.stringify(await contentOf(store)).includes(marker));
  assert.equal((await office.file(registration, 'four', sanne)).complaint.number, 'K-2026-0004');
}
