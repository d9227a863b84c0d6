import { longDate } from '../letters/dutch-date.ts';
import { maySeeDossier } from '../procedure/access.ts';
import type { LocalDate } from '../procedure/articles/art02-periods.ts';
import type { Person } from '../procedure/complaint.ts';
import type { Dossier } from '../register/dossier.ts';
import { question } from './answer-erasure.ts';
import { caseOf } from './answers.ts';
import type { Card } from './card.ts';
import { noticeCard } from './cards/notice.ts';
import type { Office } from './office.ts';

type ErasureMessage = { card: Card; summary: string };

/** To a second person: does he agree to erasure? */
export const erasureRequest = async (
  dossier: Dossier,
  reader: Person,
  office: Office,
): Promise<ErasureMessage> => ({
  card: await question(dossier, reader, office),
  summary: `Klacht ${dossier.id}: ga je akkoord met wissen?`,
});

/** Two weeks before erasure: the dossier for who may see it and put it on hold; to who may not, one line. */
export async function erasureWarning(
  dossier: Dossier,
  reader: Person,
  on: LocalDate,
  office: Office,
): Promise<ErasureMessage> {
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
