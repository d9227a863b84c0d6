import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { Names, Picked } from '../adapter/colleagues.ts';
import type { Connector } from '../adapter/connector.ts';
import { nameless, nameOf, personName } from '../adapter/visitor.ts';
import type { Office } from './office.ts';

/** Milliseconds that somebody waits for a look-up: the person who waits for an answer comes first. */
const lookupTimeoutMs = 1500;

/** Milliseconds after which a look-up that has not ended is given up, and another one begins. */
const hangingMs = 20_000;

/** Looks at the desk, then at who was heard before as a colleague, then asks the platform. */
export function namesFor(office: Omit<Office, 'names'>, connector: Connector): Names {
  const { addresses, colleagues, register } = office;
  const underway = new Map<string, { began: number; found: Promise<Picked | undefined> }>();

  async function named(id: string): Promise<Picked> {
    const atTheDesk = inOrderOfHandling(register.desk()).find(({ person }) => person.id === id);
    if (atTheDesk) return { id, name: atTheDesk.person.name };
    const heard = nameOf((await addresses.contact(id))?.person);
    if (heard && (await colleagues.isKnown(id))) return { id, name: heard };
    const { began, found } = begun(id, heard);
    const remainingMs = Math.max(0, began + lookupTimeoutMs - performance.now());
    const inTime = await Promise.race([found, pause(remainingMs, undefined, { ref: false })]);
    return inTime ?? { id, name: heard ?? nameless };
  }

  /** One look-up of somebody at a time: what hangs is waited for once, however often it is asked. */
  function begun(id: string, heard: string | undefined) {
    const before = underway.get(id);
    if (before && performance.now() < before.began + hangingMs) return before;
    const found = lookedUp(id, heard)
      .catch(() => undefined)
      .finally(() => {
        if (underway.get(id) === lookup) underway.delete(id);
      });
    const lookup = { began: performance.now(), found };
    underway.set(id, lookup);
    return lookup;
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

/**
 * The dossier as it is shown: whoever had no name when they were written down is looked up again, and is called what is
 * known by now. Those who have none yet are told apart by a number, the same one in that dossier as long as it lasts. The
 * stored dossier stays as it is: a name that was found is kept in the address book.
 */
export async function withNames(dossier: Dossier, { names }: Pick<Office, 'names'>): Promise<Dossier> {
  const ids = [...namelessIn([dossier.journal, dossier.complaint])];
  if (ids.length === 0) return dossier;
  const found = await names(ids);
  const called = new Map(
    found.map(({ id, name }, i) => [
      id,
      name === nameless && ids.length > 1 ? `${nameless} (${i + 1})` : name,
    ]),
  );
  return renamed(dossier, called);
}

const isNameless = (value: object): value is Person =>
  'id' in value && typeof value.id === 'string' && 'name' in value && value.name === nameless;

/** The ids of people without a name anywhere in a value, in the order in which they first stand there. */
function namelessIn(value: unknown, ids = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return ids;
  if (isNameless(value)) ids.add(value.id);
  for (const inner of Object.values(value)) namelessIn(inner, ids);
  return ids;
}

/** The same value in which people without a name are called that. */
function renamed<T>(value: T, called: ReadonlyMap<string, string>): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, called)) as T;
  const entries = Object.entries(value).map(([name, inner]) => [name, renamed(inner, called)]);
  const copy = Object.fromEntries(entries);
  return isNameless(value) ? { ...copy, name: called.get(value.id) ?? nameless } : copy;
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
