import type { Instant } from '../../time/local-date.ts';
import type { Memo } from './dossier.ts';
import type { Store } from './store.ts';

/** The one channel that gets the reminders and the digest. */
export type ChannelLink = { address: ConversationAddress; linkedAt: Instant };

const id = 'channel';

/** Undefined when no channel is linked. */
export async function linkedChannel(store: Store): Promise<ChannelLink | undefined> {
  const stored = await store.read<Memo<ChannelLink | null>>(id);
  return stored?.document.content ?? undefined;
}

/** Links that channel in place of the one before it; without a link there is none any more. */
export async function linkChannel(store: Store, link: ChannelLink | undefined): Promise<void> {
  const stored = await store.read(id);
  await store.write({ kind: 'memo', id, content: link ?? null }, stored?.etag);
}

/** Our own record of where a conversation is, whatever SDK carries it. */
export type ConversationAddress = {
  serviceUrl: string;
  conversationId: string;
  tenantId?: string;
  /** The bot's own id in that conversation ('28:…'). */
  botId: string;
};
