import type { TeamsChannelAccount } from 'botbuilder';
import type { Person } from '../../procedure/model/complaint.ts';
import { Conflict, type Store } from '../../register/model/store.ts';
import type { Instant } from '../../time/local-date.ts';

/** How Teams describes somebody in a conversation. */
export type Member = Pick<TeamsChannelAccount, 'name' | 'userRole' | 'userPrincipalName' | 'tenantId'>;

/** Somebody who was picked from all of Teams, which offers guests of the tenant as well. */
export type Picked = Person & { isOutsider?: true };

/** Completes people of whom only the Entra object id is known (the people picker gives no names). */
export type Names = (ids: readonly string[]) => Promise<Picked[]>;

/** Who may speak to the bot, be picked as a respondent and be written to: the people of one tenant, without its guests. */
export type Colleagues = {
  /** Whether somebody was found to be a colleague before. */
  isKnown(personId: string): Promise<boolean>;
  /** Whether somebody is a colleague, as Teams describes them. That they are is remembered, by id; of others nothing is. */
  admits(personId: string, member: Member): Promise<boolean>;
};

/** Of the try-out: whoever there is. */
export const everybody: Colleagues = { isKnown: async () => true, admits: async () => true };

const outsiders = ['guest', 'anonymous'];

const memoOf = (personId: string) => `colleague/${personId}`;

export function colleaguesOf(
  tenantId: string,
  { store, clock }: { store: Store; clock: { now(): Instant } },
): Colleagues {
  const known = new Set<string>();

  async function remember(personId: string): Promise<void> {
    const memo = { kind: 'memo', id: memoOf(personId), content: { metAt: clock.now() } } as const;
    await store.write(memo).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
    known.add(personId);
  }

  return {
    async isKnown(personId) {
      if (known.has(personId)) return true;
      if (!(await store.read(memoOf(personId)))) return false;
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

/** Entra gives a guest an account name with #EXT# in it, whatever Teams calls their role. */
const isOutsider = ({ userRole, userPrincipalName, tenantId }: Member, ours: string): boolean =>
  outsiders.includes(userRole?.toLowerCase() ?? '') ||
  /#EXT#@/i.test(userPrincipalName ?? '') ||
  (tenantId !== undefined && tenantId.toLowerCase() !== ours.toLowerCase());
