import { linkChannel, linkedChannel } from '../register/channel-link.ts';
import type { ConversationAddress } from '../register/conversation-address.ts';
import { digest } from '../register/digest.ts';
import type { Card } from './card.ts';
import { digestCard } from './cards/digest.ts';
import { channelHelpCard } from './cards/help.ts';
import { noticeCard } from './cards/notice.ts';
import type { Command } from './command.ts';
import { deskRole, type Office } from './office.ts';
import type { Visitor } from './visitor.ts';

const say = (title: string, text: string): Card => noticeCard({ title, text, tone: 'accent' });

/** What the bot answers in a channel, where everybody reads along: never anything of a dossier. */
export async function inChannel(command: Command, visitor: Visitor, office: Office): Promise<Card> {
  switch (command.name) {
    case 'link':
      return link(visitor, office);
    case 'unlink':
      return unlink(visitor, office);
    case 'overview': {
      const { store, register, clock, table } = office;
      return digestCard(await digest(store, await register.desk(), clock.today(), table));
    }
    case 'help':
      return channelHelpCard();
    default:
      return say(
        'Dat doe ik niet in een kanaal',
        'Klachten zijn vertrouwelijk en hier leest iedereen mee. Open de persoonlijke chat met mij en typ daar je opdracht, bijvoorbeeld "klacht" of "help".',
      );
  }
}

/** The channel itself, not the thread in it that the command was typed in. */
export const root = (address: ConversationAddress): ConversationAddress => ({
  ...address,
  conversationId: address.conversationId.split(';')[0] ?? '',
});

const mayLink = async ({ person }: Visitor, office: Office): Promise<boolean> =>
  deskRole(person, await office.register.desk()) !== 'colleague';

const notYours = say(
  'Dat kan alleen de klachtenfunctionaris',
  'Een kanaal koppelen of ontkoppelen doen de klachtenfunctionaris, een vervanger of de directie. Vraag het een van hen.',
);

async function link(visitor: Visitor, office: Office): Promise<Card> {
  if (!(await mayLink(visitor, office))) return notYours;
  const before = await linkedChannel(office.store);
  await linkChannel(office.store, { address: root(visitor.address), linkedAt: office.clock.now() });
  const moved = before && before.address.conversationId !== root(visitor.address).conversationId;
  return say(
    'Dit kanaal is gekoppeld',
    `Vanaf nu komen de herinneringen hier, en elke werkdag het overzicht. Er staan nooit namen in.${
      moved ? ' Het kanaal dat eerder gekoppeld was, krijgt ze niet meer.' : ''
    } Stoppen kan met "@Klachtenbot ontkoppel".`,
  );
}

async function unlink(visitor: Visitor, office: Office): Promise<Card> {
  if (!(await mayLink(visitor, office))) return notYours;
  const before = await linkedChannel(office.store);
  if (before?.address.conversationId !== root(visitor.address).conversationId) {
    return say(
      'Dit kanaal was niet gekoppeld',
      'Er is niets veranderd. Koppelen kan met "@Klachtenbot koppel".',
    );
  }
  await linkChannel(office.store, undefined);
  return say(
    'Dit kanaal is ontkoppeld',
    'Hier komen geen herinneringen en geen overzicht meer. De klachtverantwoordelijke krijgt zijn herinneringen nog wel in zijn eigen chat.',
  );
}
