import type { Activity } from 'botbuilder';
import { deskRole } from '../../procedure/model/desk.ts';
import { readMemo, writeMemo } from '../../register/model/memo.ts';
import { memos } from '../../register/model/memos.ts';
import { Conflict } from '../../register/model/store.ts';
import { millisecondsBetween } from '../../time/local-date.ts';
import type { Visitor } from '../adapter/visitor.ts';
import { channelHelpCard, helpCard } from '../cards/help.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';

/** Activities within so many milliseconds are of one installation: Teams sends two for it, and may repeat each. */
const sameInstallationMs = 10 * 60_000;

/** Makes the welcome when the activity installs the bot in a chat or a team, once for each installation. */
export async function welcome(
  activity: Partial<Activity>,
  visitor: Visitor,
  office: Office,
): Promise<Card | undefined> {
  if (!isInstallation(activity) || !(await isFirst(visitor.address.conversationId, office))) return undefined;
  if (!visitor.personal) return channelHelpCard(true);
  const desk = office.register.desk();
  return helpCard({ role: deskRole(visitor.person, desk), isNew: true, desk });
}

function isInstallation({ type, action, membersAdded, recipient }: Partial<Activity>): boolean {
  if (type === 'installationUpdate') return action === 'add';
  if (type !== 'conversationUpdate' || !Array.isArray(membersAdded) || !recipient?.id) return false;
  return membersAdded.some((member) => member?.id === recipient.id);
}

/** Notes the installation. False for the second activity of it, also when another instance notes it at the same moment. */
async function isFirst(conversationId: string, { store, clock }: Office): Promise<boolean> {
  const key = memos.welcomed.of(conversationId);
  const { content: before, etag } = await readMemo(store, key);
  if (before && millisecondsBetween(before, clock.now()) < sameInstallationMs) return false;
  try {
    await writeMemo(store, key, clock.now(), etag);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
