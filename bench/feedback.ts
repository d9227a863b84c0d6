import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * `node bench/feedback.ts [seconds]`: 1,000 forms of the website a minute from 200 addresses, while a colleague goes on working. Prints how
 * the forms ended, and how long the answers to the colleague took before and meanwhile; the goal is that they stay under 100 ms.
 */
const seconds = Number(process.argv[2] ?? 60);
const [formsAMinute, addresses, goalMs] = [1_000, 200, 100];

const folder = mkdtempSync(join(tmpdir(), 'klachten-bench-'));
const bot = spawn(process.execPath, [resolve('src/start.js')], {
  cwd: folder,
  env: { PORT: '0', STORE: 'sqlite:klachten.db', LOG_LEVEL: 'silent' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise<string>((found) => {
  let printed = '';
  bot.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    const [line] = /http:\/\/\S+:\d+/.exec(printed) ?? [];
    if (line) found(line);
  });
});

const { people, conversations } = (await (await fetch(`${url}/tryout/api/state`)).json()) as {
  people: { id: string }[];
  conversations: { id: string; person?: { id: string } }[];
};
const colleague = people[0]?.id;
const conversationId = conversations.find(({ person }) => person?.id === colleague)?.id;

/** Says something to the bot as a colleague, and returns how long the answer took, in milliseconds. */
async function say(): Promise<number> {
  const body = JSON.stringify({ personId: colleague, conversationId, text: 'termijnen 24-12-2026' });
  const before = performance.now();
  const headers = { 'Content-Type': 'application/json' };
  await (await fetch(`${url}/tryout/api/say`, { method: 'POST', headers, body })).text();
  return performance.now() - before;
}

async function works(until: number): Promise<number[]> {
  const took: number[] = [];
  while (performance.now() < until) {
    took.push(await say());
    await pause(200);
  }
  return took;
}

/** Sends one form with a stamp that was given out long enough ago; returns its status. */
async function send(stamp: string, at: number): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    stempel: stamp,
    inhoud: `Klacht ${at}. ${'x'.repeat(1_500)}`,
  }))
    form.append(name, value);
  form.append('naam', `Klager ${at}`);
  form.append('telefoon', '030 1234567');
  const from = `203.0.${Math.floor((at % addresses) / 100)}.${at % 100}`;
  const response = await fetch(`${url}/feedback`, {
    method: 'POST',
    body: form,
    headers: { 'X-Forwarded-For': from },
  });
  await response.text();
  return response.status;
}

const stampIn = async (): Promise<string> =>
  /name="stempel" value="([^"]*)"/.exec(await (await fetch(`${url}/feedback`)).text())?.[1] ?? '';

const said = (took: number[]): string => {
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number): string =>
    `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`;
  return `${took.length} answers, half within ${at(0.5)}, 99 of 100 within ${at(0.99)}, the slowest ${at(1)}`;
};

try {
  await say();
  const before = await works(performance.now() + 10_000);
  const count = Math.round((formsAMinute * seconds) / 60);
  const stamps = await Promise.all(Array.from({ length: count }, stampIn));
  await pause(3_500);
  const statuses = new Map<number, number>();
  const sending: Promise<void>[] = [];
  const start = performance.now();
  const working = works(start + seconds * 1_000);
  for (const [at, stamp] of stamps.entries()) {
    await pause(Math.max(0, start + (at * 60_000) / formsAMinute - performance.now()));
    sending.push(
      send(stamp, at).then((status) => void statuses.set(status, (statuses.get(status) ?? 0) + 1)),
    );
  }
  await Promise.all(sending);
  const meanwhile = await working;
  console.log(`forms: ${count} in ${seconds} s from ${addresses} addresses`);
  for (const [status, times] of statuses) console.log(`  ${status}: ${times}`);
  console.log(`a colleague before: ${said(before)}`);
  console.log(`a colleague meanwhile: ${said(meanwhile)} (goal: under ${goalMs} ms)`);
} finally {
  bot.kill('SIGINT');
  await new Promise((ended) => bot.once('exit', ended));
  rmSync(folder, { recursive: true, force: true });
}
