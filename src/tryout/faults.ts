import type { PersonId } from '../procedure/model/person-id.ts';
import type { Chat } from './directory.ts';

/** A fault of Teams, with which the next requests are answered. */
export type Fault = {
  /** The conversation or person; '*' or absent is every one. */
  conversationId?: string;
  personId?: PersonId | '*';
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
  /** Returns the fault for a request to this conversation, and counts it as used. */
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
