import type { Context } from '../../procedure/model/commands.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import { type Instant, later } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Message } from '../model/message.ts';
import type { NewMessage } from '../model/outbox.ts';
import { boardInCharge, mayReachChannel } from './follow-ups.ts';
import { awaitsHandler } from './message-rules.ts';
import type { RegisterConfig } from './reminders.ts';
import { isFailing, mayHearOfIt, nextAtTheDesk } from './undeliverable.ts';

/** In Europe/Amsterdam, on the day a complaint is passed on: there is still time to do it by hand that day (Art. 5). */
const alarmTime = '16:00';

/** What is passed on after 16:00 gets that many milliseconds to arrive. */
const graceMs = 5 * 60_000;

/** Who is told at that time gets so many milliseconds to be reached; then the receiver is told whom to call. */
const searchMs = 30 * 60_000;

/** In Europe/Amsterdam: who is to act that same day hears of it by then. */
const lastTime = '23:50';

type Letterbox = Pick<Dossier, 'complaint' | 'outbox'>;
type View = Pick<Context, 'now' | 'today' | 'desk'>;

const alarmId = ({ id }: Message): string => `${id}/forwarding-alarm`;

const receiverId = ({ id }: Message): string => `${id}/receiver`;

/** After a standstill it goes out first: only what failed, or had to wait, needs another way. */
const wasTried = ({ attempts, tryAt, queuedAt }: Message): boolean =>
  attempts.length > 0 || tryAt !== queuedAt;

/** The cards of a new complaint that could not be delivered. */
const awaited = ({ complaint, outbox }: Letterbox): Message[] =>
  complaint.stage === 'registered'
    ? outbox.filter((message) => awaitsHandler(message, complaint) && wasTried(message))
    : [];

/** Those of which nobody has been told yet. */
const unalarmed = (letterbox: Letterbox): Message[] =>
  awaited(letterbox).filter(
    (message) =>
      message.content.kind === 'case' &&
      !letterbox.outbox.some(({ id }) => id.startsWith(`${alarmId(message)}/`)) &&
      !noticesOf(message, letterbox.outbox).some(({ status }) => status === 'sent'),
  );

/** Not after the day on which it was queued, unless that is over within minutes. */
const onThatDay = ({ queuedAt }: Message, moment: Instant, config: RegisterConfig): Instant => {
  const last = config.at(config.dayOf(queuedAt), lastTime);
  return moment < last ? moment : queuedAt > last ? queuedAt : last;
};

function alarmAt(message: Message, config: RegisterConfig): Instant {
  const four = config.at(config.dayOf(message.queuedAt), alarmTime);
  return message.queuedAt < four ? four : onThatDay(message, later(message.queuedAt, graceMs), config);
}

const receiverAt = (message: Message, config: RegisterConfig): Instant =>
  onThatDay(message, later(alarmAt(message, config), searchMs), config);

/** What was told of it so far: that the card did not arrive, and to whom it was told. */
const noticesOf = (card: Message, outbox: readonly Message[]): Message[] =>
  outbox.filter(
    ({ content }) =>
      (content.kind === 'undelivered' || content.kind === 'forwarding-alarm') && content.message === card.id,
  );

/** The cards that nobody has, and of which nobody who could pass it on has heard; the receiver has not been told. */
const unheard = (letterbox: Letterbox): Message[] => {
  const cards = awaited(letterbox);
  const { complaint, outbox } = letterbox;
  const hasOneArrived = outbox.some(
    ({ content, status }) => content.kind === 'unassigned' && status === 'sent',
  );
  return cards.filter(
    (card) =>
      mayTell(complaint) &&
      !(card.content.kind === 'unassigned' && hasOneArrived) &&
      !outbox.some(({ id }) => id === receiverId(card)) &&
      !noticesOf(card, outbox).some(({ status }) => status === 'sent'),
  );
};

/** The receiver is told what to do, unless the complaint is about them, or they are the one who is not reached. */
const mayTell = ({ receiver, respondents, handler }: Complaint): boolean =>
  !isAmong(receiver, respondents) && receiver.id !== handler?.person.id;

/** When somebody must hear that a complaint has not been passed on; undefined if nobody need. */
export function nextAlarmAt(letterbox: Letterbox, config: RegisterConfig): Instant | undefined {
  return [
    ...unalarmed(letterbox).map((message) => alarmAt(message, config)),
    ...unheard(letterbox).map((message) => receiverAt(message, config)),
  ].sort()[0];
}

/**
 * Art. 5, "op de dag van ontvangst doorgegeven": what has not reached the handler by 16:00 is to be passed on by hand.
 * The channel and the substitutes are told, once; without a substitute, who else comes next at the desk.
 */
export const alarmMessages = (
  letterbox: Letterbox,
  context: View,
  channel: boolean,
  config: RegisterConfig,
): NewMessage[] =>
  unalarmed(letterbox)
    .filter((message) => alarmAt(message, config) <= context.now)
    .flatMap((message) => {
      const { complaint } = letterbox;
      const content = { kind: 'forwarding-alarm', message: message.id } as const;
      const id = alarmId(message);
      const people = helpers(complaint, context).map(
        (person): NewMessage => ({
          id: `${id}/${person.id}`,
          to: { kind: 'person', id: person.id },
          content,
        }),
      );
      const toChannel: NewMessage = { id: `${id}/channel`, to: { kind: 'channel' }, content };
      return channel && mayReachChannel(complaint, context.desk) ? [...people, toChannel] : people;
    });

/**
 * Tells the receiver whom to call when nobody at the desk can be reached: as soon as everybody has been tried, and at
 * the latest half an hour after the alarm, on the day of receipt itself.
 */
export const receiverMessages = (letterbox: Letterbox, context: View, config: RegisterConfig): NewMessage[] =>
  unheard(letterbox)
    .filter((card) => receiverAt(card, config) <= context.now || isSearchOver(card, letterbox, context))
    .map((card) => ({
      id: receiverId(card),
      to: { kind: 'person', id: letterbox.complaint.receiver.id },
      content: { kind: 'not-forwarded', message: card.id },
    }));

/** Whether everybody who could pass it on by hand has been tried, and nobody was reached. */
function isSearchOver(card: Message, { complaint, outbox }: Letterbox, { desk }: View): boolean {
  const notices = noticesOf(card, outbox);
  const hasFailed = (message: Message): boolean => message.status !== 'queued' || isFailing(message);
  const tried = new Set(notices.map(({ to }) => (to.kind === 'person' ? to.id : to.kind)));
  const candidates = inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter((person) => mayHearOfIt(person, complaint) && !isAddressed(card, person, complaint, desk));
  return hasFailed(card) && notices.every(hasFailed) && candidates.every(({ id }) => tried.has(id));
}

/** Of a complaint without a handler the board members have a message of their own. */
const isAddressed = (card: Message, person: Person, complaint: Complaint, desk: Context['desk']): boolean =>
  card.content.kind === 'unassigned' && isAmong(person, boardInCharge(complaint, desk));

/** The substitutes whom it is not about, besides the handler himself. */
function helpers(complaint: Complaint, context: Pick<Context, 'today' | 'desk'>): Person[] {
  const { respondents, handler } = complaint;
  const substitutes = context.desk.substitutes.filter(
    (person) => !isAmong(person, respondents) && person.id !== handler?.person.id,
  );
  if (substitutes.length > 0) return substitutes;
  const next = nextAtTheDesk(handler?.person.id, complaint, context);
  return next ? [next] : [];
}
