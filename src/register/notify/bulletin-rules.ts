import type { View } from '../../procedure/access.ts';
import { isAmong, isAtDesk } from '../../procedure/model/desk.ts';
import {
  type BulletinContent,
  type Content,
  type ContentOf,
  type Recipient,
  readerOf,
} from '../model/message.ts';

/** What holds for a message of any kind. */
export type Rule = {
  /** The order in a line, lowest first: forwarding (Art. 5), alarms and letters; last what only reminds or sums up. */
  urgency: 0 | 1 | 2 | 3;
};

type BulletinRule<C extends BulletinContent> = Rule & {
  mayReceive(content: C, to: Recipient, view: View): boolean;
};

type BulletinRules = { [K in BulletinContent['kind']]: BulletinRule<ContentOf<K, BulletinContent>> };

/** Every kind of message that belongs to no dossier; set-up-faults.ts tells the next at the desk where a fault is not read. */
export const bulletinRules: BulletinRules = {
  'set-up-fault': { mayReceive: (_, to, view) => isPersonAtDesk(to, view), urgency: 0 },
  'register-behind': { mayReceive: (_, to, view) => isPersonAtDesk(to, view), urgency: 0 },
  /** Only as long as that absence stands as it was told. */
  'stand-in': {
    mayReceive: ({ absent, from, until }, to, view) =>
      isPersonAtDesk(to, view) &&
      view.desk.absences.some(
        (one) => one.person.id === absent && one.from === from && one.until === until && until >= view.today,
      ),
    urgency: 1,
  },
  'stand-in-ended': { mayReceive: (_, to, view) => isPersonAtDesk(to, view), urgency: 1 },
  'decreed-days': { mayReceive: (_, to, view) => isPersonAtDesk(to, view), urgency: 1 },
  quarter: { mayReceive: (_, to, { desk }) => isAmong(readerOf(to), desk.board), urgency: 3 },
  digest: { mayReceive: ({ day }, _, { today }) => day === today, urgency: 3 },
};

export const isOfBulletin = (content: Content): content is BulletinContent =>
  Object.hasOwn(bulletinRules, content.kind);

const isPersonAtDesk = (to: Recipient, { desk }: View): boolean => isAtDesk(readerOf(to), desk);
