import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import { isPersonId, type PersonId } from '../../procedure/model/person-id.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { Names, Picked } from '../adapter/colleagues.ts';
import type { Connector } from '../adapter/connector.ts';
import { nameless, nameOf, personName } from '../adapter/visitor.ts';
import type { Office } from './office.ts';

/** How long an answer waits for a look-up, in milliseconds. */
const lookupTimeoutMs = 1500;

/** Milliseconds after which a look-up that hangs is given up, and another one may begin. */
const hangingMs = 20_000;

/** Finds names: at the desk, then among colleagues who were heard before, then by asking the platform. */
export function namesFor(
  office: Pick<Office, 'addresses' | 'colleagues' | 'register' | 'log'>,
  connector: Connector,
): Names {
  const { addresses, colleagues, register } = office;
  const underway = new Map<PersonId, { began: number; found: Promise<Picked | undefined> }>();

  async function named(id: PersonId): Promise<Picked> {
    const atTheDesk = inOrderOfHandling(register.desk()).find(({ person }) => person.id === id);
    if (atTheDesk) return { id, name: atTheDesk.person.name };
    const heard = nameOf((await addresses.contact(id))?.person);
    if (heard && (await colleagues.isKnown(id))) return { id, name: heard };
    const { began, found } = begun(id, heard);
    const remainingMs = Math.max(0, began + lookupTimeoutMs - performance.now());
    const inTime = await Promise.race([found, pause(remainingMs, undefined, { ref: false })]);
    return inTime ?? { id, name: heard ?? nameless };
  }

  /** Starts a look-up of somebody, or joins the one under way, so that a hanging one is waited for once. */
  function begun(id: PersonId, heard: string | undefined) {
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

  /** Looks somebody up as a member of their own chat with the bot; creates that chat where there is none, and sends nothing. */
  async function lookedUp(id: PersonId, heard: string | undefined): Promise<Picked | undefined> {
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
 * Completes a dossier for showing: looks up who had no name when they were written down. Those without a name get a number, the
 * same one throughout that dossier. The stored dossier does not change: a name that is found is kept in the address book.
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
  'id' in value &&
  typeof value.id === 'string' &&
  isPersonId(value.id) &&
  'name' in value &&
  value.name === nameless;

/** Collects the ids of people without a name anywhere in a value, in the order in which they first appear. */
function namelessIn(value: unknown, ids = new Set<PersonId>()): Set<PersonId> {
  if (typeof value !== 'object' || value === null) return ids;
  if (isNameless(value)) ids.add(value.id);
  for (const inner of Object.values(value)) namelessIn(inner, ids);
  return ids;
}

/** Copies a value and gives those people the names. */
function renamed<T>(value: T, called: ReadonlyMap<PersonId, string>): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, called)) as T;
  const entries = Object.entries(value).map(([name, inner]) => [name, renamed(inner, called)]);
  const copy = Object.fromEntries(entries);
  return isNameless(value) ? { ...copy, name: called.get(value.id) ?? nameless } : copy;
}
