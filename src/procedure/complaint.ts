import type { LocalDate } from './articles/art02-periods.ts';

/** A person known to the directory. `id` is the Entra object id (a lower-case GUID). */
export type Person = { id: string; name: string };

/** Herkomst (Art. 4): from whose side the complaint comes. */
export const origins = ['client', 'principal', 'employee', 'partner', 'other'] as const;
export type Origin = (typeof origins)[number];

/** Wijze van ontvangst (Art. 4). */
export const manners = ['oral', 'written'] as const;
export type Manner = (typeof manners)[number];

/** Wijze van verzending: how a letter went out. */
export const dispatchManners = ['email', 'post', 'handed'] as const;
export type DispatchManner = (typeof dispatchManners)[number];

/** How far the regulation has been followed. */
export const stages = ['registered', 'acknowledged', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** Why a dossier was closed. */
export type Outcome = 'remedied' | 'withdrawn';

/** Who complains, for whom, and how to reach him in writing (Art. 5). */
export type Complainant = {
  name: string;
  /** Namens wie: the stakeholder, where the complainant speaks for someone (Art. 1). */
  representing?: string;
  email?: string;
  phone?: string;
  address?: string;
};

/** In which capacity someone handles a complaint (Art. 5). */
export type HandlerRole = 'officer' | 'substitute' | 'board';

/** De klachtverantwoordelijke (Art. 5). */
export type Handler = { person: Person; role: HandlerRole };

/** A letter as it was sent: the text to the letter, when and how. */
export type SentLetter = { text: string; sentOn: LocalDate; manner: DispatchManner };

/** What the receiver writes down (Art. 4). */
export type Registration = {
  complainant: Complainant;
  origin: Origin;
  branch?: string;
  summary: string;
  receivedOn: LocalDate;
  manner: Manner;
  /** Beklaagden; empty when the complaint is about Ballance in general (Art. 1). */
  respondents: Person[];
  /** Deskundigen die de klager bijstaan (Art. 3). */
  experts?: string;
  /** Art. 1: remedied by a single explanation or an immediate correction. */
  remedied: boolean;
};

/** The current state of a complaint; written only by `evolve`. */
export type Complaint = Omit<Registration, 'remedied'> & {
  number: string;
  stage: Stage;
  registeredOn: LocalDate;
  receiver: Person;
  /** Absent when nobody may handle it: unassigned. */
  handler?: Handler;
  acknowledgement?: SentLetter;
  closed?: { on: LocalDate; outcome: Outcome };
};
