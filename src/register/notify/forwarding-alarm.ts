import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import { type Instant, later } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import { type Message, recipientName } from '../model/message.ts';
import type { NewMessage } from '../model/outbox.ts';
import { boardInCharge, mayReachChannel } from './follow-ups.ts';
import { awaitsHandler } from './overtaken.ts';
import type { RegisterConfig } from './reminders.ts';
import { isFailing, mayHearOfIt, nextAtTheDesk } from './undeliverable.ts';

/** The time in Europe/Amsterdam, on the day of forwarding, at which there is still time to do it by hand (Art. 5). */
const alarmTime = '16:00';

/** Milliseconds that a card forwarded after 16:00 gets to be delivered. */
const graceMs = 5 * 60_000;

/** Milliseconds in which somebody at the desk must be reached; after that the receiver is told whom to call. */
const searchMs = 30 * 60_000;

/** The latest time in Europe/Amsterdam at which somebody hears what they must do that same day. */
const lastTime = '23:50';

type Letterbox = Pick<Dossier, 'complaint' | 'outbox'>;
type View = Pick<Context, 'now' | 'today' | 'desk'>;

const alarmId = ({ id }: Message): string => `${id}/forwarding-alarm`;

const receiverId = ({ id }: Message): string => `${id}/receiver`;

/** Tells whether a delivery failed or had to wait: after a standstill of the bot the first try comes before the alarm. */
const wasTried = ({ attempts, tryAt, queuedAt }: Message): boolean =>
  attempts.length > 0 || tryAt !== queuedAt;

/** Lists the cards of a new complaint that were not delivered. */
const awaited = ({ complaint, outbox }: Letterbox): Message[] =>
  complaint.stage === 'registered'
    ? outbox.filter((message) => awaitsHandler(message, complaint) && wasTried(message))
    : [];

/** Lists those of which nobody has been told yet. */
const unalarmed = (letterbox: Letterbox): Message[] =>
  awaited(letterbox).filter(
    (message) =>
      message.content.kind === 'case' &&
      !letterbox.outbox.some(({ id }) => id.startsWith(`${alarmId(message)}/`)) &&
      !noticesOf(message, letterbox.outbox).some(({ status }) => status === 'sent'),
  );

/** Limits a moment to the day on which the card was queued, unless that day is over within minutes. */
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

/** Lists the notices, so far, that a card was not delivered. */
const noticesOf = (card: Message, outbox: readonly Message[]): Message[] =>
  outbox.filter(
    ({ content }) =>
      (content.kind === 'undelivered' || content.kind === 'forwarding-alarm') && content.message === card.id,
  );

/** Lists the undelivered cards of which nobody was reached who could forward it; the receiver has not been told. */
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

/** Tells whether the receiver may be told: not the website, nor if the complaint is about them, or they are the one who is not reached. */
const mayTell = ({ receiver, respondents, handler }: Complaint): boolean =>
  !isByWebsite({ receiver }) && !isAmong(receiver, respondents) && receiver.id !== handler?.person.id;

/** Finds when somebody must hear that a complaint was not forwarded; undefined if nobody need. */
export function nextAlarmAt(letterbox: Letterbox, config: RegisterConfig): Instant | undefined {
  return [
    ...unalarmed(letterbox).map((message) => alarmAt(message, config)),
    ...unheard(letterbox).map((message) => receiverAt(message, config)),
  ].sort()[0];
}

/**
 * Raises the alarm. Art. 5, "op de dag van ontvangst doorgegeven": a card that was not delivered by 16:00 is to be forwarded
 * by hand. The channel and the substitutes are told, once; without a substitute, the next at the desk.
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
 * Tells the receiver whom to call when nobody at the desk can be reached: as soon as everybody has been tried, and at the
 * latest half an hour after the alarm, on the day of receipt itself.
 */
export const receiverMessages = (letterbox: Letterbox, context: View, config: RegisterConfig): NewMessage[] =>
  unheard(letterbox)
    .filter((card) => receiverAt(card, config) <= context.now || isSearchOver(card, letterbox, context))
    .map((card) => ({
      id: receiverId(card),
      to: { kind: 'person', id: letterbox.complaint.receiver.id },
      content: { kind: 'not-forwarded', message: card.id },
    }));

/** Tells whether everybody who could forward it by hand has been tried, and nobody was reached. */
function isSearchOver(card: Message, { complaint, outbox }: Letterbox, { desk }: View): boolean {
  const notices = noticesOf(card, outbox);
  const hasFailed = (message: Message): boolean => message.status !== 'queued' || isFailing(message);
  const tried = new Set(notices.map(({ to }) => recipientName(to)));
  const candidates = inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter((person) => mayHearOfIt(person, complaint) && !isAddressed(card, person, complaint, desk));
  return hasFailed(card) && notices.every(hasFailed) && candidates.every(({ id }) => tried.has(id));
}

/** Tells whether that person has a message of their own: the board members do, of a complaint without a handler. */
const isAddressed = (card: Message, person: Person, complaint: Complaint, desk: Context['desk']): boolean =>
  card.content.kind === 'unassigned' && isAmong(person, boardInCharge(complaint, desk));

/** Lists the substitutes whom it is not about, without the handler. */
function helpers(complaint: Complaint, context: Pick<Context, 'today' | 'desk'>): Person[] {
  const { respondents, handler } = complaint;
  const substitutes = context.desk.substitutes.filter(
    (person) => !isAmong(person, respondents) && person.id !== handler?.person.id,
  );
  if (substitutes.length > 0) return substitutes;
  const next = nextAtTheDesk(handler?.person.id, complaint, context);
  return next ? [next] : [];
}
