import { setTimeout as pause } from 'node:timers/promises';
import type { PersonId } from '../procedure/model/person-id.ts';
import { addDays, type Instant, type LocalDate, later } from '../time/local-date.ts';
import type { TryoutClock } from './clock.ts';
import { channelId, type Directory } from './directory.ts';
import type { Live } from './live.ts';
import type { Memory } from './memory.ts';
import type { TryoutPerson } from './people.ts';
import { isJson, type Json } from './routes.ts';
import { type Act, type Cast, lives, type Part } from './sample-lives.ts';
import type { TimeMover } from './time-side.ts';

type Context = {
  directory: Directory;
  memory: Memory;
  live: Live;
  clock: TryoutClock;
  mover: TimeMover;
  /** Awaited before time moves: what is due now is done. */
  timeMoved: () => Promise<void>;
  nextWorkingDay: (day: LocalDate) => LocalDate;
  baseUrl: () => string;
};

/** How many of the steps of the sample are done; `failed` says why it went no further. */
export type Progress = { done: number; of: number; failed?: string };

/** Before the sample ends the try-out begins so many milliseconds earlier: longer than the oldest complaint is old. */
export const sampleMs = 80 * 86_400_000;

/** Every step of every complaint, in the order of the days. */
const acts = lives
  .flatMap((life, nth) => life.map((one) => ({ one, nth })))
  .sort((a, b) => b.one.before - a.one.before);

/** How long a card may take to come, and how often to look, in milliseconds. */
const longestMs = 15_000;
const lookEveryMs = 20;

/**
 * Plays twelve complaints in an empty register, as people would: through the chats and the forms of the bot, day by day, so that
 * whatever follows, comes by itself.
 */
