import type { TurnContext } from 'botbuilder';
import type { Person } from '../procedure/complaint.ts';
import { inOrderOfHandling } from '../procedure/desk.ts';
import type { Office } from './office.ts';
import { teamsMember } from './roster.ts';

/** Completes people of whom only the Entra object id is known (the people picker gives no names). */
export type Names = (ids: readonly string[]) => Promise<Person[]>;

/** What a colleague is called as long as nobody knows his name. */
const nameless = 'Een collega';

/** Looks at the desk, then at who was heard before, then in the roster of the conversation. */
export const namesFor =
  (context: TurnContext, { register, addresses }: Office): Names =>
  async (ids) => {
    const desk = inOrderOfHandling(await register.desk()).map(({ person }) => person);
    return Promise.all(
      ids.map(async (id) => {
        const name =
          desk.find((person) => person.id === id)?.name ??
          (await addresses.contact(id))?.person.name ??
          (await teamsMember(context, id));
        return { id, name: name ?? nameless };
      }),
    );
  };
