import { newComplaintsGoTo } from '../../procedure/articles/art05-handler.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { ContentOf } from '../../register/model/message.ts';
import { longDate } from '../../time/dutch-date.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Office } from '../office/office.ts';
import type { Outgoing } from './case-card.ts';

/** The most numbers that are named; the list of cases has them all. */
const mostNamed = 20;

const nameOf = (absent: PersonId, { register }: Office): string =>
  inOrderOfHandling(register.desk()).find(({ person }) => person.id === absent)?.person.name ?? 'Een collega';

/** Lists the open complaints of who is absent in which this reader may work; nobody hears of one about themselves. */
async function casesOf(absent: PersonId, reader: Person, { register }: Office): Promise<string[]> {
  const theirs = await register.casesOf(reader);
  return theirs
    .filter(({ complaint }) => complaint.handler?.person.id === absent && !complaint.closed)
    .map(({ id }) => id);
}

/** Draws for somebody that they stand in: for whom, until when, and in which open complaints (Art. 5). */
export async function standIn(
  { absent, from, until }: ContentOf<'stand-in'>,
  office: Office,
  reader: Person,
): Promise<Outgoing> {
  const name = nameOf(absent, office);
  const { desk, today } = office.register.context();
  const [stretch] = newComplaintsGoTo(desk, today, today);
  const numbers = await casesOf(absent, reader, office);
  const more = numbers.length > mostNamed ? ' en meer' : '';
  const open =
    numbers.length > 0
      ? ` Nu open: ${numbers.slice(0, mostNamed).join(', ')}${more}. Daarin kun jij zolang alles doen, en de herinneringen krijg jij ook.`
      : ' Er is nu geen open klacht waarin jij invalt.';
  const fresh = stretch?.person?.id === reader.id ? ' Nieuwe klachten komen zolang bij jou.' : '';
  const days = from === until ? `op ${longDate(from)}` : `van ${longDate(from)} t/m ${longDate(until)}`;
  return {
    card: noticeCard({
      title: `Je valt in voor ${name}`,
      text: `${name} is afwezig ${days}.${fresh}${open} Je krijgt bericht als het voorbij is.`,
      tone: 'accent',
      buttons: [{ title: 'Mijn zaken', verb: 'cases', main: true }],
    }),
    summary: 'Je valt in voor een collega',
  };
}

/** Draws for somebody that they no longer stand in, and what stays theirs. */
export function standInEnded({ absent }: ContentOf<'stand-in-ended'>, office: Office): Outgoing {
  const name = nameOf(absent, office);
  return {
    card: noticeCard({
      title: `Je valt niet meer in voor ${name}`,
      text: `Je werkt niet meer in de zaken van ${name}. Klachten die jij in die tijd kreeg, blijven van jou.`,
      tone: 'accent',
      buttons: [{ title: 'Mijn zaken', verb: 'cases', main: true }],
    }),
    summary: 'Je valt niet meer in voor een collega',
  };
}
