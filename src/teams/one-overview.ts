import type { LocalDate } from '../procedure/articles/art02-periods.ts';
import type { ConversationAddress } from '../register/conversation-address.ts';
import type { Memo } from '../register/dossier.ts';
import { cardMessage } from './answer.ts';
import { noticeCard } from './cards/notice.ts';
import { root } from './channel.ts';
import type { Connector } from './connector.ts';
import type { Office } from './office.ts';

/** An overview that was asked for in a channel: on which day, and where it stands. */
type Asked = { day: LocalDate; address: ConversationAddress; activityId: string };

/** A channel has one overview of a day that was asked for: the one before it makes room, whichever thread it is in. */
export async function oneOverview(
  { address, activityId }: Omit<Asked, 'day'>,
  { store, clock, log }: Office,
  connector: Connector,
): Promise<void> {
  const id = `overview/${root(address).conversationId}`;
  const day = clock.today();
  try {
    const stored = await store.read<Memo<Asked>>(id);
    await store.write({ kind: 'memo', id, content: { day, address, activityId } }, stored?.etag);
    const before = stored?.document.content;
    if (before?.day !== day) return;
    await connector.replace(before.address, before.activityId, cardMessage(replaced, 'Overzicht'));
  } catch (error) {
    log.fault('an older overview was not replaced', error);
  }
}

const replaced = noticeCard({
  title: 'Dit overzicht is vervangen',
  text: 'Er is vandaag later een nieuw overzicht gevraagd. Dat staat verderop in dit kanaal.',
  tone: 'accent',
});
