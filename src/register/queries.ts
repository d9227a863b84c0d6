import {
  mayCount,
  mayDisclose,
  maySeeDossier,
  maySeeFigures,
  maySeeStage,
  standings,
  type View,
} from '../procedure/access.ts';
import type { Step } from '../procedure/model/commands.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import { mayCommand } from '../procedure/steps.ts';
import { type AskedAs, type LeftOut, leftOut, mayHearOf, toldTo } from './integrity/unreadable.ts';
import type { Dossier } from './model/dossier.ts';
import { asKnownTo, type Known } from './model/sight.ts';
import { readDossier, type Store } from './model/store.ts';
import { type Figures, figuresOf, inNoOrder } from './year-figures.ts';

/** Refuses as if it did not exist what somebody may not see. */
export function shown(dossier: Dossier | undefined, by: Person, view: View): Dossier {
  if (!dossier || !maySeeDossier(by, dossier.complaint, view)) throw new Refusal('unknown-complaint');
  return dossier;
}

/** What the register shows: to everybody what is theirs, and nothing else. */
export function views(store: Store, context: () => View) {
  const found = (number: string, by: Person): Promise<Dossier | undefined> =>
    readDossier(store, number).catch((error: unknown) => {
      throw toldTo(by, context().desk, error);
    });

  return {
    /** One dossier, for whoever may see it whole. */
    view: async (number: string, by: Person): Promise<Dossier> =>
      shown(await found(number, by), by, context()),

    /** "Inzage": one dossier, for whoever may give the complainant what it holds about him. */
    async disclosed(number: string, by: Person): Promise<Dossier> {
      const dossier = shown(await found(number, by), by, context());
      if (!mayDisclose(by, dossier.complaint, context())) throw new Refusal('not-the-handler', 5);
      return dossier;
    },

    /** A dossier for whoever was asked for that step alone, of which he sees no more; to others it does not exist. */
    async asked(number: string, by: Person, step: Step): Promise<Dossier> {
      const dossier = await found(number, by);
      if (!dossier || !mayCommand(by, step, dossier.complaint, context())) {
        throw new Refusal('unknown-complaint');
      }
      return dossier;
    },

    /**
     * "Jaaroverzicht": the figures of every complaint received in that year ('2026'), in an order that tells nothing. What
     * was about the reader from the start is not among them, and what they became a respondent of stays as it was until
     * then; erasure changes neither. Refuses whoever is not at the desk.
     */
    async figures(year: string, by: Person): Promise<Figures[]> {
      const now = context();
      if (!mayCount(by, now.desk)) throw new Refusal('not-at-the-desk');
      const found: Figures[] = [];
      for await (const { document } of store.all()) {
        const known = document.kind === 'dossier' ? asKnownTo(by, document) : undefined;
        if (!known?.complaint.receivedOn.startsWith(`${year}-`)) continue;
        if (maySeeFigures(by, known.complaint, now)) found.push(figuresOf(known, now));
      }
      return inNoOrder(found);
    },

    /** The numbers of dossiers that were met and cannot be read: they stand in no list, so it is said beside it. */
    unreadable: (by: Person, as: AskedAs): LeftOut[] =>
      store
        .unreadable()
        .filter((one) => mayHearOf(one, by, as, context().desk))
        .map(leftOut),

    /**
     * What somebody registered, the newest first. What they became a respondent of stays among it, as it was until then;
     * what was about them from the start is not shown.
     */
    async registeredBy(by: Person): Promise<Known[]> {
      const now = context();
      const known = (await store.list({ registeredBy: by.id })).flatMap((one) => asKnownTo(by, one) ?? []);
      return known.filter(({ complaint }) => maySeeStage(by, complaint, now));
    },

    /** The open dossiers that wait for somebody, also where he stands in or must decide; the nearest day to act first. */
    async casesOf(by: Person): Promise<Dossier[]> {
      const now = context();
      const waitsForThem = (complaint: Complaint): boolean =>
        standings(by, complaint, now).some((standing) =>
          ['handler', 'decision-maker', 'board-in-charge'].includes(standing),
        );
      return (await store.list({ open: true })).filter(({ complaint }) => waitsForThem(complaint));
    },
  };
}
