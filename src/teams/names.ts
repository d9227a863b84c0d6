import type { Person } from '../procedure/complaint.ts';
import { inOrderOfHandling } from '../procedure/desk.ts';
import type { Connector } from './connector.ts';
import type { Office } from './office.ts';
import { nameOfColleague } from './roster.ts';
import { nameless, nameOf } from './visitor.ts';

/** Completes people of whom only the Entra object id is known (the people picker gives no names). */
export type Names = (ids: readonly string[]) => Promise<Person[]>;

/** Looks at the desk, then at who was heard before, then asks the platform. */
export const namesFor =
  (office: Office, connector: Connector): Names =>
  async (ids) => {
    const desk = inOrderOfHandling(await office.register.desk()).map(({ person }) => person);
    return Promise.all(
      ids.map(async (id) => {
        const name =
          desk.find((person) => person.id === id)?.name ??
          nameOf((await office.addresses.contact(id))?.person) ??
          (await nameOfColleague(id, office, connector));
        return { id, name: name ?? nameless };
      }),
    );
  };
