import type { Chat } from './directory.ts';

/** A fault that Teams may have: the next sends are answered with it. */
export type Fault = {
  /** To whom or where; '*' or absent is anywhere. */
  conversationId?: string;
  personId?: string;
  /** HTTP status. */
  status: number;
  /** The code in the body, such as 'ConversationBlockedByUser'. */
  code: string;
  /** Seconds, in the header Retry-After. */
  retryAfter?: number;
  /** How many requests it answers; retries of the sender count. */
  times: number;
};

export type Faults = {
  add(fault: Fault): void;
  /** The fault that a send to this conversation meets, which is then used up once. */
  meet(chat: Chat): Fault | undefined;
  clear(): void;
};

export function faults(): Faults {
  let waiting: Fault[] = [];
  return {
    add: (fault) => void waiting.push({ ...fault }),
    meet: (chat) => {
      const fault = waiting.find((one) => concerns(one, chat));
      if (!fault) return undefined;
      fault.times -= 1;
      waiting = waiting.filter((one) => one.times > 0);
      return fault;
    },
    clear: () => {
      waiting = [];
    },
  };
}

function concerns(fault: Fault, chat: Chat): boolean {
  return matches(fault.conversationId, chat.id) && matches(fault.personId, chat.person?.id);
}

function matches(wanted: string | undefined, id: string | undefined): boolean {
  return wanted === undefined || wanted === '*' || wanted === id;
}
