import type { TeamsChannelAccount } from 'botbuilder';
import type { Person } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { readMemo, writeMemo } from '../../register/model/memo.ts';
import { memos } from '../../register/model/memos.ts';
import { Conflict, type Store } from '../../register/model/store.ts';
import type { Instant } from '../../time/local-date.ts';

/** A member of a conversation, as Teams describes them. */
export type Member = Pick<TeamsChannelAccount, 'name' | 'userRole' | 'userPrincipalName' | 'tenantId'>;

/** A person who was picked from all of Teams, which offers guests of the tenant as well. */
export type Picked = Person & { isOutsider?: true };

/** Finds names of people by Entra object id (the people picker gives no names). */
export type Names = (ids: readonly PersonId[]) => Promise<Picked[]>;

/** Who may speak to the bot, be picked as a respondent and be written to: the people of one tenant, without its guests. */
export type Colleagues = {
  /** Tells whether somebody was found to be a colleague before. */
  isKnown(personId: PersonId): Promise<boolean>;
  /** Tells whether somebody is a colleague, as Teams describes them. Remembers the id of who is; of others nothing. */
  admits(personId: PersonId, member: Member): Promise<boolean>;
};

/** Admits everybody, in the try-out. */
export const everybody: Colleagues = { isKnown: async () => true, admits: async () => true };

const outsiders = ['guest', 'anonymous'];

export function colleaguesOf(
  tenantId: string,
  { store, clock }: { store: Store; clock: { now(): Instant } },
): Colleagues {
  const known = new Set<PersonId>();

  async function remember(personId: PersonId): Promise<void> {
    const met = { metAt: clock.now() };
    await writeMemo(store, memos.colleague.of(personId), met).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
    known.add(personId);
  }

  return {
    async isKnown(personId) {
      if (known.has(personId)) return true;
      if (!(await readMemo(store, memos.colleague.of(personId))).etag) return false;
      known.add(personId);
      return true;
    },
    async admits(personId, member) {
      if (isOutsider(member, tenantId)) return false;
      await remember(personId);
      return true;
    },
  };
}

/** Tells whether somebody is no colleague. Entra gives a guest an account name with #EXT#, whatever Teams calls their role. */
const isOutsider = ({ userRole, userPrincipalName, tenantId }: Member, ours: string): boolean =>
  outsiders.includes(userRole?.toLowerCase() ?? '') ||
  /#EXT#@/i.test(userPrincipalName ?? '') ||
  (tenantId !== undefined && tenantId.toLowerCase() !== ours.toLowerCase());
