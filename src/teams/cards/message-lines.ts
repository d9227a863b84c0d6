import { type Desk, inOrderOfHandling } from '../../procedure/desk.ts';
import type { Content, Message, Recipient } from '../../register/message.ts';
import { deadlineWords, messageStatusWords } from '../words.ts';
import { momentWords, type WallClock } from './journal-lines.ts';

/** One message of the ledger: the proof of who was told, and when (Art. 5). */
export type MessageLine = { what: string; status: string };

export const messageLine = (message: Message, desk: Desk, clock: WallClock): MessageLine => ({
  what: `${contentWords(message.content)} voor ${recipientWords(message.to, desk)}`,
  status: `${messageStatusWords[message.status]} · ${momentWords(message.sentAt ?? message.queuedAt, clock)}`,
});

function contentWords(content: Content): string {
  switch (content.kind) {
    case 'case':
      return 'De kaart van deze klacht';
    case 'unassigned':
      return 'Bericht dat niemand deze klacht kan behandelen';
    case 'reminder':
      return `Herinnering: ${deadlineWords[content.deadline].toLowerCase()} (artikel ${content.article})`;
    case 'forwarding-alarm':
      return 'Bericht dat de klacht met de hand moet worden doorgegeven';
    case 'digest':
      return 'Overzicht van de dag';
    default:
      return content satisfies never;
  }
}

function recipientWords(to: Recipient, desk: Desk): string {
  if (to.kind === 'channel') return 'het kanaal';
  return inOrderOfHandling(desk).find(({ person }) => person.id === to.id)?.person.name ?? 'een collega';
}
