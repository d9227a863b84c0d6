import type { Person } from '../../procedure/model/complaint.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import {
  type BulletinContent,
  type CaseContent,
  type ContentOf,
  type Message,
  type Recipient,
  readerOf,
} from '../../register/model/message.ts';
import { isOfBulletin } from '../../register/notify/bulletin-rules.ts';
import type { Instant } from '../../time/local-date.ts';
import type { Notice } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { withNames } from '../office/names.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import { bulletinCards } from './bulletin-cards.ts';
import type { Outgoing } from './case-card.ts';
import { stillNew } from './case-notices.ts';
import { caseCards } from './message-cards.ts';

/** Makes the card of a message, from the dossier as it is at the moment of sending. */
export async function outgoing(
  message: Message,
  stored: Dossier | undefined,
  office: Office,
): Promise<Outgoing> {
  const { id, content, to } = message;
  if (isOfBulletin(content)) return bulletinCard(content, office, readerOf(to));
  if (!stored) throw new Error(`A message of kind '${content.kind}' needs its dossier.`);
  const dossier = asArrived(message, stored, office.clock.now());
  return caseMessageCard(id, content, await withNames(dossier, office), to, office);
}

/** Returns a dossier as it is once that message has arrived: its card does not say of itself that it waits. */
const asArrived = ({ id }: Message, dossier: Dossier, at: Instant): Dossier => ({
  ...dossier,
  outbox: dossier.outbox.map((message) =>
    message.id === id
      ? { ...message, status: 'sent', sentAt: at, attempts: [...message.attempts, { at }] }
      : message,
  ),
});

async function bulletinCard<K extends BulletinContent['kind']>(
  content: ContentOf<K, BulletinContent> & { kind: K },
  office: Office,
  reader: Person,
): Promise<Outgoing> {
  return bulletinCards[content.kind].card(content, office, reader);
}

async function caseMessageCard<K extends CaseContent['kind']>(
  id: string,
  content: ContentOf<K, CaseContent> & { kind: K },
  dossier: Dossier,
  to: Recipient,
  office: Office,
): Promise<Outgoing> {
  const reader = readerOf(to);
  const isNew = content.kind === 'case' ? '' : stillNew(dossier, reader, office.register.desk());
  const caseWith = ({ text, tone }: Notice): Promise<Card> =>
    caseOf(dossier, reader, office, { text: [isNew, text].filter(Boolean).join('\n'), tone });
  return caseCards[content.kind].card({ id, content, dossier, to, reader, office, caseWith });
}
