import { isHeardFirst, unheard } from '../../procedure/articles/art00-both-sides.ts';
import { tookPart } from '../../procedure/articles/art00-mediation.ts';
import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import { canBeWrittenTo } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import { hasPosition, openMeasures } from '../../procedure/articles/art06-answer.ts';
import { isPromised } from '../../procedure/articles/art06-measures.ts';
import { decisionMakers } from '../../procedure/articles/art08-decision.ts';
import type { Measure } from '../../procedure/model/answer.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import type { Event, EventOf } from '../../procedure/model/events.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Content } from '../model/message.ts';
import type { NewMessage } from '../model/outbox.ts';

/** Lists the board members who are no respondent. */
export const boardInCharge = (complaint: Complaint, desk: Desk): Person[] =>
  desk.board.filter((member) => !isAmong(member, complaint.respondents));

/**
 * Tells whether the channel may hear of a complaint. Everybody at the desk may be in the channel, so a complaint about one of
 * them stays out of it: no number, no count (Art. 5, made general).
 */
export const mayReachChannel = (complaint: Complaint, desk: Desk): boolean =>
  !inOrderOfHandling(desk).some(({ person }) => isAmong(person, complaint.respondents));

const toPerson = (prefix: string, { id }: Pick<Person, 'id'>, content: Content): NewMessage => ({
  id: `${prefix}/${id}`,
  to: { kind: 'person', id },
  content,
});

const toMail = (prefix: string, letter: number): NewMessage => ({
  id: `${prefix}/mail`,
  to: { kind: 'mail' },
  content: { kind: 'letter', letter },
});

/** Lists who can be the second to agree to erasure, or to making a text illegible: everybody at the desk but respondents and who asked. */
const seconds = (complaint: Complaint, desk: Desk, by: Person): Person[] =>
  inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter((member) => !isAmong(member, [...complaint.respondents, by]));

/** Tells a respondent the position of Ballance (Algemeen). */
const position = (prefix: string, respondent: Person): NewMessage =>
  toPerson(prefix, respondent, { kind: 'position' });

/** Tells it to the respondents, but who is heard first: who was added after the answer was drawn up (reading 12). */
const positions = (prefix: string, complaint: Complaint): NewMessage[] =>
  complaint.respondents
    .filter((respondent) => !isHeardFirst(respondent, complaint))
    .map((respondent) => position(prefix, respondent));

/** Tells whether a respondent has now been heard for the first time, when the answer had gone out already (Algemeen). */
const isHeardAfterAnswer = ({ id }: Person, complaint: Complaint): boolean =>
  hasPosition(complaint) && complaint.statements.filter(({ of }) => of?.id === id).length === 1;

/** Tells whether a respondent knows of the complaint: they were asked for their side, gave it, took part in a talk, were asked to be at a hearing, or were told the position. */
const knowsOfIt = (respondent: Person, complaint: Complaint): boolean =>
  complaint.statementsRequested.includes(respondent.id) ||
  tookPart(respondent, complaint) ||
  complaint.statements.some(({ of }) => of?.id === respondent.id) ||
  complaint.appointment?.employeePresent === true ||
  hasPosition(complaint);

/** Tells the outcome to the respondents who know of the complaint. */
const outcomes = (prefix: string, complaint: Complaint): NewMessage[] =>
  complaint.respondents
    .filter((respondent) => knowsOfIt(respondent, complaint))
    .map((respondent) => toPerson(prefix, respondent, { kind: 'outcome' }));

/**
 * Tells the receiver that it is closed, unless they handle it or closed it themselves, as on the spot (Art. 1). As a respondent they
 * hear the outcome.
 */
function toReceiver(prefix: string, complaint: Complaint, by?: Person): NewMessage[] {
  const { receiver, handler, respondents, closed } = complaint;
  const knows =
    receiver.id === handler?.person.id || receiver.id === by?.id || closed?.outcome === 'remedied';
  return knows || isAmong(receiver, respondents) ? [] : [toPerson(prefix, receiver, { kind: 'closed' })];
}

/** Tells whether somebody may hear of a measure: it is theirs, and a respondent knows of the complaint. */
export const mayHearOfMeasure = (
  measure: Measure | undefined,
  { id }: Pick<Person, 'id'>,
  complaint: Complaint,
): boolean =>
  measure?.ownerId === id && complaint.respondents.every((one) => one.id !== id || knowsOfIt(one, complaint));

