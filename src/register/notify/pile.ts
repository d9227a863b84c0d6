import { type Complaint, type OpenStage, openStages } from '../../procedure/model/complaint.ts';
import type { LocalDate } from '../../time/local-date.ts';

/** How many open complaints wait in one stage, and the day on which the oldest of them was received. */
export type Pile = { stage: OpenStage; open: number; oldest: LocalDate };

/** Finds the day on which the oldest of some complaints was received; undefined when there are none. */
export const oldestOf = (complaints: readonly Pick<Complaint, 'receivedOn'>[]): LocalDate | undefined =>
  complaints
    .map(({ receivedOn }) => receivedOn)
    .sort()
    .at(0);

/** Counts the open complaints of each stage in which there are any, in the order of the stages. */
export const pilesOf = (complaints: readonly Complaint[]): Pile[] =>
  openStages.flatMap((stage) => {
    const inStage = complaints.filter((one) => one.stage === stage);
    const oldest = oldestOf(inStage);
    return oldest ? [{ stage, open: inStage.length, oldest }] : [];
  });
