import type { Command } from './commands.ts';
import type { Complaint, Person } from './complaint.ts';
import { type Desk, isAmong } from './desk.ts';

/** In which capacities somebody stands to a complaint. */
export type Standing = 'respondent' | 'handler' | 'officer' | 'board-in-charge' | 'receiver';

/**
 * How a person stands to a complaint. Being a respondent undoes everything else: nobody handles, decides on, or
 * sees the dossier of a complaint about himself (Art. 5, made general).
 */
export function standings(actor: Person, complaint: Complaint, desk: Desk): Standing[] {
  if (isAmong(actor, complaint.respondents)) return ['respondent'];
  const found: Standing[] = [];
  if (complaint.handler?.person.id === actor.id) found.push('handler');
  if (desk.officer.id === actor.id) found.push('officer');
  if (!complaint.handler && complaint.stage !== 'closed' && isAmong(actor, desk.board))
    found.push('board-in-charge');
  if (complaint.receiver.id === actor.id) found.push('receiver');
  return found;
}

/** The whole dossier is for its handler, the officer (who keeps the register), and a board member in charge. */
export const maySeeDossier = (actor: Person, complaint: Complaint, desk: Desk): boolean =>
  standings(actor, complaint, desk).some((standing) =>
    ['handler', 'officer', 'board-in-charge'].includes(standing),
  );

/** Number, date and stage are for whoever registered it. */
export const maySeeStage = (actor: Person, complaint: Complaint, desk: Desk): boolean =>
  standings(actor, complaint, desk).includes('receiver');

/** Who may give a command on an existing complaint; everything else is denied. */
const allowed: Record<Exclude<Command['type'], 'register'>, readonly Standing[]> = {
  acknowledge: ['handler'],
  'add-note': ['handler', 'board-in-charge'],
  'hand-over': ['handler', 'board-in-charge'],
  withdraw: ['handler'],
};

export const mayCommand = (
  actor: Person,
  command: Exclude<Command['type'], 'register'>,
  complaint: Complaint,
  desk: Desk,
): boolean => standings(actor, complaint, desk).some((standing) => allowed[command].includes(standing));
