import { randomUUID } from 'node:crypto';
import { longDate } from '../letters/dutch-date.ts';
import { positionText } from '../letters/letter.ts';
import { decisionTrigger } from '../procedure/articles/art08-decision.ts';
import type { Complaint } from '../procedure/complaint.ts';
import { deadline } from '../procedure/deadlines.ts';
import { digest } from '../register/digest.ts';
import type { Dossier } from '../register/dossier.ts';
import type { Message } from '../register/message.ts';
import { caseOf } from './answers.ts';
import type { Card } from './card.ts';
import type { Notice } from './cards/banner.ts';
import { digestCard } from './cards/digest.ts';
import { positionCard } from './cards/position.ts';
import { statementRequestCard } from './cards/statement-request.ts';
import { unassignedCard } from './cards/unassigned.ts';
import { erasureRequest, erasureWarning } from './erasure-messages.ts';
import { withNames } from './names.ts';
import type { Office } from './office.ts';
import { receiptCard } from './registration.ts';
import { reminderCard } from './reminder-card.ts';
import { notForwarded, registerBehind, setUpFault, stuckMessage } from './stuck.ts';
import { undeliveredText } from './undelivered-text.ts';

/** A card to send by itself; `summary` shows in a notification, so it holds no name and no content. */
export type Outgoing = { card: Card; summary: string };

/**
 * The card of a message, made from the dossier as it is at the moment of sending. Everybody has the dossier with the
 * buttons that are open to them; a respondent only what is put to them.
 */
export async function outgoing(
  message: Message,
  stored: Dossier | undefined,
  office: Office,
): Promise<Outgoing> {
  const { content, to } = message;
  if (content.kind === 'digest') return digestOf(office);
  if (content.kind === 'set-up-fault') return setUpFault(content, office);
  if (content.kind === 'register-behind') return registerBehind(content, office);
  if (!stored) throw new Error(`A message of kind '${content.kind}' needs its dossier.`);
  const dossier = await withNames(stored, office);
  const { id, complaint } = dossier;
  const reader = { id: to.kind === 'person' ? to.id : '', name: '' };
  const caseWith = (notice: Notice): Promise<Card> => caseOf(dossier, reader, office, notice);
  switch (content.kind) {
    case 'case':
      return {
        card: await caseWith({
          text: `Zaak ${id} is nu bij jou. Hieronder staat wat de regeling van je vraagt.`,
          tone: 'accent',
        }),
        summary: `Klacht ${id} is bij jou`,
      };
    case 'unassigned':
      return {
        card: unassignedCard({ complaint }),
        summary: `Klacht ${id} heeft niemand die haar behandelt`,
      };
    case 'forwarding-alarm':
      return stuckMessage(content, dossier, to, office);
    case 'not-forwarded':
      return notForwarded(dossier, office);
    case 'receipt':
      return { card: receiptCard(dossier, office), summary: `Klacht ${id} is doorgegeven` };
    case 'statement-request':
      return {
        card: statementRequestCard({ complaint, formId: randomUUID() }),
        summary: `Klacht ${id}: we vragen om jouw verklaring`,
      };
    case 'statement-given':
      return {
        card: await caseWith({ text: statementGiven(complaint), tone: 'accent' }),
        summary: `Klacht ${id}: er is een verklaring`,
      };
    case 'position':
      return {
        card: positionCard({ number: id, text: positionText(complaint, office.calendar) }),
        summary: `Klacht ${id}: het standpunt van Ballance`,
      };
    case 'decision-request':
      return {
        card: await caseWith({ text: decisionAsked(complaint, office), tone: 'warning' }),
        summary: `Klacht ${id} vraagt een beslissing van de directie`,
      };
    case 'undelivered':
      if (reader.id !== complaint.handler?.person.id) return stuckMessage(content, dossier, to, office);
      return {
        card: await caseWith({ text: undeliveredText(content, dossier, office), tone: 'attention' }),
        summary: `Klacht ${id}: een bericht is niet aangekomen`,
      };
    case 'reminder':
      return {
        card: await reminderCard(content, dossier, to, office),
        summary: `Herinnering: klacht ${id}, artikel ${content.article}`,
      };
    case 'erasure-request':
      return erasureRequest(dossier, reader, office);
    case 'erasure-warning':
      return erasureWarning(dossier, reader, content.on, office);
    case 'letter':
      throw new Error('A letter goes by e-mail, not through Teams.');
    default:
      return content satisfies never;
  }
}

function statementGiven({ statements }: Complaint): string {
  const who = statements.at(-1)?.of?.name ?? 'De klager';
  return `${who} heeft een verklaring gegeven. Ze staat in het dossier.`;
}

/** Art. 8: what is asked of the board, and until when. */
function decisionAsked(complaint: Complaint, { calendar }: Office): string {
  const { dueOn } = deadline('decision', decisionTrigger(complaint), calendar);
  return (
    'De klager ziet af van een gesprek. Daarom vraagt artikel 8 een definitieve beslissing van de directie: ' +
    `de klager moet die uiterlijk ${longDate(dueOn)} hebben. Gebruik de knop “Definitieve beslissing”.`
  );
}

async function digestOf({ store, register, clock, table }: Office): Promise<Outgoing> {
  const card = digestCard(await digest(store, register.desk(), clock.today(), table));
  return { card, summary: 'Overzicht van de open klachten' };
}
