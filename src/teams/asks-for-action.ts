import type { Content } from '../register/message.ts';

/** Whether a message asks its reader to do something: then it shows in their activity feed. The rest is there when they look. */
export function asksForAction({ kind }: Content): boolean {
  switch (kind) {
    case 'case':
    case 'unassigned':
    case 'statement-request':
    case 'decision-request':
    case 'undelivered':
    case 'forwarding-alarm':
    case 'not-forwarded':
    case 'set-up-fault':
    case 'register-behind':
    case 'reminder':
    case 'erasure-request':
    // What is erased in two weeks can be kept until then, and not after.
    case 'erasure-warning':
      return true;
    case 'position':
    case 'receipt':
    case 'statement-given':
    case 'letter':
    case 'digest':
      return false;
    default:
      return kind satisfies never;
  }
}
