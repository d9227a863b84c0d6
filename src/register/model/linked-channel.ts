import { readMemo, writeMemo } from './memo.ts';
import { type ChannelLink, memos } from './memos.ts';
import type { Store } from './store.ts';

/** Undefined when no channel is linked. */
export const linkedChannel = async (store: Store): Promise<ChannelLink | undefined> =>
  (await readMemo(store, memos.channel)).content ?? undefined;

/** Links that channel in place of the one before it; without a link there is none any more. */
export async function linkChannel(store: Store, link: ChannelLink | undefined): Promise<void> {
  const { etag } = await readMemo(store, memos.channel);
  await writeMemo(store, memos.channel, link ?? null, etag);
}
