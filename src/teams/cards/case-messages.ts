import { letterNames } from '../../letters/words.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { Content, Message, Recipient } from '../../register/model/message.ts';
import { lastTryOf, triesOf } from '../../register/model/outbox.ts';
import { momentWords, type WallClock } from './case-journal.ts';
import { deadlineWords, faultWords, messageStatusWords } from './words.ts';

/** A message of the ledger: the proof of who was told, and when (Art. 5). */
export type MessageLine = { what: string; status: string };

export const messageLine = (
  message: Message,
  complaint: Complaint,
  desk: Desk,
  clock: WallClock,
): MessageLine => ({
  what: `${contentWords(message.content, complaint)} voor ${recipientWords(message.to, complaint, desk)}`,
  status: [messageStatusWords[message.status], ...course(message, clock), ...before(message, clock)].join(
    ' · ',
  ),
});

/** Words the messages that said the same before and are not kept any more. */
const before = ({ earlier }: Message, clock: WallClock): string[] =>
  earlier
    ? [
        `daarvoor ${earlier.times} keer hetzelfde sinds ${momentWords(earlier.since, clock)}, ${earlier.sent} keer bezorgd`,
      ]
    : [];

/** Words the course of a message: since when it waits or when it arrived, its tries, and the platform's id of it. */
function course(
  { status, queuedAt, sentAt, attempts, tryAt, activityId }: Message,
  clock: WallClock,
): string[] {
  const tries = triesOf({ attempts });
  const tried = `${tries} keer geprobeerd`;
  if (sentAt) {
    const several = tries > 1 ? [tried] : [];
    return [momentWords(sentAt, clock), ...several, ...(activityId ? [`kenmerk ${activityId}`] : [])];
  }
  const last = lastTryOf({ attempts });
  if (!last || status === 'withheld') return [momentWords(queuedAt, clock)];
  const words = last.fault && faultWords(last.fault);
  const why = words ? ` (${words})` : '';
  const again = tryAt ? [`opnieuw ${momentWords(tryAt, clock)}`] : [];
  return [`${tried}, het laatst ${momentWords(last.at, clock)}${why}`, ...again];
}

function contentWords(content: Content, { letters }: Complaint): string {
  switch (content.kind) {
    case 'case':
      return 'De kaart van deze klacht';
    case 'unassigned':
      return 'Bericht dat niemand deze klacht kan behandelen';
    case 'statement-request':
      return 'Vraag om een verklaring';
    case 'statement-given':
      return 'Bericht dat er een verklaring is';
    case 'position':
      return 'Het standpunt van Ballance';
    case 'decision-request':
      return 'Vraag om een definitieve beslissing';
    case 'letter': {
      const letter = letters.find(({ id }) => id === content.letter);
      return letter ? `Brief (${letterNames[letter.kind]})` : 'Brief';
    }
    case 'undelivered':
      return 'Bericht dat iets niet kon worden bezorgd';
    case 'reminder':
      return `Herinnering: ${deadlineWords[content.deadline].toLowerCase()} (artikel ${content.article})`;
    case 'forwarding-alarm':
      return 'Bericht dat de klacht met de hand moet worden doorgegeven';
    case 'receipt':
      return 'Bericht dat de klacht is doorgegeven';
    case 'not-forwarded':
      return 'Bericht dat niemand de klacht heeft gekregen';
    case 'set-up-fault':
      return 'Bericht dat er iets verkeerd is ingesteld';
    case 'register-behind':
      return 'Bericht dat er iets in het register ontbreekt';
    case 'erasure-request':
      return 'Vraag om akkoord om te wissen';
    case 'erasure-warning':
      return 'Bericht dat de persoonsgegevens binnenkort worden gewist';
    case 'digest':
      return 'Overzicht van de dag';
    default:
      return content satisfies never;
  }
}

function recipientWords(to: Recipient, { respondents, receiver }: Complaint, desk: Desk): string {
  if (to.kind === 'channel') return 'het kanaal';
  if (to.kind === 'mail') return 'de klager';
  const people = [...inOrderOfHandling(desk).map(({ person }) => person), ...respondents, receiver];
  return people.find(({ id }) => id === to.id)?.name ?? 'een collega';
}
