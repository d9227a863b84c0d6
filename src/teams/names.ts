import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../procedure/complaint.ts';
import { inOrderOfHandling } from '../procedure/desk.ts';
import type { Connector } from './connector.ts';
import type { Office } from './office.ts';
import { nameless, nameOf, personName } from './visitor.ts';

/** Milliseconds that a look-up may take: the person who waits for an answer comes first. */
const patience = 1500;

/** Somebody who was picked from all of Teams, which offers guests of the tenant as well. */
export type Picked = Person & { isOutsider?: true };

/** Completes people of whom only the Entra object id is known (the people picker gives no names). */
export type Names = (ids: readonly string[]) => Promise<Picked[]>;

/** Looks at the desk, then at who was heard before as a colleague, then asks the platform. */
export function namesFor(office: Office, connector: Connector): Names {
  const { addresses, colleagues, register } = office;

  async function named(id: string): Promise<Picked> {
    const atTheDesk = inOrderOfHandling(register.desk()).find(({ person }) => person.id === id);
    if (atTheDesk) return { id, name: atTheDesk.person.name };
    const heard = nameOf((await addresses.contact(id))?.person);
    if (heard && (await colleagues.isKnown(id))) return { id, name: heard };
    const asked = lookedUp(id, heard).catch(() => undefined);
    const found = await Promise.race([asked, pause(patience, undefined, { ref: false })]);
    return found ?? { id, name: heard ?? nameless };
  }

  /** Their own chat with the bot knows somebody; that is made when there is none, and nothing is said in it. */
  async function lookedUp(id: string, heard: string | undefined): Promise<Picked | undefined> {
    const home = await addresses.home();
    if (!home) return undefined;
    const address = await connector.chatWith(id, home);
    const member = await connector.memberIn(address, id);
    const name = heard ?? personName(member.name);
    if (!(await colleagues.admits(id, member))) return { id, name: name || nameless, isOutsider: true };
    if (!name) return undefined;
    await addresses.record({ id, name }, address);
    return { id, name };
  }

  return (ids) => Promise.all(ids.map(named));
}

/** Who of them cannot be a respondent, in a sentence for the field in which they were picked; undefined when all can. */
export function outsidersIn(people: readonly Picked[]): string | undefined {
  const names = people.filter(({ isOutsider }) => isOutsider).map(({ name }) => name);
  const last = names.pop();
  if (last === undefined) return undefined;
  const who = names.length > 0 ? `${names.join(', ')} en ${last} zijn gasten` : `${last} is een gast`;
  return (
    `${who} en geen medewerker van Ballance. Kies alleen collega’s. ` +
    'Gaat de klacht over iemand van buiten? Schrijf dat dan in de tekst van de klacht of in een notitie.'
  );
}
