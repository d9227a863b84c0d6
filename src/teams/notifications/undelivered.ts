import { decisionDeadline } from '../../procedure/deadlines.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { Letter } from '../../procedure/model/letter.ts';
import { notAColleague } from '../../register/model/delivery.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { personIn, readerOf, whyHeldBack } from '../../register/model/message.ts';
import type { Calendar } from '../../time/calendar.ts';
import { longDate } from '../../time/dutch-date.ts';
import { goesOnWithout } from '../cards/hearing.ts';
import type { Office } from '../office/office.ts';

/** Returns the name of the recipient of that message. */
export function recipientOf(messageId: string, { outbox, complaint }: Dossier, { register }: Office): string {
  const to = outbox.find(({ id }) => id === messageId)?.to;
  const people = [
    ...complaint.respondents,
    ...inOrderOfHandling(register.desk()).map(({ person }) => person),
    ...(complaint.handler ? [complaint.handler.person] : []),
    complaint.receiver,
  ];
  const id = to && personIn(to);
  const owner = complaint.measures.find(({ ownerId }) => ownerId === id)?.owner;
  return people.find((person) => person.id === id)?.name ?? owner ?? 'Iemand';
}

/** A message that was not delivered: which, to whom, and why. */
export type Missed = { message: string; who: string; why: string; dossier: Dossier; office: Office };

export function missedBy(message: string, dossier: Dossier, office: Office): Missed {
  const who = recipientOf(message, dossier, office);
  const why = isRefusedAsOutsider(message, dossier)
    ? 'dit is een gast en geen medewerker van Ballance, en aan gasten schrijf ik niet'
    : isGivenUp(message, dossier)
      ? 'het komt in Teams niet aan'
      : 'het komt in Teams niet aan, en ik blijf het proberen';
  return { message, who, why, dossier, office };
}

export const statementByHand = ({ who, why }: Missed): string =>
  `${who} heeft het verzoek om een verklaring niet gekregen: ${why}. ` +
  'Vraag de verklaring zelf en leg haar vast met “Verklaring vastleggen”.';

export const statementDueByHand = ({ who, why }: Missed): string =>
  `${who} heeft de herinnering aan de verklaring niet gekregen: ${why}. ` +
  'Vraag zelf naar de verklaring en leg haar vast met “Verklaring vastleggen”.';

export const positionByHand = ({ who, why }: Missed): string =>
  `${who} heeft het standpunt niet gekregen: ${why}. ` +
  'Vertel het standpunt zelf en leg dat vast met “Notitie toevoegen”.';

export const objectedByHand = ({ who, why }: Missed): string =>
  `${who} heeft niet te lezen gekregen dat de klager het niet eens is met ons antwoord: ${why}. Vertel het zelf.`;

export const respondentRemovedByHand = ({ who, why }: Missed): string =>
  `${who} heeft niet te lezen gekregen dat de klacht niet over hem of haar gaat: ${why}. Vertel het zelf.`;

export const hearingByHand = ({ who, why, dossier: { complaint } }: Missed): string => {
  const { appointment } = complaint;
  const when = appointment ? ` van ${longDate(appointment.on)} om ${appointment.time} uur` : '';
  return `${who} heeft het bericht over het gesprek${when} niet gekregen: ${why}. Vertel zelf wanneer het is, en waar.`;
};

export const hearingOffByHand = ({ message, who, why, dossier, office }: Missed): string => {
  const { outbox, complaint } = dossier;
  const to = outbox.find(({ id }) => id === message)?.to;
  const view = office.register.context();
  const goesOn = to !== undefined && goesOnWithout({ complaint, reader: readerOf(to), view });
  const what = goesOn ? 'die niet meer bij het gesprek hoeft te zijn' : 'het gesprek niet doorgaat';
  return `${who} heeft niet te lezen gekregen dat ${what}: ${why}. Vertel het zelf.`;
};

export const outcomeByHand = ({ who, why }: Missed): string =>
  `${who} heeft niet te lezen gekregen hoe het met deze klacht is afgelopen: ${why}. Vertel het zelf.`;

export const reopenedByHand = ({ who, why }: Missed): string =>
  `${who} heeft niet te lezen gekregen dat de klacht is heropend: ${why}. Vertel het zelf.`;

export const measureByHand = ({ who, why }: Missed): string =>
  `${who} heeft niet te lezen gekregen wat er met een maatregel uit deze klacht is: ${why}. Vertel het zelf.`;

export const receiptByHand = ({ who, why }: Missed): string =>
  `${who} heeft niet te lezen gekregen dat de klacht bij jou is: ${why}. Vertel het zelf.`;

/** Words how the board is asked to decide by hand (Art. 8). */
export const decisionByHand = ({ who, dossier: { complaint }, office: { calendar } }: Missed): string =>
  `${who} heeft het verzoek om een definitieve beslissing niet gekregen. ` +
  `Vraag het zelf${decisionDue('de beslissing', complaint, calendar)} (artikel 8).`;

