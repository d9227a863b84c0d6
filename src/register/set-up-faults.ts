import { partsOf } from '../procedure/model/case-number.ts';
import { inOrderOfHandling, isAbsent } from '../procedure/model/desk.ts';
import type { PersonId } from '../procedure/model/person-id.ts';
import { type Instant, millisecondsBetween } from '../time/local-date.ts';
import type { Condition } from './integrity/at-start.ts';
import { sha256 } from './model/chain.ts';
import { asOccupied } from './model/intake.ts';
import { linkedChannel } from './model/linked-channel.ts';
import type { Log } from './model/log.ts';
import type { Unreached } from './model/memos.ts';
import type { Content, Message } from './model/message.ts';
import { bulletinWith } from './model/outbox.ts';
import { Conflict, passUnreadable, type Store } from './model/store.ts';
import { hasFailedLong, tellAfterMs } from './notify/undeliverable.ts';
import { unreached } from './notify/unreached.ts';
import type { Register } from './register.ts';

export type SetUpFaultsParts = {
  store: Store;
  register: Register;
  log: Log;
  condition?: () => Condition | undefined;
};

const kinds = ['mail', 'channel'] as const;
type Kind = (typeof kinds)[number];

/** The prefix of the ids of these bulletins. */
const prefix = 'set-up-fault/';

/** Tells whether a fault is to be told now: at once if it does not pass by itself, otherwise after half an hour. */
const isToBeTold = (of: Kind, { since, setUp }: Unreached, now: Instant): boolean =>
  (of === 'mail' && setUp) || millisecondsBetween(since, now) >= tellAfterMs;

/**
 * Tells a fault of set-up once, to the log and the officer: the mail server or the linked channel accepts nothing, or the
 * register was behind at the start. It goes to the next at the desk when the officer is absent or cannot be reached either.
 */
export function setUpFaults({ store, register, log, condition = () => undefined }: SetUpFaultsParts) {
  return async (now: Instant): Promise<void> => {
    for (const of of kinds) {
      const fault = await unreached(store, { kind: of }).catch(passUnreadable);
      if (!fault || !isToBeTold(of, fault, now)) continue;
      if (of === 'channel' && !(await linkedChannel(store).catch(passUnreadable))) continue;
      const { since, reason } = fault;
      await tell(`${of}/${since}`, { kind: 'set-up-fault', of, since, reason }, now);
    }
    const found = condition();
    if (!found?.behind.length) return;
    const numbers = found.behind.filter((number) => partsOf(number));
    const complaints = numbers.length;
    // Once for these complaints, however often the bot is started; the intake document catches up by itself.
    const which = sha256(numbers).slice(0, 16);
    await tell(`register/${which}`, { kind: 'register-behind', complaints, since: found.since }, now);
  };

  async function tell(fault: string, content: Content, now: Instant): Promise<void> {
    for (const id of inOrder()) {
      const bulletin = `${prefix}${fault}/${id}`;
      const told = await store.read(bulletin).catch(asOccupied);
      if (!told) return issue(bulletin, id, content, now);
      // It is unknown whether an unreadable bulletin was delivered, so the next is told as well.
      if (
        told !== 'unreadable' &&
        told.document.kind === 'bulletin' &&
        !told.document.outbox.some((message) => isUnread(message, now))
      )
        return;
    }
  }

  /** Lists everybody at the desk in the order of handling, who is present first. */
  function inOrder(): PersonId[] {
    const { desk, today } = register.context();
    const people = inOrderOfHandling(desk).map(({ person }) => person);
    const present = people.filter((person) => !isAbsent(person, desk, today));
    return [...new Set([...present, ...people].map(({ id }) => id))];
  }

  async function issue(id: string, personId: PersonId, content: Content, now: Instant): Promise<void> {
    const bulletin = bulletinWith({ id, to: { kind: 'person', id: personId }, content }, now);
    try {
      await store.write(bulletin);
      if (content.kind === 'set-up-fault')
        log.error('something that is set up is refused', { kind: content.of, code: codeOf(content.reason) });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** Tells whether the person who was told cannot be reached either. */
const isUnread = (message: Message, now: Instant): boolean =>
  message.status === 'gave-up' || message.unreachable === true || hasFailedLong(message, now);

const codeOf = (reason: string): string => reason.replaceAll(' ', '/');
