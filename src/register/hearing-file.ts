import { appointmentFile } from '../letters/appointment-file.ts';
import type { Organisation } from '../letters/organisation.ts';
import type { View } from '../procedure/access.ts';
import {
  hearingParty,
  type Invitation,
  invitationOf,
  invitedByMail,
} from '../procedure/articles/art08-appointment.ts';
import type { Person } from '../procedure/model/complaint.ts';
import { isAmong } from '../procedure/model/desk.ts';
import type { Letter } from '../procedure/model/letter.ts';
import { hasCome } from '../time/clock.ts';
import type { Instant, LocalDate } from '../time/local-date.ts';
import type { Dossier } from './model/dossier.ts';
import { eventOf } from './model/journal.ts';

/** A hearing for a calendar, as the register knows it at that moment: asked for, or called off. */
export type HearingFile = { method: 'REQUEST' | 'CANCEL'; content: string };

type Making = { now: Instant; organisation: Organisation; attendee?: string | undefined };

const courseOf = ({ journal }: Dossier) => journal.map(eventOf);

/** Makes it of an invitation. The key has what nobody knows, so that no number can be guessed from it. */
function fileOf(
  { id, journal }: Dossier,
  { after, version, appointment, heldOn }: Invitation,
  method: HearingFile['method'],
  making: Making,
): HearingFile {
  const key = `${id}/${after}/${journal[0]?.hash}`;
  return { method, content: appointmentFile({ method, key, version, appointment, heldOn, ...making }) };
}

/**
 * Makes the file of the hearing for somebody of Ballance: asked for, to who must be there; called off for who was told of it and need
 * not be there any more. Undefined where no hearing was offered.
 */
export function hearingFileFor(
  reader: Person,
  dossier: Dossier,
  view: View,
  organisation: Organisation,
): HearingFile | undefined {
  const invitation = invitationOf(courseOf(dossier));
  if (!invitation || dossier.complaint.erased) return undefined;
  const goes = invitation.state !== 'called-off' && isAmong(reader, hearingParty(dossier.complaint, view));
  return fileOf(dossier, invitation, goes ? 'REQUEST' : 'CANCEL', { now: view.now, organisation });
}

/** Finds when the last hearing that was offered took place, and for which day it was planned; undefined where none did. */
export function hearingHeld(dossier: Dossier): { on: LocalDate; planned: LocalDate } | undefined {
  const invitation = invitationOf(courseOf(dossier));
  if (invitation?.state !== 'held') return undefined;
  const planned = invitation.appointment.on;
  return { on: invitation.heldOn ?? planned, planned };
}

/**
 * Makes the file that goes with a letter by e-mail: with the invitation to the hearing that stands; and with any other letter, as long as
 * the moment is to come, that the hearing to which an e-mail invited was held on another day. With an invitation that a later one
 * replaced goes none.
 */
export function hearingFileWith(
  letter: Letter,
  dossier: Dossier,
  making: Omit<Making, 'attendee'>,
): HearingFile | undefined {
  const invitation = invitationOf(courseOf(dossier));
  if (!invitation || hasCome(invitation.appointment, making.now)) return undefined;
  const { state, lastLetter, heldOn } = invitation;
  const isSaid =
    letter.kind === 'hearing-invitation'
      ? state === 'stands' && (letter.again?.letter ?? letter.id) >= lastLetter
      : heldOn && invitedByMail(dossier.complaint, invitation);
  return isSaid ? fileOf(dossier, invitation, 'REQUEST', { ...making, attendee: letter.to }) : undefined;
}

/** Makes the file that takes a hearing, to which that address was invited by e-mail, out of its calendar. */
export function hearingFileOff(
  attendee: string,
  dossier: Dossier,
  making: Omit<Making, 'attendee'>,
): HearingFile | undefined {
  const invitation = invitationOf(courseOf(dossier));
  return invitation && fileOf(dossier, invitation, 'CANCEL', { ...making, attendee });
}