export function sample({
  directory,
  memory,
  live,
  clock,
  mover,
  timeMoved,
  nextWorkingDay,
  baseUrl,
}: Context) {
  let progress: Progress | undefined;

  async function ask(path: string, body: Json): Promise<Json> {
    const response = await fetch(`${baseUrl()}/tryout/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok || !isJson(answer)) throw new Error(`${path}: ${response.status}`);
    return answer;
  }

  /** Finds the latest card in somebody's chat with a button of that verb, of that complaint. */
  const cardWith = (verb: string, number: string, who: TryoutPerson) =>
    memory.all(directory.chatOf(who).id).findLast(({ card }) => buttonIn(card, verb, number));

  async function arrives(verb: string, number: string, who: TryoutPerson) {
    for (let waited = 0; waited < longestMs; waited += lookEveryMs) {
      const found = cardWith(verb, number, who);
      if (found) return found;
      await pause(lookEveryMs);
    }
    throw new Error(`${who.name} heeft geen knop ${verb} ${number}.`);
  }

  /** Presses that button; returns the card that takes the place of the one it is on. */
  async function press(verb: string, number: string, who: TryoutPerson, inputs: Json = {}): Promise<unknown> {
    const { id, card } = await arrives(verb, number, who);
    const action = buttonIn(card, verb, number);
    const answer = await ask('press', { personId: who.id, activityId: id, action, inputs });
    return isJson(answer.body) ? answer.body.value : undefined;
  }

  /** Takes a step as a person does: opens its form, fills it in and sends it. A card that is behind is pressed again. */
  async function take({ step, who, typed }: Act, cast: Cast, number: string): Promise<string> {
    const person = personOf(who);
    if (step === 'register') await ask('say', { personId: person.id, text: 'klacht' });
    else if (step !== 'give-statement') {
      for (let tries = 0; tries < 5; tries++)
        if (buttonIn(await press(`ask-${step}`, number, person), step, number)) break;
    }
    const { card } = await arrives(step, number, person);
    const answer = await press(step, number, person, { ...proposedIn(card), ...typed(cast) });
    const [found = ''] = /K-\d{4}-\d{4}/.exec(JSON.stringify(answer)) ?? [];
    // A form that is refused comes back.
    if (buttonIn(answer, step, number) || (!number && !found))
      throw new Error(`${step} ${number} werd niet aangenomen.`);
    return number || found;
  }

  function personOf(part: Part): TryoutPerson {
    const colleagues = directory.people.filter(({ role }) => role === 'colleague');
    const inRole = directory.people.find(({ role }) => role === part);
    const found = part === 'receiver' ? colleagues[0] : part === 'colleague' ? colleagues[1] : inRole;
    if (!found) throw new Error('Er doen hier te weinig mensen mee.');
    return found;
  }

  /** Waits until somebody else has the complaint: nobody is to hear that it was not passed on because time moved too fast. */
  async function forwarded(number: string, receiver: TryoutPerson): Promise<void> {
    const others = directory.people.filter(({ id }) => id !== receiver.id);
    for (let waited = 0; waited < longestMs; waited += lookEveryMs) {
      if (others.some((one) => memory.all(directory.chatOf(one).id).some(({ card }) => naming(card, number))))
        break;
      await pause(lookEveryMs);
    }
    await timeMoved();
  }

  /** Lists the werkdagen from now until that day, both included. */
  function daysUntil(last: LocalDate): LocalDate[] {
    const days: LocalDate[] = [];
    for (let day = nextWorkingDay(clock.today()); day <= last; day = nextWorkingDay(day)) days.push(day);
    return days;
  }

  function castOn(days: readonly LocalDate[]): Cast {
    const ahead = (from: LocalDate, n: number): LocalDate =>
      n === 0 ? from : ahead(nextWorkingDay(from), n - 1);
    const today = days.at(-1) ?? clock.today();
    const day = (n: number) => (n < 0 ? days.at(n - 1) : ahead(today, n)) ?? addDays(today, n);
    const id = (part: Part): PersonId => personOf(part).id;
    return { day, id, name: (part) => personOf(part).name };
  }

  async function play(until: Instant): Promise<void> {
    const days = daysUntil(clock.dayOf(until));
    const cast = castOn(days);
    const numbers = new Map<number, string>();
    const officer = personOf('officer');
    for (const [done, { one, nth }] of acts.entries()) {
      tell({ done, of: acts.length });
      const day = days.at(-1 - one.before) ?? clock.today();
      const moment = one.before === 0 ? until : clock.at(day, '10:15');
      if (numbers.size === 0) clock.moveTo(later(moment, -3_600_000));
      if (moment > clock.now()) await mover(moment);
      if (numbers.size === 0)
        await ask('say', { personId: officer.id, conversationId: channelId, text: 'koppel' });
      numbers.set(nth, await take(one, cast, numbers.get(nth) ?? ''));
      if (one.step === 'register') await forwarded(numbers.get(nth) ?? '', personOf(one.who));
    }
  }

  function tell(now: Progress | undefined): void {
    progress = now;
    live.tell({ event: 'sample', ...(now ?? { done: acts.length, of: acts.length }) });
  }

  return {
    progress: () => progress,
    /** Plays them, so that it is `until` when the last one is registered. Says on the page that it went no further, when it does not. */
    async fill(until: Instant): Promise<void> {
      tell({ done: 0, of: acts.length });
      try {
        await play(until);
        tell(undefined);
      } catch (error) {
        const failed = error instanceof Error ? error.message : String(error);
        tell({ done: progress?.done ?? 0, of: acts.length, failed });
      }
    },
  };
}

/** Finds a button of a card by its verb, of that complaint where it names one. */
function buttonIn(part: unknown, verb: string, number: string): Json | undefined {
  if (Array.isArray(part)) {
    for (const one of part) {
      const found = buttonIn(one, verb, number);
      if (found) return found;
    }
    return undefined;
  }
  if (!isJson(part)) return undefined;
  const { fallback: _, ...rest } = part;
  const data = isJson(part.data) ? part.data : {};
  const isIt = part.type === 'Action.Execute' && part.verb === verb && (!number || data.number === number);
  return isIt ? part : buttonIn(Object.values(rest), verb, number);
}

const naming = (card: unknown, number: string): boolean => JSON.stringify(card ?? '').includes(number);

/** Collects what a form proposes, by the ids of its fields. */
function proposedIn(part: unknown): Record<string, string> {
  if (Array.isArray(part)) return Object.assign({}, ...part.map(proposedIn));
  if (!isJson(part)) return {};
  const own = String(part.type).startsWith('Input.') ? { [String(part.id)]: String(part.value ?? '') } : {};
  return { ...own, ...proposedIn(Object.values(part)) };
}
