import { appointmentFile } from '../letters/appointment-file.ts';
import type { Organisation } from '../letters/organisation.ts';
import type { View } from '../procedure/access.ts';
import { hearingParty, type Invitation, invitationOf } from '../procedure/articles/art08-appointment.ts';
import type { Person } from '../procedure/model/complaint.ts';
import { isAmong } from '../procedure/model/desk.ts';
import type { Letter } from '../procedure/model/letter.ts';
import { sentLetters } from '../procedure/model/letter.ts';
import { hasCome } from '../time/clock.ts';
import type { Instant } from '../time/local-date.ts';
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

/**
 * Makes the file that goes with a letter by e-mail: with the invitation to the hearing that stands; and with any other letter, as long as
 * the moment is to come, that the hearing to which an e-mail invited is called off, or was held on another day: that is never called off.
 * With an invitation that a later one replaced goes none.
 */
export function hearingFileWith(
  letter: Letter,
  dossier: Dossier,
  making: Omit<Making, 'attendee'>,
): HearingFile | undefined {
  const invitation = invitationOf(courseOf(dossier));
  if (!invitation || hasCome(invitation.appointment, making.now)) return undefined;
  const { state, firstLetter, lastLetter, heldOn } = invitation;
  const of = (method: HearingFile['method']) =>
    fileOf(dossier, invitation, method, { ...making, attendee: letter.to });
  if (letter.kind === 'hearing-invitation')
    return state === 'stands' && (letter.again?.letter ?? letter.id) >= lastLetter
      ? of('REQUEST')
      : undefined;
  const wasMailed = sentLetters(dossier.complaint).some(
    ({ id, kind, to }) => kind === 'hearing-invitation' && to !== undefined && id >= firstLetter,
  );
  if (!wasMailed) return undefined;
  return state === 'called-off' ? of('CANCEL') : heldOn && of('REQUEST');
}
