import { oneLine } from '../letters/readable.ts';
import { type PersonId, personId } from '../procedure/model/person-id.ts';
import type { Kind, Reading, SettingName } from './reader.ts';
import { guid, mailAddress } from './reader.ts';

/** A person at the desk. `id` is the Entra object id, a lower-case GUID. */
type Member = { id: PersonId; name: string; mail: string };

/** The officer, the substitutes and the board (Art. 5 and 8). */
export type DeskMembers = { officer: Member; substitutes: Member[]; board: Member[] };

const id = guid('a GUID');

const member: Kind<Member> = {
  expected:
    'Name <address> GUID, such as Lars Brouwer <lars@example.nl> 00000000-0000-4000-8000-000000000011',
  parse(text) {
    const [, name, mail, object] = /^([^<>;]*[^<>;\s])\s*<([^<>]+)>\s*(\S+)$/.exec(text) ?? [];
    if (!name || oneLine(name) === '' || !mailAddress.parse(mail ?? '')) return undefined;
    const known = id.parse(object ?? '');
    return known && mail ? { id: personId(known), name: oneLine(name), mail } : undefined;
  },
};

/**
 * Reads OFFICER, SUBSTITUTES and BOARD. In the try-out its own people take the roles that are not given; otherwise an
 * officer and a board are required. A person who is at the desk twice is a fault.
 */
export function deskMembers(read: Reading, tryout: true): Partial<DeskMembers>;
export function deskMembers(read: Reading, tryout: false): DeskMembers;
export function deskMembers(read: Reading, tryout: boolean): Partial<DeskMembers> {
  const officer = tryout ? read.optional('OFFICER', member) : read.required('OFFICER', member);
  const substitutes = list(read, 'SUBSTITUTES') ?? (tryout ? undefined : []);
  const board = list(read, 'BOARD');
  if (!board && !tryout)
    read.fault('BOARD', `is missing; expected one or more, separated by ;, of ${member.expected}`);

  const placed = new Map<PersonId, SettingName>();
  const place = (name: SettingName, people: (Member | undefined)[] = []): void => {
    for (const [at, person] of people.entries()) {
      if (!person) continue;
      const before = placed.get(person.id);
      if (before) read.fault(name, `person ${at + 1} stands in ${before} too; expected each person once`);
      placed.set(person.id, before ?? name);
    }
  };
  place('OFFICER', [officer]);
  place('SUBSTITUTES', substitutes);
  place('BOARD', board);
  return { officer, substitutes, board };
}

function list(read: Reading, name: SettingName): Member[] | undefined {
  const entries = (read.given(name) ?? '').split(';').map((entry) => entry.trim());
  const people = entries
    .filter((entry) => entry !== '')
    .map((entry, at) => read.check(name, entry, member, `person ${at + 1}`));
  return people.length === 0 ? undefined : people.filter((person) => person !== undefined);
}
