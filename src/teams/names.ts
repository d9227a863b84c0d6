import type { Person } from '../procedure/complaint.ts';
import { inOrderOfHandling } from '../procedure/desk.ts';
import type { Connector } from './connector.ts';
import type { Office } from './office.ts';
import { nameOfColleague } from './roster.ts';

/** Completes people of whom only the Entra object id is known (the people picker gives no names). */
export type Names = (ids: readonly string[]) => Promise<Person[]>;

/** What a colleague is called as long as nobody knows his name. */
const nameless = 'Een collega';

/** Looks at the desk, then at who was heard before, then asks the platform. */
export const namesFor =
  (office: Office, connector: Connector): Names =>
  async (ids) => {
    const desk = inOrderOfHandling(await office.register.desk()).map(({ person }) => person);
    return Promise.all(
      ids.map(async (id) => {
        const name =
          desk.find((person) => person.id === id)?.name ??
          (await office.addresses.contact(id))?.person.name ??
          (await nameOfColleague(id, office, connector));
        return { id, name: name ?? nameless };
      }),
    );
  };
