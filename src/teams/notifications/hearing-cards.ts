import type { Person } from '../../procedure/model/complaint.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { ContentOf } from '../../register/model/message.ts';
import {
  goesOnWithout,
  hearingCard,
  hearingOffCard,
  hearingOffTitle,
  hearingTitle,
  objectedCard,
  objectedTitle,
} from '../cards/hearing.ts';
import type { Office } from '../office/office.ts';

/** What those of Ballance hear of the objection and of the hearing (Art. 7 and 8) who must be there. */

type Sending<C> = { content: C; dossier: Dossier; reader: Person; office: Office };

const shownTo = ({ dossier: { complaint }, reader, office }: Sending<unknown>) => ({
  complaint,
  reader,
  view: office.register.context(),
  organisation: office.organisation,
});

export const objected = ({ dossier: { complaint } }: Pick<Sending<unknown>, 'dossier'>) => ({
  card: objectedCard(complaint),
  summary: objectedTitle(complaint.number),
});

export function hearing(sending: Sending<ContentOf<'hearing'>>) {
  const { because } = sending.content;
  const shown = shownTo(sending);
  return { card: hearingCard(shown, because), summary: hearingTitle(shown.complaint.number, because) };
}

export function hearingOff(sending: Sending<ContentOf<'hearing-off'>>) {
  const shown = shownTo(sending);
  const summary = hearingOffTitle(shown.complaint.number, goesOnWithout(shown));
  return { card: hearingOffCard(shown, sending.content), summary };
}
