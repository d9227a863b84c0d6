import { maySeeDossier } from '../../procedure/access.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { ContentOf } from '../../register/model/message.ts';
import { longDate } from '../../time/dutch-date.ts';
import { question } from '../buttons/agreement.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';

/** Draws the warning two weeks before erasure: the dossier for who may see it and put it on hold, one line for others. */
export async function erasureWarning(
  { on }: ContentOf<'erasure-warning'>,
  dossier: Dossier,
  reader: Person,
  office: Office,
) {
  const { id, complaint } = dossier;
  const sees = maySeeDossier(reader, complaint, office.register.context());
  const text = `Op ${longDate(on)} worden de persoonsgegevens in dossier ${id} gewist: de bewaartermijn is dan voorbij. ${sees ? toStopIt : toHaveItStopped}`;
  return {
    card: sees
      ? await caseOf(dossier, reader, office, { text, tone: 'warning' })
      : noticeCard({ title: `Klacht ${id} wordt gewist`, text, tone: 'warning' }),
    summary: `Klacht ${id}: gegevens worden over twee weken gewist`,
  };
}

const toStopIt =
  'Zijn ze nog nodig voor een procedure? Druk dan voor die dag op “Bewaren voor procedure”. Anders hoef je niets te doen.';

const toHaveItStopped =
  'Zijn ze nog nodig voor een procedure? Vraag dan de klachtenfunctionaris om het dossier te bewaren. Anders hoef je niets te doen.';

type Asked = { dossier: Dossier; reader: Person; office: Office };

/** Asks whether somebody agrees with erasing. */
export const erasureAsked = {
  asksToAct: true,
  card: async ({ dossier, reader, office }: Asked) => ({
    card: await question('answer-erasure', dossier, reader, office),
    summary: `Klacht ${dossier.id}: ga je akkoord met wissen?`,
  }),
};

/** Asks whether somebody agrees with making a text illegible. */
export const redactionAsked = {
  asksToAct: true,
  card: async ({ dossier, reader, office }: Asked) => ({
    card: await question('answer-redaction', dossier, reader, office),
    summary: `Klacht ${dossier.id}: ga je akkoord met onleesbaar maken?`,
  }),
};
