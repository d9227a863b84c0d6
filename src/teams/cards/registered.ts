import { longDate } from '../../letters/dutch-date.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import type { Running } from '../../procedure/running.ts';
import { eventOf, type JournalEntry } from '../../register/journal.ts';
import { type Card, template } from '../card.ts';
import { calendarDays, roleWords } from '../words.ts';
import type { Notice } from './banner.ts';
import { type Action, buttons } from './button.ts';
import { type DeadlineLine, deadlineLine } from './deadline-line.ts';

export type Registered = {
  complaint: Complaint;
  /** What runs now: acknowledge and answer; none when it was remedied on the spot. */
  deadlines: readonly Running[];
  journal: readonly JournalEntry[];
  /** Whether the handler has the card. */
  isPassedOn: boolean;
};

type Data = {
  title: string;
  passedOn: string;
  /** In words: who typed another day than was meant sees it. */
  receivedOn: string;
  banners: Notice[];
  deadlines: DeadlineLine[];
  next: string;
  actions: Action[];
};

const fill = template<Data>('registered');

/** The answer to a registration: the number, to whom it goes or was passed on, until when what is due. */
export const registeredCard = ({ complaint, journal, deadlines, isPassedOn }: Registered): Card =>
  fill({
    title: `Klacht ${complaint.number} is geregistreerd`,
    passedOn: passedOn(complaint, isPassedOn),
    receivedOn: longDate(complaint.receivedOn),
    banners: lateBanner(daysLateOf(journal)),
    deadlines: deadlines.map(deadlineLine),
    next: next(complaint, isPassedOn),
    actions: buttons([
      { title: 'Nog een klacht registreren', verb: 'ask-register' },
      { title: 'Mijn klachten', verb: 'my-complaints' },
    ]),
  });

function passedOn({ closed, handler }: Complaint, isPassedOn: boolean): string {
  if (closed) return 'De klacht is meteen verholpen en daarom gesloten (artikel 1).';
  if (!handler) return 'Niemand kan deze klacht behandelen, want ze gaat over iedereen die dat zou mogen.';
  return `${isPassedOn ? 'Doorgegeven' : 'Wordt doorgegeven'} aan ${handler.person.name} (${roleWords[handler.role]}).`;
}

/** Calendar days between receipt and passing on (Art. 5); 0 when it was the same day, or not at all. */
const daysLateOf = (journal: readonly JournalEntry[]): number =>
  journal.map(eventOf).find((event) => event.type === 'forwarded')?.daysLate ?? 0;

const lateBanner = (daysLate: number): Notice[] =>
  daysLate <= 0
    ? []
    : [
        {
          text: `Dit is ${calendarDays(daysLate)} na de dag van ontvangst. Artikel 5 vraagt doorgeven op die dag zelf; het logboek vermeldt dit.`,
          tone: 'warning',
        },
      ];

function next({ closed, handler }: Complaint, isPassedOn: boolean): string {
  if (closed) return 'Je hoeft niets meer te doen. De klacht telt wel mee in het jaaroverzicht.';
  if (!handler)
    return 'De directieleden over wie de klacht niet gaat, krijgen bericht. De klacht gaat niet verloren.';
  const todo = isPassedOn
    ? 'Je hoeft niets meer te doen.'
    : `Zodra ${handler.person.name} de klacht heeft, lees je dat in deze chat; lukt het niet, dan hoor je hier wie je kunt bellen.`;
  return `${todo} Komt de klager bij je terug? Verwijs dan door. Bij “mijn klachten” zie je hoe ver het is.`;
}
