import type { Command, CommandOf } from '../../src/procedure/commands.ts';
import type { Person, Registration } from '../../src/procedure/complaint.ts';
import { fatima, lars, sanne } from './people.ts';

const number = 'K-2026-0001';

/** What a receiver fills in when nothing special is the matter. */
export const registration: Registration = {
  complainant: { name: 'Mevrouw Van Dam', email: 'vandam@example.nl' },
  origin: 'client',
  summary: 'Er is drie weken niet teruggebeld.',
  receivedOn: '2026-04-01',
  manner: 'oral',
  respondents: [],
  remedied: false,
};

type Over<T extends Command['type']> = Partial<CommandOf<T>>;

/** Each command as Lars gives it on an ordinary day, but for what a test says about it. */
export const register = ({ by = sanne, ...over }: Partial<Registration> & { by?: Person } = {}) => ({
  type: 'register' as const,
  by,
  number,
  registration: { ...registration, ...over },
});

export const acknowledge = (over: Over<'acknowledge'> = {}): CommandOf<'acknowledge'> => ({
  type: 'acknowledge',
  by: lars,
  number,
  sentOn: '2026-04-01',
  manner: 'email',
  letter: 'Wij hebben uw klacht ontvangen.',
  ...over,
});

export const handOver = (over: Over<'hand-over'> = {}): CommandOf<'hand-over'> => ({
  type: 'hand-over',
  by: lars,
  number,
  to: fatima.id,
  reason: 'Vakantie',
  ...over,
});

export const addNote = (over: Over<'add-note'> = {}): CommandOf<'add-note'> => ({
  type: 'add-note',
  by: lars,
  number,
  text: 'Gebeld, geen gehoor.',
  ...over,
});

export const withdraw = (over: Over<'withdraw'> = {}): CommandOf<'withdraw'> => ({
  type: 'withdraw',
  by: lars,
  number,
  on: '2026-04-01',
  reason: 'Het is opgelost.',
  ...over,
});
