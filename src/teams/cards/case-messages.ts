import { articleWords, letterNames } from '../../letters/words.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { ContentOf, Message, MessageKind, Recipient } from '../../register/model/message.ts';
import { lastTryOf, triesOf } from '../../register/model/outbox.ts';
import { type DayAndTimeOf, momentWords, olderThan } from './case-journal.ts';
import { deadlineWords, faultWords, messageStatusWords } from './words.ts';

/** A message of the ledger: the proof of who was told, and when (Art. 5). */
export type MessageLine = { what: string; status: string };

export const messageLine = (
  message: Message,
  complaint: Complaint,
  desk: Desk,
  clock: DayAndTimeOf,
): MessageLine => ({
  what: `${contentWords(message.content, complaint)} voor ${recipientWords(message.to, complaint, desk)}`,
  status: [messageStatusWords[message.status], ...course(message, clock), ...before(message, clock)].join(
    ' · ',
  ),
});

/** Says how many messages a card leaves out that shows the last ones, or that there is none. */
export const olderMessages = (shown: number, outbox: readonly Message[]): string[] =>
  outbox.length === 0 ? ['Er is over deze klacht nog geen bericht verstuurd.'] : olderThan(shown, outbox);

/** Words the messages that said the same before and are not kept any more. */
const before = ({ earlier }: Message, clock: DayAndTimeOf): string[] =>
  earlier
    ? [
        `daarvoor ${earlier.times} keer hetzelfde sinds ${momentWords(earlier.since, clock)}, ${earlier.sent > 0 ? `${earlier.sent} keer` : 'nooit'} bezorgd`,
      ]
    : [];

/** Words the course of a message: since when it waits or when it arrived, and its tries. */
function course({ status, queuedAt, sentAt, attempts, tryAt }: Message, clock: DayAndTimeOf): string[] {
  const tries = triesOf({ attempts });
  const tried = `${tries} keer geprobeerd`;
  if (sentAt) {
    const several = tries > 1 ? [tried] : [];
    return [momentWords(sentAt, clock), ...several];
  }
  const last = lastTryOf({ attempts });
  if (!last || status === 'withheld') return [momentWords(queuedAt, clock)];
  const words = last.fault && faultWords(last.fault);
  const why = words ? ` (${words})` : '';
  const again = tryAt ? [`opnieuw ${momentWords(tryAt, clock)}`] : [];
  return [`${tried}, het laatst ${momentWords(last.at, clock)}${why}`, ...again];
}

/** The name of each kind of message in the list of messages. */
const messageWords: {
  [K in MessageKind]: string | ((content: ContentOf<K>, complaint: Complaint) => string);
} = {
  case: 'De kaart van deze klacht',
  unassigned: 'Bericht dat niemand deze klacht kan behandelen',
  'statement-request': 'Vraag om een verklaring',
  'statement-due': 'Herinnering aan de verklaring',
  'statement-given': 'Bericht dat er een verklaring is',
  supplemented: 'Bericht dat de klacht is aangevuld',
  position: 'Het standpunt van Ballance',
  'decision-request': 'Vraag om een definitieve beslissing',
  'decision-overtaken': 'Bericht dat er nu geen beslissing nodig is',
  'respondent-removed': 'Bericht dat de klacht niet over diegene gaat',
  objected: 'Bericht dat de klager het niet eens is met het antwoord',
  hearing: ({ because }) =>
    because === 'near' ? 'Herinnering aan het gesprek' : 'Bericht over het gesprek, met de afspraak',
  'hearing-off': 'Bericht dat de afspraak voor het gesprek vervalt',
  outcome: 'Bericht over de afloop',
  decided: 'Bericht dat de directie heeft beslist',
  closed: 'Bericht dat de klacht is gesloten',
  reopened: 'Bericht dat de klacht is heropend',
  letter: ({ letter }, { letters }) => {
    const sent = letters.find(({ id }) => id === letter);
    return sent ? `Brief (${letterNames[sent.kind]})` : 'Brief';
  },
  'letter-withdrawn': 'Bericht dat een brief niet uitgaat',
  undelivered: 'Bericht dat iets niet kon worden bezorgd',
  reminder: ({ deadline, article }) =>
    `Herinnering: ${deadlineWords[deadline].toLowerCase()} (${articleWords(article)})`,
  'forwarding-alarm': 'Bericht dat de klacht met de hand moet worden doorgegeven',
  receipt: 'Bericht dat de klacht is doorgegeven',
  'not-forwarded': 'Bericht dat niemand de klacht heeft gekregen',
  'set-up-fault': 'Bericht dat er iets verkeerd is ingesteld',
  'register-behind': 'Bericht dat er iets in het register ontbreekt',
  'stand-in': 'Bericht dat iemand invalt',
  'stand-in-ended': 'Bericht dat iemand niet meer invalt',
  'decreed-days': 'Bericht dat termijnen verschuiven',
  'talk-passed': 'Herinnering: leg vast wat er uit het gesprek kwam',
  'satisfaction-due': 'Herinnering: vraag hoe tevreden de klager is',
  measure: 'Bericht over een maatregel',
  'measure-done': 'Bericht dat een maatregel klaar is',
  'erasure-request': 'Vraag om akkoord om te wissen',
  'redaction-request': 'Vraag om akkoord om een tekst onleesbaar te maken',
  'erasure-warning': 'Bericht dat de persoonsgegevens binnenkort worden gewist',
  quarter: 'Bericht over de klachten van een kwartaal',
  digest: 'Overzicht van de dag',
};

function contentWords<K extends MessageKind>(
  content: ContentOf<K> & { kind: K },
  complaint: Complaint,
): string {
  const words = messageWords[content.kind];
  return typeof words === 'string' ? words : words(content, complaint);
}

const placeWords: Record<Exclude<Recipient['kind'], 'person'>, string> = {
  channel: 'het kanaal',
  mail: 'de klager',
};

function recipientWords(to: Recipient, { respondents, receiver, measures }: Complaint, desk: Desk): string {
  if (to.kind !== 'person') return placeWords[to.kind];
  const people = [...inOrderOfHandling(desk).map(({ person }) => person), ...respondents, receiver];
  const owner = measures.find(({ ownerId }) => ownerId === to.id)?.owner;
  return people.find(({ id }) => id === to.id)?.name ?? owner ?? 'een collega';
}
