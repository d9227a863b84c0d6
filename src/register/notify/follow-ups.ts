import { decisionMakers } from '../../procedure/articles/art08-decision.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import type { Event } from '../../procedure/model/events.ts';
import { sentLetter } from '../../procedure/model/letter.ts';
import type { Content } from '../model/message.ts';
import type { NewMessage } from '../model/outbox.ts';

/** Every board member who is no respondent. */
export const boardInCharge = (complaint: Complaint, desk: Desk): Person[] =>
  desk.board.filter((member) => !isAmong(member, complaint.respondents));

/**
 * Whether the channel may hear of a complaint. Everybody at the desk may be in the channel, so a complaint about one
 * of them stays out of it: not a number, not a count (Art. 5, made general).
 */
export const mayReachChannel = (complaint: Complaint, desk: Desk): boolean =>
  !inOrderOfHandling(desk).some(({ person }) => isAmong(person, complaint.respondents));

const toPerson = (prefix: string, { id }: Pick<Person, 'id'>, content: Content): NewMessage => ({
  id: `${prefix}/${id}`,
  to: { kind: 'person', id },
  content,
});

/** Who can be the second to agree to erasure: everybody at the desk but respondents and who asked. */
const seconds = (complaint: Complaint, desk: Desk, by: Person): Person[] =>
  inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter((member) => !isAmong(member, [...complaint.respondents, by]));

/** Algemeen: a respondent is told the position of Ballance. */
const position = (prefix: string, respondent: Person): NewMessage =>
  toPerson(prefix, respondent, { kind: 'position' });

/** Art. 8: the board is asked to decide. */
const decisionRequests = (prefix: string, complaint: Complaint, desk: Desk): NewMessage[] =>
  decisionMakers(complaint, desk).map((member) => toPerson(prefix, member, { kind: 'decision-request' }));

/**
 * What must be delivered because of an event; `seq` is the number of the event in the journal, `by` who caused it:
 * nobody is told what he wrote down himself.
 */
export function followUps(
  event: Event,
  complaint: Complaint,
  seq: number,
  { desk, by }: Pick<Context, 'desk'> & { by?: Person },
): NewMessage[] {
  const prefix = `${complaint.number}/${seq}-${event.type}`;
  switch (event.type) {
    case 'forwarded':
    case 'handed-over':
      return [toPerson(prefix, event.personal.to, { kind: 'case' })];
    case 'left-unassigned':
      return boardInCharge(complaint, desk).map((member) => toPerson(prefix, member, { kind: 'unassigned' }));
    case 'statement-requested':
      return [toPerson(prefix, event.personal.respondent, { kind: 'statement-request' })];
    case 'statement-recorded':
      return complaint.handler && complaint.handler.person.id !== by?.id
        ? [toPerson(prefix, complaint.handler.person, { kind: 'statement-given' })]
        : [];
    case 'letter-queued': {
      const letter = complaint.letters.length;
      return [{ id: `${prefix}/mail`, to: { kind: 'mail' }, content: { kind: 'letter', letter } }];
    }
    case 'letter-requeued':
      return [
        { id: `${prefix}/mail`, to: { kind: 'mail' }, content: { kind: 'letter', letter: event.letter } },
      ];
    case 'letter-sent':
      if (event.kind !== 'answer') return [];
      return complaint.respondents.map((respondent) => position(prefix, respondent));
    case 'erasure-requested':
      return seconds(complaint, desk, event.personal.by).map((member) =>
        toPerson(prefix, member, { kind: 'erasure-request' }),
      );
    case 'respondent-added':
      return [
        ...(sentLetter(complaint, 'answer') ? [position(prefix, event.personal.respondent)] : []),
        ...(complaint.stage === 'waived' ? decisionRequests(prefix, complaint, desk) : []),
      ];
    case 'hearing-waived':
      return decisionRequests(prefix, complaint, desk);
    case 'registered':
    case 'respondent-removed':
    case 'experts-recorded':
    case 'answer-drawn-up':
    case 'measure-done':
    case 'objected':
    case 'late-objection-refused':
    case 'hearing-offered':
    case 'heard':
    case 'decision-taken':
    case 'note-added':
    case 'date-corrected':
    case 'facts-corrected':
    case 'erasure-declined':
    case 'erased':
    case 'hold-set':
    case 'hold-lifted':
    case 'closed':
      return [];
    default:
      return event satisfies never;
  }
}
