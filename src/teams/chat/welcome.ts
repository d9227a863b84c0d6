import type { Activity } from 'botbuilder';
import { deskRole } from '../../procedure/model/desk.ts';
import type { Memo } from '../../register/model/dossier.ts';
import { Conflict } from '../../register/model/store.ts';
import type { Instant } from '../../time/local-date.ts';
import type { Visitor } from '../adapter/visitor.ts';
import { channelHelpCard, helpCard } from '../cards/help.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';

/** Teams tells of one installation by two activities, and may repeat each: within so many milliseconds it is the same. */
const sameInstallationMs = 10 * 60_000;

/** The welcome, when that activity says that the bot came into a chat or a team and nobody was welcomed there for it yet. */
export async function welcome(
  activity: Partial<Activity>,
  visitor: Visitor,
  office: Office,
): Promise<Card | undefined> {
  if (!isInstallation(activity) || !(await isFirst(visitor.address.conversationId, office))) return undefined;
  if (!visitor.personal) return channelHelpCard(true);
  return helpCard({ role: deskRole(visitor.person, office.register.desk()), isNew: true });
}

function isInstallation({ type, action, membersAdded, recipient }: Partial<Activity>): boolean {
  if (type === 'installationUpdate') return action === 'add';
  if (type !== 'conversationUpdate' || !Array.isArray(membersAdded) || !recipient?.id) return false;
  return membersAdded.some((member) => member?.id === recipient.id);
}

/** Who is second, also at the same moment on another instance, hears so. */
async function isFirst(conversationId: string, { store, clock }: Office): Promise<boolean> {
  const id = `welcomed/${conversationId}`;
  const stored = await store.read<Memo<Instant>>(id);
  const before = stored?.document.content;
  if (before && Date.parse(clock.now()) - Date.parse(before) < sameInstallationMs) return false;
  try {
    await store.write({ kind: 'memo', id, content: clock.now() }, stored?.etag);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
