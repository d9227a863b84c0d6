import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { Contender } from './people.ts';

export type Side = 'ours' | 'echo' | 'earlier';

/** A bot in a process of its own, as one that is measured. */
export type Running = Contender & Child;

const answers: Record<'klachtenbot' | 'echo', Contender['answers']> = {
  klachtenbot: {
    help: 'AdaptiveCard',
    form: 'Korte inhoud',
    registered: 'is geregistreerd',
    list: 'Mijn klachten',
    dossier: (number) => number,
  },
  echo: {
    help: 'Je zei: help',
    form: 'Je zei: klacht',
    registered: 'Je drukte.',
    list: 'Je drukte.',
    dossier: () => 'Je drukte.',
  },
};

/** Starts a bot in a folder of its own within that one; ours and an earlier version keep their register and chats there. */
export async function startContender(side: Side, folder: string, main: string): Promise<Running> {
  const isEcho = side === 'echo';
  const own = join(folder, side);
  mkdirSync(own, { recursive: true });
  const store = `sqlite:${join(own, 'klachten.db')}`;
  const child = await startChild(main, own, isEcho ? {} : { PORT: '0', STORE: store });
  return { ...child, name: side, answers: isEcho ? answers.echo : answers.klachtenbot };
}
