import { articleWords, letterNames } from '../../letters/words.ts';
import { articleDay, type Moved } from '../../procedure/calendar-change.ts';
import type { Running } from '../../procedure/deadlines.ts';
import type { Sent } from '../../procedure/model/letter.ts';
import { dayMonth } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { dueWords } from './deadlines.ts';

/**
 * Words a deadline that moves by decree: what is due, the old and the new last day, also by post, and which letters named the old day. Holds
 * no name, and nothing that somebody typed.
 */
export function movedWords(
  { from, to, letters }: Moved,
  today: LocalDate,
  shown: (day: LocalDate) => string = briefly(today),
): string {
  const change: Change = (then, now) =>
    now === then || then === undefined
      ? `${shown(now)} (ongewijzigd)`
      : `${shown(now)} in plaats van ${shown(then)}`;
  return [
    `${dueWords(to)} (${articleWords(to.article)}): ${lastDays(from, to, change)}.`,
    ...letters.map(
      ({ kind, sentOn, promised }) =>
        `De brief van ${shown(sentOn)} (${letterNames[kind]}) noemde ${shown(namedIn(promised, from))}: ${stays(from, to)}.`,
    ),
    ...(isOver(from, to, today) ? ['De laatste werkdag is daarmee voorbij: doe het vandaag nog.'] : []),
  ].join(' ');
}

/** Writes days short, with the year where that is another. */
const briefly =
  (today: LocalDate) =>
  (day: LocalDate): string =>
    day.slice(0, 4) === today.slice(0, 4) ? dayMonth(day) : `${dayMonth(day)} ${day.slice(0, 4)}`;

/** Finds the day that a letter named: what it promised, or the moment of a hearing, for which it invites. */
const namedIn = (promised: Sent['promised'], { kind, dueOn }: Running): LocalDate =>
  kind === 'hearing' || !promised ? dueOn : promised.on;

const stays = (from: Running, to: Running): string =>
  to.kind === 'objection' && to.dueOn > from.dueOn
    ? 'wie later reageert, is tot en met de nieuwe dag op tijd'
    : 'dat blijft staan';

type Change = (then: LocalDate | undefined, now: LocalDate) => string;

/** Words until when Ballance can act, by e-mail and by post; of what the complainant owes (Art. 7) the day itself, also where a letter named a later one. */
function lastDays(from: Running, to: Running, change: Change): string {
  const { lastDayToAct, lastDayByPost, dueOn } = to;
  if (lastDayToAct === undefined)
    return dueOn === from.dueOn
      ? `tot en met ${change(dueOn, dueOn)}; volgens het artikel ${change(articleDay(from), articleDay(to))}`
      : `tot en met ${change(from.dueOn, dueOn)}`;
  const act = `uiterlijk ${change(from.lastDayToAct, lastDayToAct)}`;
  return lastDayByPost === undefined || lastDayByPost === lastDayToAct
    ? act
    : `per e-mail ${act}; per post uiterlijk ${change(from.lastDayByPost, lastDayByPost)}`;
}

/** Tells whether the last werkdag has passed by the change, and what is due can still be there in time; a hearing has its own day. */
const isOver = (from: Running, to: Running, today: LocalDate): boolean =>
  to.kind !== 'hearing' &&
  to.lastDayToAct !== undefined &&
  to.lastDayToAct < today &&
  (from.lastDayToAct ?? '') >= today;

/** Lists what a handler can do about what moves, each once. */
export function whatToDo(moved: readonly Moved[]): string[] {
  const some = (holds: (one: Moved) => boolean, advice: string) => (moved.some(holds) ? [advice] : []);
  const isLate =
    (...kinds: Running['kind'][]) =>
    ({ to }: Moved) =>
      kinds.includes(to.kind);
  return [
    ...some(
      isLate('answer', 'decision'),
      'Lukt een toegezegde dag niet? Open dan de zaak en druk op “Uitstel melden”.',
    ),
    ...some(
      isLate('measure'),
      'Lukt een maatregel niet op tijd, druk dan in de zaak op “Nieuwe dag voor maatregel”.',
    ),
    ...some(
      ({ from, to, letters }) =>
        to.kind === 'hearing' && letters.length > 0 && (to.lastDayToAct ?? '') < (from.lastDayToAct ?? ''),
      'Een gesprek op zo’n dag gaat door, tenzij je een andere dag afspreekt: druk dan in de zaak op “Hoorgesprek aanbieden”.',
    ),
    ...some(
      ({ from, to, letters }) => to.kind === 'objection' && letters.length === 0 && to.dueOn < from.dueOn,
      'Kijk ook in het antwoord aan de klager: een latere dag die daar staat, blijft gelden.',
    ),
  ];
}
