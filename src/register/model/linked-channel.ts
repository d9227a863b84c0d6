import { readMemo, writeMemo } from './memo.ts';
import { type ChannelLink, memos } from './memos.ts';
import type { Store } from './store.ts';

/** Returns the linked channel; undefined when there is none. */
export const linkedChannel = async (store: Store): Promise<ChannelLink | undefined> =>
  (await readMemo(store, memos.channel)).content ?? undefined;

/** Links a channel in place of the one before; without a link, none is linked any more. */
export async function linkChannel(store: Store, link: ChannelLink | undefined): Promise<void> {
  const { etag } = await readMemo(store, memos.channel);
  await writeMemo(store, memos.channel, link ?? null, etag);
}
