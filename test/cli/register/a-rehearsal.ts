import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { CaseNumber } from '../../../src/procedure/model/case-number.ts';
import type { Store } from '../../../src/register/model/store.ts';
import { documentsPath } from '../../../src/store/documents-folder.ts';
import { aFolder } from '../../a-folder.ts';
import { aBot } from '../../e2e/a-bot.ts';
import { startProcess } from '../../e2e/a-process.ts';
import { addNote, asking, registration, wednesday } from '../../procedure/asked.ts';
import { fatima, lars, sanne } from '../../procedure/people.ts';
import { contentOf } from '../../register/a-register.ts';
import { type anOffice, closeOffices } from '../../register/an-office.ts';
import { inPieces } from '../../register/some-documents.ts';
import { becoming } from '../../status-at.ts';

type Office = ReturnType<typeof anOffice>;

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The commands that a page for administrators gives under a heading, in their order. */
export const commandsUnder = (heading: string, name = 'backup-terugzetten'): string[] => {
  const page = readFileSync(join(root, `docs/${name}.md`), 'utf8');
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map((line) => line.trim());
};

/**
 * Makes for each test of a suite a folder with the code in it, as an administrator has it, and a register that has yet to be made.
 * Removes it after the test, when its offices are closed.
 */
export function placeForEach(): ReturnType<typeof aPlaceToWork> {
  const place = {} as ReturnType<typeof aPlaceToWork>;
  beforeEach(() => {
    Object.assign(place, aPlaceToWork());
  });
  afterEach(async () => {
    await closeOffices();
    place.remove();
  });
  return place;
}

function aPlaceToWork() {
  const { path, remove } = aFolder();
  copyFileSync(join(root, 'package.json'), join(path, 'package.json'));
  for (const name of ['src', 'node_modules']) symlinkSync(join(root, name), join(path, name));
  return { there: (name: string) => join(path, name), path, remove };
}

const ask = asking(wednesday);

/** What nobody may find any more once the first complaint is erased. */
export const marker = 'Roerdomp';

/** The line in which a command names its register. */
const named = /^(Register|Van register|Naar register): .+\n/gm;

/** Types a command in that folder, with those settings only. Its answer is without the name of the register. */
export async function typed(line: string, cwd: string, env: Record<string, string> = {}) {
  const { PATH, HOME } = process.env;
  const child = spawn('bash', ['-c', line], { cwd, env: { PATH, HOME, LOG_LEVEL: 'silent', ...env } });
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, err: err.replace(named, '') };
}

/** Types a command that must go well. */
export async function done(line: string, cwd: string, env?: Record<string, string>): Promise<void> {
  const { code, err } = await typed(line, cwd, env);
  assert.equal(code, 0, `${line}: ${err}`);
}

/** What is there when the copy is made: a closed complaint, and an open one. */
export async function beforeTheCopy(office: Office): Promise<void> {
  await office.file({ ...registration, summary: `${marker} wacht.` }, 'one', sanne);
  await office.execute(ask.withdraw());
  await office.file(registration, 'two', sanne);
}

/** Adds a document of the complainant to both, and returns what is in them. */
export async function withDocuments(office: Office): Promise<Record<CaseNumber, string>> {
  const contents: Record<CaseNumber, string> = {};
  for (const number of ['K-2026-0001', 'K-2026-0002'] as const) {
    contents[number] = `Geachte heer Brouwer, dit is brief ${number}.`;
    const received = await office.documents.receive(inPieces(contents[number]), 'Brief.txt');
    const { outcome } = await office.documents.add(received, { number, from: 'complainant', by: sanne });
    assert.equal(outcome, 'saved');
  }
  return contents;
}

/** Checks that a document is kept where it must be, and that one of what was erased is not. */
export async function keepsDocuments(office: Office, contents: Record<CaseNumber, string>): Promise<void> {
  const [{ id } = assert.fail('there is no document')] =
    (await office.dossier('K-2026-0002'))?.complaint.documents ?? [];
  const { content } = await office.documents.read('K-2026-0002', id, lars);
  assert.equal(await text(content ?? assert.fail('there is no content')), contents['K-2026-0002']);
  assert.deepEqual(readdirSync(documentsPath(office.path)), [id]);
}

/** What happens after it: the closed one is erased, the other goes on, and there is a third. */
export async function afterTheCopy(office: Office): Promise<void> {
  await office.execute(ask.requestErasure());
  await office.execute(asking(wednesday, fatima).answerErasure());
  await office.execute({ ...addNote({ text: 'na de kopie' }), number: 'K-2026-0002' });
  await office.file(registration, 'three', sanne);
}

/** Types the last three commands of the page, once the copy is back, and checks each answer. */
export async function resumed(lines: string[], cwd: string, env?: Record<string, string>): Promise<void> {
  const [compare = '', resume = '', verify = ''] = lines;
  const compared = await typed(compare, cwd, env);
  assert.equal(compared.code, 1);
  assert.match(compared.err, /K-2026-0001: er staat minder in dan eerder is vastgelegd/);
  assert.match(compared.err, /K-2026-0002: er staat minder in dan eerder is vastgelegd/);
  assert.match(compared.err, /K-2026-0003: dit is eerder vastgelegd, en staat niet meer in het register/);
  assert.deepEqual(await typed(resume, cwd, env), {
    code: 0,
    out: '2026: de nummers gaan verder na 3.\nOpnieuw gewist: K-2026-0001.\n',
    err: '',
  });
  assert.match((await typed(resume, cwd, env)).out, /Er was niets om opnieuw te wissen/);
  const { code, out } = await typed(verify, cwd, env);
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

/**
 * Starts the bot itself in a process of its own on what was put back, and checks that it is ready with nothing missing, and that who
 * registers by its form gets the next number.
 */
export async function startsAnew(cwd: string, env: Record<string, string> = {}): Promise<void> {
  const settings = { STORE: 'sqlite:data/klachten.db', LOG_LEVEL: 'info', ...env };
  const bot = await aBot(settings, (_, env) => startProcess(cwd, env));
  try {
    const detail = async () => (await fetch(`${bot.url()}/health/ready`)).json();
    const isOk = { ok: true, state: 'ok' };
    const { store, register } = Object(await becoming(detail, (found) => Object(found).register?.ok));
    assert.deepEqual([store, register], [isOk, isOk]);
    assert.match((await bot.register('Sanne de Vries')).text, /K-2026-0005/);
    assert.doesNotMatch(bot.printed(), /register-behind|"level":"error"/);
  } finally {
    await bot.end();
  }
}
