import type { TryoutClock } from './clock.ts';
import type { Chat, Directory } from './directory.ts';
import type { Live } from './live.ts';
import type { Mailbox } from './mailbox.ts';
import type { Memory } from './memory.ts';
import type { Routes } from './routes.ts';
import type { Progress } from './sample.ts';

type Context = {
  clock: TryoutClock;
  directory: Directory;
  memory: Memory;
  live: Live;
  installed: (chat: Chat) => boolean;
  mailbox?: Mailbox | undefined;
  progress: () => Progress | undefined;
};

/** The feedback form of the website, which the page shows in a frame. */
const website = { id: 'website', kind: 'website', title: 'Website', installed: true, activities: [] };

/** Serves what there is to see: the whole state, and every change of it. */
export function watchSide(
  route: Routes,
  { clock, directory, memory, live, installed, mailbox, progress }: Context,
): void {
  route('GET', '/tryout/api/state', () => {
    const chats = directory.chats.map((chat) => {
      return { ...chat, installed: installed(chat), activities: memory.all(chat.id) };
    });
    const conversations = [...chats, ...(mailbox ? [mailbox.conversation()] : []), website];
    const register = memory.noted('register');
    const body = {
      register,
      sample: progress(),
      now: clock.now(),
      today: clock.today(),
      people: directory.people,
      conversations,
    };
    return { status: 200, body };
  });

  route('GET', '/tryout/api/events', ({ response }) => {
    live.join(response);
    return 'taken';
  });
}
