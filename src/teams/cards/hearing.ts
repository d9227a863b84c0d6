import { placeOf } from '../../letters/appointment-file.ts';
import type { Organisation } from '../../letters/organisation.ts';
import { hearingFormWords } from '../../letters/words.ts';
import { maySeeDossier, type View } from '../../procedure/access.ts';
import { handlerOn } from '../../procedure/articles/art05-handler.ts';
import {
  hearingHosts,
  hearingLeader,
  hearingParty,
  isAppointed,
  secondWhoLeads,
} from '../../procedure/articles/art08-appointment.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Appointment, Complaint, Handler, Person } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import type { ContentOf } from '../../register/model/message.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Action, type Button, buttons } from './button.ts';
import { notAsInvited } from './not-as-invited.ts';
import { type Notice, noticeCard } from './notice.ts';
import { type Card, template } from './template.ts';

/** A hearing (Art. 8) for who must be there: when, where, with whom of Ballance, and what they do; not what the complaint is about. */

/** How an appointment gets into a calendar, and out of it. */
export const calendarTitles = { REQUEST: 'In agenda zetten', CANCEL: 'Uit agenda halen' } as const;

type Data = {
  title: string;
  banners: Notice[];
  facts: { label: string; value: string }[];
  toDo: string;
  actions: Action[];
};

const fill = template<Data>('hearing');

const titles: Record<ContentOf<'hearing'>['because'], (number: CaseNumber) => string> = {
  offered: (number) => `Klacht ${number}: er is een gesprek gepland`,
  changed: (number) => `Klacht ${number}: het gesprek is gewijzigd`,
  'led-anew': (number) => `Klacht ${number}: iemand anders voert het gesprek`,
  near: (number) => `Klacht ${number}: het gesprek is binnenkort`,
};

export const hearingTitle = (number: CaseNumber, because: ContentOf<'hearing'>['because']): string =>
  titles[because](number);

type Shown = { complaint: Complaint; reader: Person; view: View; organisation: Organisation };

/** Draws the appointment for one of its party. */
export function hearingCard(
  { complaint, reader, view, organisation }: Shown,
  because: ContentOf<'hearing'>['because'],
  notice?: Notice,
): Card {
  const { number, appointment } = complaint;
  const open: Button = { title: 'Klacht openen', verb: 'case', data: { number } };
  return fill({
    title: hearingTitle(number, because),
    banners: notice ? [notice] : [],
    facts: appointment ? factsOf(appointment, complaint, reader, view, organisation) : [],
    toDo: toDo(complaint, reader, view),
    actions: buttons([
      calendarButton('REQUEST', number),
      ...(maySeeDossier(reader, complaint, view) ? [open] : []),
    ]),
  });
}

const calendarButton = (method: keyof typeof calendarTitles, number: CaseNumber): Button => ({
  title: calendarTitles[method],
  verb: 'calendar',
  data: { number },
  main: true,
});

function factsOf(
  appointment: Appointment,
  complaint: Complaint,
  reader: Person,
  view: View,
  organisation: Organisation,
): Data['facts'] {
  const { form, employeePresent } = appointment;
  const isEmployee = isAmong(reader, complaint.respondents);
  const employees = complaint.respondents.length > 1 ? 'De medewerkers' : 'De medewerker';
  return [
    { label: 'Wanneer', value: momentWords(appointment) },
    { label: 'Hoe', value: hearingFormWords[form] },
    ...(form === 'office' ? [{ label: 'Waar', value: placeOf(appointment, organisation) }] : []),
    {
      label: 'Namens Ballance',
      value: hearingHosts(complaint, view)
        .map(({ name }) => name)
        .join(', '),
    },
    ...(employeePresent && !isEmployee
      ? [{ label: 'Ook erbij', value: `${employees} over wie de klacht gaat` }]
      : []),
  ];
}

/** Words why somebody must be there, and what they do where they cannot. */
function toDo(complaint: Complaint, reader: Person, view: View): string {
  const { appointment, handler, respondents } = complaint;
  const named = (one: Handler | undefined): string => one?.person.name ?? 'de klachtenfunctionaris';
  const today = handlerOn(view.today, complaint, view.desk);
  const host = named(today?.person.id === reader.id ? handler : today);
  const otherwise = `Kun je dan niet? Laat het ${host} meteen weten.`;
  const byPhone = appointment?.form === 'phone';
  const onceSent = waitingLetters(complaint).length > 0 ? ' Dat kan zodra de uitnodiging is verstuurd.' : '';
  if (isAmong(reader, respondents))
    return `De klager licht in dit gesprek de klacht toe die over jou gaat (artikel 8). Jij bent erbij omdat de klager en Ballance dat allebei nuttig vinden.${byPhone ? ` Hoe je meedoet, hoor je van ${host}.` : ''} ${otherwise}`;
  if (hearingLeader(complaint, view)?.id === reader.id) {
    const isAway = handler?.person.id !== reader.id ? `, omdat ${named(handler)} die dag afwezig is` : '';
    const second = secondWhoLeads(complaint, view) ? ' Jij zou de tweede vertegenwoordiger zijn.' : '';
    const tells = notAsInvited(complaint, view, today?.person.id === reader.id ? undefined : host);
    const leads = `De klager licht in dit gesprek de klacht toe (artikel 8), en jij voert het namens Ballance${isAway}.${second}${tells ? ` ${tells}` : ''}`;
    return maySeeDossier(reader, complaint, view)
      ? `${leads} Open daarna de klacht en leg het vast met “Gesprek vastleggen”. Gaat het niet door? Bied daar met “Hoorgesprek aanbieden” een ander moment aan, of kies “Klager ziet af van gesprek”.${onceSent}`
      : `${leads} Zodra je invalt, kun je de klacht hier openen en het gesprek vastleggen. ${otherwise}`;
  }
  return `De klager licht in dit gesprek de klacht toe (artikel 8). Jij bent erbij als tweede vertegenwoordiger van Ballance. Waar de klacht over gaat${byPhone ? ' en hoe je meedoet' : ''}, hoor je van ${host}. ${otherwise}`;
}