export const overtakenByHand = ({ who, why }: Missed): string =>
  `${who} heeft niet te lezen gekregen dat er nu geen beslissing nodig is: ${why}. Vertel het zelf.`;

export const withdrawnByHand = ({ who, why }: Missed): string =>
  `${who} heeft niet te lezen gekregen dat de brief niet naar de klager gaat: ${why}. Vertel het zelf.`;

/** Words, after what asks for it, until when the complainant must have the decision. */
export function decisionDue(what: string, complaint: Complaint, calendar: Calendar): string {
  const due = decisionDeadline(complaint, calendar);
  return due ? `: de klager moet ${what} uiterlijk ${longDate(due.dueOn)} hebben` : '';
}

export const reminderByHand = ({ who }: Missed): string =>
  `${who} heeft een herinnering aan deze klacht niet gekregen. Vertel zelf wat er moet gebeuren, en voor wanneer.`;

export function letterByHand({ message, dossier }: Missed): string {
  const mailing = dossier.outbox.find(({ id }) => id === message);
  const held = mailing && whyHeldBack(mailing);
  if (held === 'outdated') return outdatedByHand(message, dossier);
  if (held === 'no-address')
    return (
      'Een brief per e-mail is niet verstuurd, omdat het e-mailadres van de klager is weggehaald.' +
      `${letterDue(message, dossier)} Kies “Brief zelf verstuurd”: vul daar het goede adres in en laat hem opnieuw mailen, ` +
      'of leg vast hoe je hem zelf hebt verstuurd.'
    );
  if (mailing?.status === 'uncertain')
    return (
      'Een brief per e-mail is mogelijk al verstuurd: het versturen is afgebroken en ik weet niet of de klager ' +
      'hem heeft. Ik verstuur hem niet uit mezelf nog eens. Vraag het de klager, en kies dan bij “Brief zelf ' +
      'verstuurd” of de e-mail is aangekomen of dat ik hem opnieuw moet mailen. Tot die tijd telt de brief ' +
      'niet als verstuurd.'
    );
  if (mailing?.status === 'queued')
    return (
      `De mailserver neemt de brief nog niet aan. Ik probeer het vanzelf opnieuw.${letterDue(message, dossier)} Kun je daar ` +
      'niet op wachten? Leg dan eerst met “Brief zelf verstuurd” vast hoe je hem verstuurt: vanaf dat moment mail ik hem ' +
      'niet meer, en krijgt de klager hem niet twee keer. Klopt het e-mailadres niet? Verbeter het daar ook.'
    );
  return (
    `De mailserver neemt de brief niet aan, dus de brief is niet verstuurd.${letterDue(message, dossier)} ` +
    'Kies “Brief zelf verstuurd”: daar laat je hem opnieuw mailen, of leg je vast dat je hem zelf hebt verstuurd. ' +
    'Klopt het e-mailadres niet? Verbeter het daar ook.'
  );
}

/** Words what is done with a letter that was accepted on no day that it was made for: its form shows how it differs from now. */
function outdatedByHand(messageId: string, dossier: Dossier): string {
  const letter = letterIn(messageId, dossier);
  const from = letter?.queuedOn ? ` Hij is gemaakt voor ${longDate(letter.queuedOn)}.` : '';
  const anew =
    letter?.kind === 'hearing-invitation'
      ? ' Is het gesprek uit de brief al voorbij? Kies daar dan “Niet meer versturen”. Met “Hoorgesprek aanbieden” bied je een nieuw gesprek aan, zodra dat is vastgelegd.'
      : '';
  return (
    `Een brief per e-mail is niet verstuurd, omdat de mailserver hem niet op tijd aannam.${from} Er staan dagen in die ` +
    `niet meer kloppen, en die kan ik niet zelf verbeteren.${letterDue(messageId, dossier)} Kies “Brief zelf verstuurd”. ` +
    'Daar staat je eigen tekst nog, en zie je wat er anders wordt. Laat mij de nieuwe brief mailen, of verstuur hem zelf ' +
    `en leg dat vast.${anew}`
  );
}

export const passedOnByHand = ({ who }: Missed): string =>
  `Een bericht is niet aangekomen bij ${who}. Geef het zelf door.`;

/** Finds the day on which the complainant must have a letter that waits. */
function letterDue(messageId: string, dossier: Dossier): string {
  const letter = letterIn(messageId, dossier);
  return letter?.dueOn ? ` De klager moet hem uiterlijk ${longDate(letter.dueOn)} hebben.` : '';
}

function letterIn(messageId: string, { outbox, complaint }: Dossier): Letter | undefined {
  const content = outbox.find(({ id }) => id === messageId)?.content;
  return complaint.letters.find(({ id }) => content?.kind === 'letter' && id === content.letter);
}

const isGivenUp = (messageId: string, { outbox }: Dossier): boolean =>
  outbox.some(({ id, status }) => id === messageId && status === 'gave-up');

const isRefusedAsOutsider = (messageId: string, { outbox }: Dossier): boolean =>
  outbox.find(({ id }) => id === messageId)?.attempts.at(-1)?.fault === notAColleague;
