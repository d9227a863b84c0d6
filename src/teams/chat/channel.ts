import { isAtDesk } from '../../procedure/model/desk.ts';
import { linkChannel, linkedChannel } from '../../register/model/linked-channel.ts';
import { readMemo, writeMemo } from '../../register/model/memo.ts';
import { memos, type Overview } from '../../register/model/memos.ts';
import type { ConversationAddress } from '../../register/model/shown-messages.ts';
import { digest } from '../../register/notify/digest.ts';
import type { Connector } from '../adapter/connector.ts';
import { cardMessage } from '../adapter/responses.ts';
import type { Visitor } from '../adapter/visitor.ts';
import { digestCard } from '../cards/channel.ts';
import { channelHelpCard } from '../cards/help.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import type { Command } from './command.ts';

const say = (title: string, text: string): Card => noticeCard({ title, text, tone: 'accent' });

/** Answers a command in a channel, where everybody reads along: never anything of a dossier. */
export async function inChannel(command: Command, visitor: Visitor, office: Office): Promise<Card> {
  switch (command.name) {
    case 'link':
      return link(visitor, office);
    case 'unlink':
      return unlink(visitor, office);
    case 'overview':
      if (visitor.isShared) return notShared('Het overzicht komt niet in een gedeeld kanaal', 'overzicht');
      return (await mayReadOverview(visitor, office)) ? overview(office) : elsewhere(office);
    case 'help':
      return channelHelpCard();
    default:
      return say(
        'Dat doe ik niet in een kanaal',
        'Klachten zijn vertrouwelijk en hier leest iedereen mee. Open de persoonlijke chat met mij en typ daar je opdracht, bijvoorbeeld “klacht” of “help”.',
      );
  }
}

/**
 * Tells whether the overview may be shown: in the linked channel, and to somebody at the desk anywhere but in a shared channel.
 * Another channel or group chat may have members whom the number of complaints does not concern.
 */
export async function mayReadOverview(visitor: Visitor, office: Office): Promise<boolean> {
  if (visitor.isShared) return false;
  if (isTheirs(visitor, office)) return true;
  const linked = await linkedChannel(office.store);
  return linked?.address.conversationId === root(visitor.address).conversationId;
}

const overview = async ({ store, register, clock, config, botId }: Office): Promise<Card> =>
  digestCard(await digest(store, register.desk(), clock.today(), config), botId);

const elsewhere = async ({ store }: Office): Promise<Card> =>
  say(
    'Het overzicht staat niet hier',
    (await linkedChannel(store))
      ? 'Het overzicht komt elke werkdag in het kanaal dat daarvoor is gekoppeld. Typ het daar na @Klachtenbot, of vraag het aan de klachtenfunctionaris.'
      : 'Er is nog geen kanaal gekoppeld voor het overzicht. Dat doet de klachtenfunctionaris, een vervanger of de directie. Vraag het een van hen.',
  );

/** Returns the channel itself, without the thread in which the command was typed. */
const root = (address: ConversationAddress): ConversationAddress => ({
  ...address,
  conversationId: address.conversationId.split(';')[0] ?? '',
});

const isTheirs = ({ person }: Visitor, { register }: Office): boolean => isAtDesk(person, register.desk());

const notYours = say(
  'Dat kan alleen de klachtenfunctionaris',
  'Een kanaal koppelen of ontkoppelen doen de klachtenfunctionaris, een vervanger of de directie. Vraag het een van hen.',
);

const notShared = (title: string, command: string): Card =>
  say(
    title,
    `In een gedeeld kanaal kunnen mensen van andere organisaties meelezen. Er is niets veranderd. Typ “@Klachtenbot ${command}” in een standaardkanaal of een privékanaal van je eigen team.`,
  );

async function link(visitor: Visitor, office: Office): Promise<Card> {
  if (!isTheirs(visitor, office)) return notYours;
  if (visitor.isShared) return notShared('Een gedeeld kanaal kan niet worden gekoppeld', 'koppel');
  const before = await linkedChannel(office.store);
  await linkChannel(office.store, { address: root(visitor.address), linkedAt: office.clock.now() });
  office.addresses.heard({ kind: 'channel' });
  const moved = before && before.address.conversationId !== root(visitor.address).conversationId;
  return say(
    'Dit kanaal is gekoppeld',
    `Vanaf nu komen de herinneringen hier, en elke werkdag het overzicht. Er staan nooit namen in.${
      moved ? ' Het kanaal dat eerder gekoppeld was, krijgt ze niet meer.' : ''
    } Stoppen kan met “@Klachtenbot ontkoppel”.`,
  );
}

async function unlink(visitor: Visitor, office: Office): Promise<Card> {
  if (!isTheirs(visitor, office)) return notYours;
  const before = await linkedChannel(office.store);
  if (before?.address.conversationId !== root(visitor.address).conversationId) {
    return say(
      'Dit kanaal was niet gekoppeld',
      'Er is niets veranderd. Koppelen kan met “@Klachtenbot koppel”.',
    );
  }
  await linkChannel(office.store, undefined);
  return say(
    'Dit kanaal is ontkoppeld',
    'Hier komen geen herinneringen en geen overzicht meer. De klachtverantwoordelijke krijgt de herinneringen nog wel in de eigen chat.',
  );
}

/** Replaces the earlier overview of the same day, in whichever thread it is, so that a channel has one. */
export async function oneOverview(
  { address, activityId }: Omit<Overview, 'day'>,
  { store, clock, log }: Office,
  connector: Connector,
): Promise<void> {
  const key = memos.overview.of(root(address).conversationId);
  const day = clock.today();
  try {
    const { content: before, etag } = await readMemo(store, key);
    await writeMemo(store, key, { day, address, activityId }, etag);
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
