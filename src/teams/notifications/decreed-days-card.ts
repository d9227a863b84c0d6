import { listed } from '../../letters/words.ts';
import type { DecreedChange } from '../../procedure/calendar-change.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { ContentOf } from '../../register/model/message.ts';
import type { MovedIn } from '../../register/queries.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { movedWords, whatToDo } from '../cards/moved-deadlines.ts';
import { noticeCard } from '../cards/notice.ts';
import { unreadableLines } from '../cards/words.ts';
import type { Office } from '../office/office.ts';
import type { Outgoing } from './case-card.ts';

/** The most complaints of which the deadlines are written out; the list of cases has the days of all. */
const mostNamed = 8;

/** Draws for the officer, or who works in a complaint, which deadlines moved because a decree equated other days with a holiday (Art. 2). */
export async function decreedDays(
  change: ContentOf<'decreed-days'>,
  office: Office,
  reader: Person,
): Promise<Outgoing> {
  const { register, clock } = office;
  const found = await register.movedFor(reader, change);
  return movedCard(change, found, {
    reader,
    today: clock.today(),
    leftOut: unreadableLines(register.unreadable(reader, 'desk'), 'desk'),
  });
}

type Read = { reader: Person; today: LocalDate; leftOut?: readonly string[] };

export function movedCard(
  { added, removed }: DecreedChange,
  found: readonly MovedIn[],
  { reader, today, leftOut = [] }: Read,
): Outgoing {
  const title = 'Termijnen verschuiven';
  const days = [
    ...(added.length > 0 ? [`${many(added, 'is', 'zijn')} voortaan gelijkgesteld met een feestdag.`] : []),
    ...(removed.length > 0
      ? [`${many(removed, 'is', 'zijn')} niet langer gelijkgesteld met een feestdag.`]
      : []),
  ].join(' ');
  const more = found.length - mostNamed;
  const text = [
    `${days} Dat staat in een besluit bij de Algemene termijnenwet (artikel 2).`,
    found.length > 0
      ? 'De kaarten, “zaken” en de herinneringen gaan al uit van de nieuwe dagen. Wat in een brief staat, verandert niet.'
      : 'In jouw zaken verschuift daardoor nu geen termijn meer. Je hoeft niets te doen.',
    ...found.slice(0, mostNamed).map((one) => linesOf(one, reader, today)),
    ...(more > 0 ? [`Zo verschuift er ook iets in nog ${more}. Typ “zaken” voor alle dagen.`] : []),
    ...whatToDo(found.flatMap(({ moved }) => moved)),
    ...leftOut,
  ].join('\n');
  const buttons = [{ title: 'Mijn zaken', verb: 'cases' as const, main: true }];
  return { card: noticeCard({ title, text, tone: 'accent', buttons }), summary: title };
}

function linesOf({ complaint, moved }: MovedIn, reader: Person, today: LocalDate): string {
  const { number, handler } = complaint;
  const by = handler && handler.person.id !== reader.id ? `, bij ${handler.person.name}` : '';
  return `${number}${by}. ${moved.map((one) => movedWords(one, today)).join(' ')}`;
}

const many = (days: readonly LocalDate[], one: string, several: string): string => {
  const words = listed(days.map(longDate));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${days.length === 1 ? one : several}`;
};
