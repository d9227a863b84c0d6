import { type TryoutPerson, tryoutPeople } from './people.ts';

type Member = Omit<TryoutPerson, 'role'>;
type Members = { officer: Member; substitutes: Member[]; board: Member[] };

const inRole = (role: TryoutPerson['role']): TryoutPerson[] =>
  tryoutPeople.filter((person) => person.role === role);

/** Completes the desk: who is configured, and the try-out's own people for the other roles. */
export function tryoutDesk({ officer, substitutes, board }: Partial<Members>): Members {
  const [lars] = inRole('officer');
  if (!lars) throw new Error('The try-out has no officer.');
  const given = [officer, ...(substitutes ?? []), ...(board ?? [])];
  const free = (person: TryoutPerson) => !given.some((member) => member?.id === person.id);
  return {
    officer: officer ?? lars,
    substitutes: substitutes ?? inRole('substitute').filter(free),
    board: board ?? inRole('board').filter(free),
  };
}

/** Lists everybody in the directory of the try-out: that desk, and its own colleagues. */
export function tryoutDirectory({ officer, substitutes, board }: Members): TryoutPerson[] {
  const desk: TryoutPerson[] = [
    { ...officer, role: 'officer' },
    ...substitutes.map((member): TryoutPerson => ({ ...member, role: 'substitute' })),
    ...board.map((member): TryoutPerson => ({ ...member, role: 'board' })),
  ];
  const colleagues = inRole('colleague').filter(({ id }) => !desk.some((member) => member.id === id));
  const [first, ...others] = colleagues;
  return [...(first ? [first] : []), ...desk, ...others];
}
