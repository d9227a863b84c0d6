import { inOrderOfHandling } from '../procedure/model/desk.ts';
import type { Condition } from './integrity/at-start.ts';
import type { Heads, HeadsState } from './integrity/evidence.ts';
import { linkedChannel } from './model/linked-channel.ts';
import type { Log } from './model/log.ts';
import type { Unreached } from './model/memos.ts';
import type { Recipient } from './model/message.ts';
import { passUnreadable, type Store, Unwritten } from './model/store.ts';
import { unreached, unreachedPeople } from './notify/unreached.ts';
import type { Register } from './register.ts';

/** How delivery and reading go, for operators: counts and states, without a name, a number or an answer of the platform. */
type Health = {
  /** 'refused': the set-up is wrong; 'unreachable': it may pass; 'none': there is no mail server. */
  mail: 'ok' | 'refused' | 'unreachable' | 'none';
  channel: 'ok' | 'unreachable' | 'none';
  /** How many people handle complaints, and how many of them cannot be reached. */
  desk: { people: number; unreached: number };
  /** Dossiers (and bulletins) of which a message waits for somebody at the desk, the channel or the mail server. */
  undelivered: number;
  /** 'behind': at the start it was behind the heads noted beside it; 'changed': its schema is; `verify` names what. */
  register: 'ok' | 'behind' | 'changed';
  /** The heads noted beside the register; 'none' where the log is the evidence. */
  heads: HeadsState | 'none';
  /** Documents that were read and are unreadable: `npm run register -- verify` names them. */
  unreadable: number;
};

type HealthParts = {
  store: Store;
  register: Pick<Register, 'desk'>;
  mail: boolean;
  condition?: () => Condition | undefined;
  heads?: Heads | undefined;
};

/**
 * Measures health with a few point reads, and one for each person who is not reached, whatever the size of the register. A small
 * document of a newer bot is one of those that are unreadable, and no fault of the store.
 */
async function health({ store, register, mail, condition, heads }: HealthParts): Promise<Health> {
  const find = (to: Recipient): Promise<Unreached | undefined> => unreached(store, to).catch(passUnreadable);
  const ids = [...new Set(inOrderOfHandling(register.desk()).map(({ person }) => person.id))];
  const people = await Promise.all(ids.map((id) => find({ kind: 'person', id })));
  const others = ((await unreachedPeople(store).catch(passUnreadable)) ?? []).filter(
    (id) => !ids.includes(id),
  );
  const outside = await Promise.all(others.map((id) => find({ kind: 'person', id })));
  const byMail = mail ? await find({ kind: 'mail' }) : undefined;
  const link = await linkedChannel(store).catch(passUnreadable);
  const inChannel = link ? await find({ kind: 'channel' }) : undefined;
  const found = condition?.();
  const waiting = [...people, ...outside, byMail, inChannel].flatMap((one) => one?.documents ?? []);
  return {
    mail: !mail ? 'none' : !byMail ? 'ok' : byMail.setUp ? 'refused' : 'unreachable',
    channel: !link ? 'none' : inChannel ? 'unreachable' : 'ok',
    desk: { people: ids.length, unreached: people.filter((one) => one !== undefined).length },
    undelivered: new Set(waiting).size,
    register: found?.behind.length ? 'behind' : 'ok',
    heads: heads?.state() ?? 'none',
    unreadable: store.unreadable().length,
  };
}

/** Whether the bot can do its work, and what its operators may read about that. */
export type Readiness = {
  ready: boolean;
  detail: {
    status: 'ok' | 'degraded' | 'not ready';
    store: 'ok' | 'fault';
    sweep: 'ok' | 'still';
  } & Partial<Health>;
};

/**
 * Judges readiness: not without a register that can be written, or without sweeps. A delivery, which no restart mends, is
 * 'degraded'.
 */
export async function readiness(
  parts: HealthParts & { isSweeping(): boolean; log: Log },
): Promise<Readiness> {
  const sweep = parts.isSweeping() ? 'ok' : 'still';
  if (sweep === 'still') parts.log.error('not ready: no sweep went well for three minutes');
  try {
    await parts.store.check();
    const found = await health(parts);
    const status = sweep === 'still' ? 'not ready' : isWhole(found) ? 'ok' : 'degraded';
    return { ready: sweep === 'ok', detail: { status, store: 'ok', sweep, ...found } };
  } catch (error) {
    parts.log.fault('not ready', error);
    const changed = error instanceof Unwritten && error.code === 'changed' && { register: error.code };
    return { ready: false, detail: { status: 'not ready', store: 'fault', sweep, ...changed } };
  }
}

const isWhole = ({ mail, channel, desk, register, heads, undelivered, unreadable }: Health): boolean =>
  ['ok', 'none'].includes(mail) &&
  ['ok', 'none'].includes(heads) &&
  channel !== 'unreachable' &&
  register === 'ok' &&
  desk.unreached + undelivered + unreadable === 0;
