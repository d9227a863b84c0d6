import { runningDeadlines } from '../procedure/running.ts';
import { channelRow, digest } from '../register/digest.ts';
import type { Dossier } from '../register/dossier.ts';
import type { Message } from '../register/message.ts';
import { caseOf } from './answers.ts';
import type { Card } from './card.ts';
import { channelReminderCard } from './cards/channel-reminder.ts';
import { digestCard } from './cards/digest.ts';
import { unassignedCard } from './cards/unassigned.ts';
import type { Office } from './office.ts';
import { stuckMessage } from './stuck.ts';

/** A card to send by itself; `summary` shows in a notification, so it holds no name and no content. */
export type Outgoing = { card: Card; summary: string };

/** The card of a message, made from the dossier as it is at the moment of sending. */
export async function outgoing(
  message: Message,
  dossier: Dossier | undefined,
  office: Office,
): Promise<Outgoing> {
  const { content, to } = message;
  if (content.kind === 'digest') return digestOf(office);
  if (!dossier) throw new Error(`A message of kind '${content.kind}' needs its dossier.`);
  const { id, complaint } = dossier;
  switch (content.kind) {
    case 'case': {
      const notice = {
        text: `Zaak ${id} is nu bij jou. Hieronder staat wat de regeling van je vraagt.`,
        tone: 'accent',
      } as const;
      return {
        card: await caseOf(dossier, { id: to.kind === 'person' ? to.id : '', name: '' }, office, notice),
        summary: `Klacht ${id} is bij jou`,
      };
    }
    case 'unassigned':
      return {
        card: unassignedCard({ complaint }),
        summary: `Klacht ${id} heeft niemand die haar behandelt`,
      };
    case 'reminder': {
      const summary = `Herinnering: klacht ${id}, artikel ${content.article}`;
      const row = reminderRow(dossier, content.deadline, office);
      const person =
        to.kind === 'person' && complaint.handler?.person.id === to.id ? complaint.handler.person : undefined;
      if (!person) return { card: channelReminderCard(row), summary };
      const notice = { text: 'Dit is een herinnering.', tone: row.late ? 'attention' : 'warning' } as const;
      return { card: await caseOf(dossier, person, office, notice), summary };
    }
    case 'forwarding-alarm':
      return stuckMessage(dossier, to);
    default:
      return content satisfies never;
  }
}

function reminderRow({ id, complaint }: Dossier, kind: string, { clock, table, calendar }: Office) {
  const deadline = runningDeadlines(complaint, calendar).find((running) => running.kind === kind);
  if (!deadline) throw new Error(`No deadline '${kind}' runs for ${id}.`);
  return channelRow(id, deadline, clock.today(), table);
}

async function digestOf({ store, register, clock, table }: Office): Promise<Outgoing> {
  const card = digestCard(await digest(store, await register.desk(), clock.today(), table));
  return { card, summary: 'Overzicht van de open klachten' };
}
