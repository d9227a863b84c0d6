import type { Person } from '../../procedure/model/complaint.ts';
import type { BulletinContent, ContentOf } from '../../register/model/message.ts';
import type { Office } from '../office/office.ts';
import type { MessageCard, Outgoing } from './case-card.ts';
import { decreedDays } from './decreed-days-card.ts';
import { registerBehind, setUpFault } from './fault-cards.ts';
import { quarterOver } from './quarter-card.ts';
import { digestOf } from './reminder.ts';
import { standIn, standInEnded } from './stand-in-cards.ts';

type BulletinCard<C extends BulletinContent> = MessageCard & {
  card(content: C, office: Office, reader: Person): Outgoing | Promise<Outgoing>;
};

type BulletinCards = { [K in BulletinContent['kind']]: BulletinCard<ContentOf<K, BulletinContent>> };

/** Every kind of message that belongs to no dossier. */
export const bulletinCards: BulletinCards = {
  'set-up-fault': { asksToAct: true, card: setUpFault },
  'register-behind': { asksToAct: true, card: registerBehind },
  'stand-in': { asksToAct: true, card: standIn },
  'stand-in-ended': { asksToAct: false, card: standInEnded },
  'decreed-days': { asksToAct: true, card: decreedDays },
  quarter: { asksToAct: false, card: quarterOver },
  digest: { asksToAct: false, card: (_, office) => digestOf(office) },
};
