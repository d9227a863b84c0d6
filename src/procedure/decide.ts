import { mayCommand } from './access.ts';
import { register } from './articles/art04-registration.ts';
import { acknowledge } from './articles/art05-forward-and-acknowledge.ts';
import { handOver } from './articles/art05-handler.ts';
import { addNote, withdraw } from './at-any-time.ts';
import type { Command, Context } from './commands.ts';
import type { Complaint } from './complaint.ts';
import type { Event } from './events.ts';
import { isPossible } from './open-steps.ts';
import { Refusal } from './refusal.ts';

/**
 * What follows from a command under the regulation: its events, or a `Refusal` with the article that stands in the
 * way. Pure: the same complaint, command and context always give the same answer.
 */
export function decide(complaint: Complaint | undefined, command: Command, context: Context): Event[] {
  if (command.type === 'register') return register(command, context);
  if (!complaint) throw new Refusal('unknown-complaint');
  if (!mayCommand(command.by, command.type, complaint, context.desk)) throw new Refusal('not-the-handler', 5);
  if (complaint.stage === 'closed') throw new Refusal('closed');
  if (!isPossible(command.type, complaint.stage)) throw new Refusal('not-now');
  switch (command.type) {
    case 'acknowledge':
      return acknowledge(complaint, command, context);
    case 'hand-over':
      return handOver(complaint, command, context);
    case 'add-note':
      return addNote(command, context);
    case 'withdraw':
      return withdraw(complaint, command, context);
    default:
      return command satisfies never;
  }
}