/** Words who leads the hearing instead, to its handler who is absent that day. */
function ledInstead({ complaint, reader, view }: Omit<Shown, 'organisation'>): string {
  const leader = complaint.handler?.person.id === reader.id ? hearingLeader(complaint, view) : undefined;
  return leader ? ` ${leader.name} voert het gesprek, omdat jij die dag afwezig bent.` : '';
}

/**
 * Words that somebody need not be at the hearing of the moment that they read before; to who is told why also to which moment it was
 * moved since, because that is the day on which they are absent.
 */
function withoutThem(shown: Omit<Shown, 'organisation'>, read: readonly Moment[]): string {
  const led = ledInstead(shown);
  const now = shown.complaint.appointment;
  const isMoved = now && read.every(({ on, time }) => now.on !== on || now.time !== time);
  return led && isMoved
    ? `Het gesprek van ${anyOf(read)} is verzet naar ${momentWords(now)}. Je hoeft er niet bij te zijn.${led}`
    : `Je hoeft niet bij het gesprek van ${anyOf(read)} te zijn.${led}`;
}

type Moment = Pick<Appointment, 'on' | 'time'>;

/** Words the moments of which a reader may know one or the other. */
const anyOf = (moments: readonly Moment[]): string => moments.map(momentWords).join(', of ');

const momentWords = ({ on, time }: Moment): string => `${longDate(on)} om ${time} uur`;

export const hearingOffTitle = (number: CaseNumber, goesOn: boolean): string =>
  goesOn
    ? `Klacht ${number}: je bent niet meer nodig bij het gesprek`
    : `Klacht ${number}: het gesprek gaat niet door`;

/** Tells whether a hearing is still to come of which that one was to be, without this reader. */
export const goesOnWithout = ({ complaint, reader, view }: Omit<Shown, 'organisation'>): boolean =>
  !!complaint.appointment &&
  isAppointed(complaint.appointment, complaint) &&
  !isAmong(reader, hearingParty(complaint, view));

/** Draws, for who would be there, that a hearing does not take place, or not with them; `moments` are those that they may have read before. */
export function hearingOffCard(
  shown: Omit<Shown, 'organisation'>,
  moments: readonly Moment[],
  notice?: Notice,
): Card {
  const { number } = shown.complaint;
  const goesOn = goesOnWithout(shown);
  const { complaint, reader, view } = shown;
  const tells =
    goesOn && handlerOn(view.today, complaint, view.desk)?.person.id === reader.id
      ? notAsInvited(complaint, view)
      : undefined;
  const next = tells ?? 'Verder hoef je nu niets te doen: ben je later nog nodig, dan hoor je dat.';
  const what = goesOn ? withoutThem(shown, moments) : `Het gesprek van ${anyOf(moments)} gaat niet door.`;
  const text = `${what} Haal het uit je agenda. ${next}`;
  return noticeCard({
    title: hearingOffTitle(number, goesOn),
    text: notice ? `${notice.text} ${text}` : text,
    tone: notice?.tone ?? 'accent',
    buttons: [
      calendarButton('CANCEL', number),
      ...(tells ? [{ title: 'Klacht openen', verb: 'case', data: { number } } as const] : []),
    ],
  });
}

/** Draws, for who was told of a hearing, that it took place; where that was on another day than planned, with the file that moves it. */
export function hearingHeldCard(
  number: CaseNumber,
  { on, planned }: { on: LocalDate; planned: LocalDate },
  notice?: Notice,
): Card {
  const moved = on !== planned;
  const elsewhere = ` Het was gepland op ${longDate(planned)}. Zet het in je agenda, dan schuift de afspraak naar de goede dag.`;
  const text = `Het gesprek met de klager is gehouden op ${longDate(on)}.${moved ? elsewhere : ' Je hoeft hiervoor niets meer te doen.'}`;
  return noticeCard({
    title: `Klacht ${number}: het gesprek is gehouden`,
    text: notice ? `${notice.text} ${text}` : text,
    tone: notice?.tone ?? 'accent',
    buttons: moved ? [calendarButton('REQUEST', number)] : [],
  });
}

/** Draws for a respondent that the complainant objects (Art. 7); a hearing with them is told apart. */
export function objectedCard({ number }: Complaint, handler: Handler | undefined): Card {
  const questions = handler ? ` Heb je vragen? Neem dan contact op met ${handler.person.name}.` : '';
  return noticeCard({
    title: objectedTitle(number),
    text: `De klager is het niet eens met ons antwoord. Je hoort het als je bij het gesprek nodig bent.${questions}`,
    tone: 'accent',
  });
}

export const objectedTitle = (number: CaseNumber): string =>
  `Klacht ${number}: de klager is het niet eens met ons antwoord`;
