import { decisionTrigger } from '../../procedure/articles/art08-decision.ts';
import { deadline } from '../../procedure/deadlines.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import { notAColleague } from '../../register/model/delivery.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { Content } from '../../register/model/message.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { Office } from '../office/office.ts';

type UndeliveredContent = Extract<Content, { kind: 'undelivered' }>;

/** To whom that message is, by name. */
export function recipientOf(messageId: string, { outbox, complaint }: Dossier, { register }: Office): string {
  const to = outbox.find(({ id }) => id === messageId)?.to;
  const people = [
    ...complaint.respondents,
    ...inOrderOfHandling(register.desk()).map(({ person }) => person),
    ...(complaint.handler ? [complaint.handler.person] : []),
    complaint.receiver,
  ];
  const id = to?.kind === 'person' ? to.id : undefined;
  return people.find((person) => person.id === id)?.name ?? 'Iemand';
}

/** What could not be delivered, to whom, and what the handler does by hand now; until then it goes on being tried. */
export function undeliveredText(
  { message, what }: UndeliveredContent,
  dossier: Dossier,
  office: Office,
): string {
  const who = recipientOf(message, dossier, office);
  const why = isRefusedAsOutsider(message, dossier)
    ? 'dit is een gast en geen medewerker van Ballance, en aan gasten schrijf ik niet'
    : isGivenUp(message, dossier)
      ? 'het komt in Teams niet aan'
      : 'het komt in Teams niet aan, en ik blijf het proberen';
  switch (what) {
    case 'statement-request':
      return (
        `${who} heeft het verzoek om een verklaring niet gekregen: ${why}. ` +
        'Vraag de verklaring zelf en leg haar vast met “Verklaring vastleggen”.'
      );
    case 'position':
      return (
        `${who} heeft het standpunt niet gekregen: ${why}. ` +
        'Vertel het standpunt zelf en leg dat vast met “Notitie toevoegen”.'
      );
    case 'receipt':
      return `${who} heeft niet te lezen gekregen dat de klacht bij jou is: ${why}. Vertel het zelf.`;
    case 'decision-request': {
      const { dueOn } = deadline('decision', decisionTrigger(dossier.complaint), office.calendar);
      return (
        `${who} heeft het verzoek om een definitieve beslissing niet gekregen. Vraag het zelf: de klager moet de ` +
        `beslissing uiterlijk ${longDate(dueOn)} hebben (artikel 8).`
      );
    }
    case 'reminder':
      return `${who} heeft een herinnering aan deze klacht niet gekregen. Vertel zelf wat er moet gebeuren, en voor wanneer.`;
    case 'letter':
      if (dossier.outbox.some(({ id, status }) => id === message && status === 'uncertain'))
        return (
          'Een brief per e-mail is mogelijk al verstuurd: het versturen is afgebroken en ik weet niet of de klager ' +
          'hem heeft. Ik verstuur hem niet uit mezelf nog eens. Vraag het de klager, en kies dan bij “Brief zelf ' +
          'verstuurd” of de e-mail is aangekomen of dat ik hem opnieuw moet mailen. Tot die tijd telt de brief ' +
          'niet als verstuurd.'
        );
      return (
        `De mailserver neemt de brief niet aan, dus de brief is niet verstuurd.${letterDue(message, dossier)} ` +
        'Verstuur hem zelf (“Brief downloaden”) en leg dat vast met “Brief zelf verstuurd”.'
      );
    default:
      return `Een bericht is niet aangekomen bij ${who}. Geef het zelf door.`;
  }
}

/** Until when the complainant must have a letter that waits. */
function letterDue(messageId: string, { outbox, complaint }: Dossier): string {
  const content = outbox.find(({ id }) => id === messageId)?.content;
  const letter = complaint.letters.find(({ id }) => content?.kind === 'letter' && id === content.letter);
  return letter?.dueOn ? ` De klager moet hem uiterlijk ${longDate(letter.dueOn)} hebben.` : '';
}

const isGivenUp = (messageId: string, { outbox }: Dossier): boolean =>
  outbox.some(({ id, status }) => id === messageId && status === 'gave-up');

const isRefusedAsOutsider = (messageId: string, { outbox }: Dossier): boolean =>
  outbox.find(({ id }) => id === messageId)?.attempts.at(-1)?.fault === notAColleague;