/** Tells whether somebody may hear of the measure with that id. */
export const mayHearOf = (
  measure: string | undefined,
  person: Pick<Person, 'id'>,
  complaint: Complaint,
): boolean =>
  mayHearOfMeasure(
    complaint.measures.find(({ id }) => id === measure),
    person,
    complaint,
  );

/**
 * Tells everybody but the handler of the measures that are theirs, once for each and its day, as soon as the letter that promises it has
 * gone. It follows from the state after all events of a step, of which the letter may be the last; a message that is known changes
 * nothing.
 */
export const toOwners = (complaint: Complaint): NewMessage[] =>
  openMeasures(complaint).flatMap((measure) => {
    const { id, ownerId, dueOn } = measure;
    if (!ownerId || ownerId === complaint.handler?.person.id || !isPromised(measure, complaint)) return [];
    return mayHearOfMeasure(measure, { id: ownerId }, complaint)
      ? [
          toPerson(
            `${complaint.number}/told-measure-${id}-${dueOn}`,
            { id: ownerId },
            { kind: 'measure', measure: id },
          ),
        ]
      : [];
  });

/** Tells that a measure is done to who sees to it and to the handler, whoever of them did not record it. */
function toldOfMeasure(id: string, { complaint, prefix, by }: Circumstances): NewMessage[] {
  const { measures, handler } = complaint;
  const measure = measures.find((one) => one.id === id);
  const owner = measure && isPromised(measure, complaint) ? measure.ownerId : undefined;
  return [...new Set([owner, handler?.person.id])]
    .filter((one): one is PersonId => one !== undefined && one !== by?.id)
    .filter((one) => one === handler?.person.id || mayHearOfMeasure(measure, { id: one }, complaint))
    .map((one) => toPerson(prefix, { id: one }, { kind: 'measure-done', measure: id }));
}

/** Asks the board to decide (Art. 8). */
const decisionRequests = (prefix: string, complaint: Complaint, desk: Desk): NewMessage[] =>
  decisionMakers(complaint, desk).map((member) => toPerson(prefix, member, { kind: 'decision-request' }));

/** The circumstances of an event; `before` is the complaint without it, `prefix` begins the ids of its messages, `by` caused it. */
type Circumstances = { complaint: Complaint; before?: Complaint; desk: Desk; prefix: string; by?: Person };

/**
 * Tells the handler, the receiver and the respondents that a complaint is handled again; not who reopened it, and no respondent who
 * never heard of it.
 */
function toldOfReopening({ complaint, prefix, by }: Circumstances): NewMessage[] {
  const { handler, receiver, respondents } = complaint;
  const toldApart = [handler?.person, receiver].filter((one) => one && !isAmong(one, respondents));
  const people = [...toldApart, ...respondents.filter((one) => knowsOfIt(one, complaint))];
  return [...new Map(people.flatMap((one) => (one ? [[one.id, one]] : []))).values()]
    .filter(({ id }) => id !== by?.id)
    .map((person) => toPerson(prefix, person, { kind: 'reopened' }));
}

