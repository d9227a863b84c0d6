import { handlerNow } from '../../procedure/articles/art05-handler.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { ContentOf } from '../../register/model/message.ts';
import { hearingsTold, newsOf } from '../../register/notify/hearing-messages.ts';
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

export const objected = ({
  dossier: { complaint },
  office,
}: Pick<Sending<unknown>, 'dossier' | 'office'>) => ({
  card: objectedCard(complaint, handlerNow(complaint, office.register.context())),
  summary: objectedTitle(complaint.number),
});

/** Tells of a hearing; that it is changed, led by another, or near, only to who can have read of it before. */
export function hearing(sending: Sending<ContentOf<'hearing'>> & { id: string }) {
  const { id, dossier, reader } = sending;
  const because = newsOf(id, reader, dossier);
  const shown = shownTo(sending);
  return { card: hearingCard(shown, because), summary: hearingTitle(shown.complaint.number, because) };
}

/** Tells that the hearing of which somebody read last is off; a change that never reached them is not what their calendar holds. */
export function hearingOff(sending: Sending<ContentOf<'hearing-off'>>) {
  const { content, dossier, reader } = sending;
  const shown = shownTo(sending);
  const summary = hearingOffTitle(shown.complaint.number, goesOnWithout(shown));
  const told = hearingsTold(reader, dossier);
  return { card: hearingOffCard(shown, told.length > 0 ? told : [content]), summary };
}
