import { isHeardFirst } from './articles/art00-both-sides.ts';
import { puttingRight, receiptReadWithout } from './articles/art04-receipt-in-letters.ts';
import { type Closing, type Complaint, isIn, type OpenStage } from './model/complaint.ts';
import type { EventOf } from './model/events.ts';
import type { Letter, LetterKind } from './model/letter.ts';
import { nobody } from './model/person-id.ts';

type Move = { from: readonly OpenStage[]; to: OpenStage };

/** The stage to which each letter leads, from the stages in which it is sent; undefined: it leads to no other stage. */
export const stageAfterLetter = {
  acknowledgement: { from: ['registered'], to: 'acknowledged' },
  answer: { from: ['registered', 'acknowledged'], to: 'answered' },
  'hearing-invitation': { from: ['objected', 'heard', 'hearing-offered'], to: 'hearing-offered' },
  /** It confirms receipt as well, so that is done where the complaint is reopened. */
  mediation: { from: ['registered'], to: 'acknowledged' },
  /** It confirms receipt as well, as does a merger. */
  'no-handler': { from: ['registered'], to: 'acknowledged' },
  merger: { from: ['registered'], to: 'acknowledged' },
  'new-handler': undefined,
  'late-objection-refused': undefined,
  settlement: undefined,
  'court-route': undefined,
  'final-decision': undefined,
  withdrawal: undefined,
  closure: undefined,
  delay: undefined,
  dismissal: undefined,
  'measure-delay': undefined,
} as const satisfies Record<LetterKind, Move | undefined>;

/** Moves the stage to which a letter leads, once it is out; of a closed dossier the one to which it can be reopened. */
function afterLetter(complaint: Complaint, kind: LetterKind): Complaint {
  if (complaint.stage === 'closed') return { ...complaint, closed: afterLetterOf(complaint.closed, kind) };
  const { acknowledgement, answer, 'hearing-invitation': invitation } = stageAfterLetter;
  const confirms = kind === 'acknowledgement' || kind === 'mediation' || kind === 'no-handler';
  if (confirms && isIn(complaint, acknowledgement.from)) return { ...complaint, stage: acknowledgement.to };
  // A talk is for before the answer (Inleiding), and so is a statement.
  if (kind === 'answer' && isIn(complaint, answer.from))
    return { ...complaint, talkToCome: undefined, ...stillAwaited(complaint), stage: answer.to };
  if (kind === 'hearing-invitation' && isIn(complaint, invitation.from) && complaint.appointment)
    return { ...complaint, appointment: complaint.appointment, stage: invitation.to };
  return complaint;
}

/** Keeps of the statements that are awaited those of who is heard before they are told the position (reading 12). */
function stillAwaited(complaint: Complaint): Pick<Complaint, 'statementsAwaited'> {
  const kept = complaint.statementsAwaited?.filter(({ of }) => isHeardFirst({ id: of }, complaint));
  return { statementsAwaited: kept?.length ? kept : undefined };
}

/** Moves the stage to which a closed dossier can be reopened, as the letter would have moved it. */
function afterLetterOf(closed: Closing, kind: LetterKind): Closing {
  const move: Move | undefined = stageAfterLetter[kind];
  return move?.from.includes(closed.from) ? { ...closed, from: move.to } : closed;
}

/** Adds a letter that waits for the mail server. */
export function letterQueued(complaint: Complaint, event: EventOf<'letter-queued'>): Complaint {
  const { on, kind, dueOn, acknowledgeBy, promised, again, automatic, personal } = event;
  const knewBefore = complaint.complainantKnows;
  const about = {
    kind,
    dueOn,
    acknowledgeBy,
    promised,
    again,
    automatic,
    queuedOn: on,
    knewBefore,
    ...personal,
  };
  const right = puttingRight(kind, complaint, event);
  const letter: Letter = { id: complaint.letters.length + 1, manner: 'email', ...about, ...right.letter };
  const letters = [...complaint.letters, letter];
  return { ...complaint, ...right.complaint, letters, complainantKnows: undefined };
}

/**
 * Replaces the text of a letter that waits, and what was reckoned with it; nothing where it was queued again as it was. It names the
 * handler of when it was made anew.
 */
export function letterMadeAnew(
  complaint: Complaint,
  event: EventOf<'letter-requeued' | 'letter-renewed'>,
): Complaint {
  const { on, letter: id, dueOn, acknowledgeBy, promised, personal } = event;
  const { text } = personal;
  if (text === undefined) return complaint;
  const waits = complaint.letters.find((letter) => letter.id === id);
  const right = waits && puttingRight(waits.kind, complaint, waits);
  const anew = { dueOn, acknowledgeBy, promised, queuedOn: on, text, ...right?.letter };
  // Without an address of its own it goes to the one that it had; until 0.7.0 none was recorded.
  const letters = complaint.letters.map((letter) =>
    letter.id === id ? { ...letter, ...anew, to: personal.to ?? letter.to } : letter,
  );
  return { ...complaint, ...right?.complaint, letters, complainantKnows: undefined };
}

/** Takes a letter that waits out of the post: the complainant knows the handler again whom they knew before it. */
export function letterWithdrawn(
  complaint: Complaint,
  { on, letter: id }: EventOf<'letter-withdrawn'>,
): Complaint {
  const letters = complaint.letters.map((letter) =>
    letter.id === id ? { ...letter, withdrawnOn: on } : letter,
  );
  const withdrawn = complaint.letters[id - 1];
  const { knewBefore } = withdrawn ?? {};
  const receiptRead = withdrawn && receiptReadWithout(withdrawn, complaint);
  const known = knewBefore ?? complaint.complainantKnows;
  const isNew = known !== complaint.handler?.person.id;
  const isNamed = letters.some((letter) => letter.sentOn || !letter.withdrawnOn);
  return { ...complaint, receiptRead, letters, complainantKnows: isNamed && isNew ? known : undefined };
}

/** Records that a letter went out, one that waited or a new one, and moves the stage to which it leads. */
export function letterSent(complaint: Complaint, event: EventOf<'letter-sent'>): Complaint {
  const { kind, sentOn, manner, countsAsReceivedOn, letter, promised, again } = event;
  const { text } = event.personal;
  const sending = { manner, sentOn, countsAsReceivedOn, promised, again };
  const right = letter === undefined ? puttingRight(kind, complaint, event) : undefined;
  const letters =
    letter === undefined
      ? [...complaint.letters, { id: complaint.letters.length + 1, kind, text, ...sending, ...right?.letter }]
      : complaint.letters.map((waiting) =>
          waiting.id === letter ? { ...waiting, ...sending, text, withdrawnOn: undefined } : waiting,
        );
  const complainantKnows = letter === undefined ? undefined : knownAfter(complaint, kind, letter);
  const sent = { ...complaint, ...right?.complaint, letters, complainantKnows };
  return again ? sent : afterLetter(sent, kind);
}

/**
 * Finds which other handler the complainant knows after a letter that waited: it names the one of when it was written, also where it
 * was taken out of the post while it went.
 */
function knownAfter({ handler, letters, complainantKnows }: Complaint, kind: LetterKind, id: number) {
  if (kind === 'no-handler' && handler) return nobody;
  const { withdrawnOn, knewBefore } = letters[id - 1] ?? {};
  return withdrawnOn && complainantKnows === knewBefore ? undefined : complainantKnows;
}