/** The messages that follow from each event that has any. */
const consequences: {
  [T in Event['type']]?: (event: EventOf<T>, circumstances: Circumstances) => NewMessage[];
} = {
  forwarded: ({ personal }, { prefix }) => [toPerson(prefix, personal.to, { kind: 'case' })],
  'handed-over': ({ personal }, { prefix }) => [toPerson(prefix, personal.to, { kind: 'case' })],
  'left-unassigned': (_, { complaint, desk, prefix }) =>
    boardInCharge(complaint, desk).map((member) => toPerson(prefix, member, { kind: 'unassigned' })),
  'statement-requested': ({ personal }, { prefix }) => [
    toPerson(prefix, personal.respondent, { kind: 'statement-request' }),
  ],
  'statement-recorded': ({ personal: { respondent } }, { complaint, prefix, by }) => [
    ...(complaint.handler && complaint.handler.person.id !== by?.id
      ? [toPerson(prefix, complaint.handler.person, { kind: 'statement-given' })]
      : []),
    ...(respondent && isHeardAfterAnswer(respondent, complaint) ? [position(prefix, respondent)] : []),
  ],
  'facts-corrected': (_, { complaint: { handler, receiver }, prefix, by }) =>
    handler && by?.id === receiver.id && handler.person.id !== by.id
      ? [toPerson(prefix, handler.person, { kind: 'supplemented' })]
      : [],
  // Where there is nobody to write to, no letter follows.
  'answer-drawn-up': (_, { complaint, prefix }) =>
    canBeWrittenTo(complaint.complainant) ? [] : positions(prefix, complaint),
  'letter-queued': (_, { complaint, prefix }) => [toMail(prefix, complaint.letters.length)],
  'letter-requeued': ({ letter }, { prefix }) => [toMail(prefix, letter)],
  // Its sender hears it also where they closed the complaint themselves: what becomes of the letter is not what they recorded.
  'letter-withdrawn': ({ letter, because }, { complaint, prefix }) => {
    const { letters, handler, receiver, respondents } = complaint;
    if (!because && letters[letter - 1]?.kind !== 'no-handler') return [];
    const sender = handler && (because || isByWebsite({ receiver })) ? handler.person : receiver;
    return isAmong(sender, respondents)
      ? []
      : [toPerson(prefix, sender, { kind: 'letter-withdrawn', letter })];
  },
  'letter-sent': ({ kind, again }, { complaint, prefix }) =>
    kind === 'answer' && !again ? positions(prefix, complaint) : [],
  'erasure-requested': ({ personal }, { complaint, desk, prefix }) =>
    seconds(complaint, desk, personal.by).map((member) =>
      toPerson(prefix, member, { kind: 'erasure-request' }),
    ),
  'redaction-requested': ({ personal }, { complaint, desk, prefix }) =>
    seconds(complaint, desk, personal.by).map((member) =>
      toPerson(prefix, member, { kind: 'redaction-request' }),
    ),
  redacted: (_, { complaint, prefix }) =>
    unheard(complaint).map((respondent) => toPerson(prefix, respondent, { kind: 'statement-request' })),
  objected: (_, { complaint, prefix }) =>
    complaint.respondents
      .filter((respondent) => knowsOfIt(respondent, complaint))
      .map((respondent) => toPerson(prefix, respondent, { kind: 'objected' })),
  'respondent-added': (_, { complaint, desk, prefix }) =>
    complaint.stage === 'waived' ? decisionRequests(prefix, complaint, desk) : [],
  'respondent-removed': ({ personal: { respondent } }, { before, prefix }) =>
    before && knowsOfIt(respondent, before)
      ? [toPerson(prefix, respondent, { kind: 'respondent-removed' })]
      : [],
  'measure-done': ({ measure }, circumstances) => toldOfMeasure(measure, circumstances),
  heard: ({ settled }, { complaint, prefix }) => (settled ? [] : outcomes(prefix, complaint)),
  'decision-taken': ({ personal }, { complaint: { handler }, prefix }) =>
    handler && handler.person.id !== personal.by.id
      ? [toPerson(prefix, handler.person, { kind: 'decided' })]
      : [],
  closed: (_, { complaint, prefix, by }) => [
    ...outcomes(prefix, complaint),
    ...toReceiver(prefix, complaint, by),
  ],
  reopened: (_, circumstances) => [
    ...toldOfReopening(circumstances),
    ...(circumstances.complaint.stage === 'waived'
      ? decisionRequests(circumstances.prefix, circumstances.complaint, circumstances.desk)
      : []),
  ],
  'hearing-waived': (_, { complaint, desk, prefix }) => decisionRequests(prefix, complaint, desk),
  'waiver-taken-back': (_, { complaint, desk, prefix, by }) =>
    decisionMakers(complaint, desk)
      .filter(({ id }) => id !== by?.id)
      .map((member) => toPerson(prefix, member, { kind: 'decision-overtaken' })),
};

/**
 * Lists the messages that follow from an event; `seq` is its number in the journal, `before` the complaint without it, `by` who caused
 * it: nobody is told of what they recorded themselves.
 */
export function followUps<T extends Event['type']>(
  event: EventOf<T> & { type: T },
  complaint: Complaint,
  seq: number,
  { desk, before, by }: Pick<Circumstances, 'desk' | 'before' | 'by'>,
): NewMessage[] {
  const prefix = `${complaint.number}/${seq}-${event.type}`;
  return consequences[event.type]?.(event, { complaint, before, desk, prefix, by }) ?? [];
}
