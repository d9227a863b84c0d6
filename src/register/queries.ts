import {
  mayAudit,
  mayCount,
  mayDisclose,
  maySeeDossier,
  maySeeFigures,
  maySeeStage,
  standings,
  type View,
} from '../procedure/access.ts';
import { isLeftToRespondent } from '../procedure/articles/art05-no-handler.ts';
import { hearingParty } from '../procedure/articles/art08-appointment.ts';
import { type DecreedChange, type Moved, movedDeadlines, undone } from '../procedure/calendar-change.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Step } from '../procedure/model/commands.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import { isAmong } from '../procedure/model/desk.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import { mayCommand } from '../procedure/open-steps.ts';
import { type Month, monthOf, yearBefore } from '../time/period.ts';
import { type Counted, lessonFor } from './board-report.ts';
import { wasChangedOutside } from './integrity/sealed-store.ts';
import {
  type AskedAs,
  isOfNobodyKnown,
  type LeftOut,
  leftOut,
  mayHearOf,
  toldTo,
} from './integrity/unreadable.ts';
import type { Dossier } from './model/dossier.ts';
import { asKnownTo, decidedInstead, type Known } from './model/sight.ts';
import { readDossier, type Store } from './model/store.ts';
import { hearingsTold } from './notify/hearing-messages.ts';
import { daysOf } from './report-days.ts';
import { type RowList, rowList, rowOf } from './row-list.ts';
import { type Figures, figuresOf, inNoOrder } from './year-figures.ts';

/** Refuses what somebody may not see as if it did not exist. */
export function assertMaySee(
  dossier: Dossier | undefined,
  by: Person,
  view: View,
): asserts dossier is Dossier {
  if (!dossier || !maySeeDossier(by, dossier.complaint, view)) throw new Refusal('unknown-complaint');
}

/** Tells whether a dossier waits for somebody: its handler or their stand-in, or who is to decide. */
const waitsFor = (by: Person, complaint: Complaint, view: View): boolean =>
  standings(by, complaint, view).some((standing) =>
    ['handler', 'decision-maker', 'board-in-charge'].includes(standing),
  );

/** The deadlines of a complaint that move. */
export type MovedIn = { complaint: Complaint; moved: Moved[] };

/** Makes the queries of the register: they show everybody what is theirs, and nothing else. */
export function views(store: Store, context: () => View) {
  const found = (number: CaseNumber, by: Person): Promise<Dossier | undefined> =>
    readDossier(store, number).catch((error: unknown) => {
      throw toldTo(number, by, context().desk, error);
    });

  /** Returns one dossier, to who may see it whole. */
  async function view(number: CaseNumber, by: Person): Promise<Dossier> {
    const dossier = await found(number, by);
    assertMaySee(dossier, by, context());
    return dossier;
  }

  /** Makes something of each complaint received in those years, as somebody knows it who may count it, and its etag. */
  async function ofEach<T>(
    years: readonly string[],
    by: Person,
    make: (known: Dossier & Known, now: View, etag: string) => T,
  ): Promise<T[]> {
    const now = context();
    if (!mayCount(by, now.desk)) throw new Refusal('not-at-the-desk');
    const made: T[] = [];
    for await (const { document, etag } of store.all()) {
      const known = document.kind === 'dossier' ? asKnownTo(by, document) : undefined;
      if (!known || !years.includes(known.complaint.receivedOn.slice(0, 4))) continue;
      if (maySeeFigures(by, known.complaint, now)) made.push(make(known, now, etag));
    }
    return made;
  }

  return {
    view,

    /** Returns the final decision that somebody else took since that version, to who could take it then. */
    async decidedInstead(number: CaseNumber, by: Person, version: number) {
      if (!isAmong(by, context().desk.board)) return undefined;
      const dossier = await found(number, by);
      return dossier && decidedInstead(by, dossier, version, context());
    },

    /** Returns one dossier for "Inzage", to who may give the complainant what it holds about them. */
    async disclosed(number: CaseNumber, by: Person): Promise<Dossier> {
      const dossier = await view(number, by);
      if (!mayDisclose(by, dossier.complaint, context())) throw new Refusal('not-the-handler', 5);
      return dossier;
    },

    /** Returns a dossier to who must be at its hearing (Art. 8), or was told of it, for that alone; to others it does not exist. */
    async toldOfHearing(number: CaseNumber, by: Person): Promise<Dossier> {
      const dossier = await found(number, by);
      const isTold =
        dossier &&
        (hearingsTold(by, dossier).length > 0 || isAmong(by, hearingParty(dossier.complaint, context())));
      if (!isTold) throw new Refusal('unknown-complaint');
      return dossier;
    },

    /** Returns a dossier to who was asked for that step only, which is all that they see of it; to others it does not exist. */
    async asked(number: CaseNumber, by: Person, step: Step): Promise<Dossier> {
      const dossier = await found(number, by);
      if (!dossier || !mayCommand(by, step, dossier.complaint, context())) {
        throw new Refusal('unknown-complaint');
      }
      return dossier;
    },

    /**
     * "Jaaroverzicht": lists the figures of every complaint received in that year ('2026'), in an order that tells nothing.
     * Leaves out those about the reader from the start, and shows those of which they became a respondent as they were until
     * then; erasure changes neither. Refuses who is not at the desk.
     */
    async figures(year: string, by: Person): Promise<Figures[]> {
      return inNoOrder(await ofEach([year], by, figuresOf));
    },

    /**
     * "Jaarverslag": counts the complaints received in a year and in the year before, with how long they took, for who reads "Jaaroverzicht"
     * and as they know them.
     */
    async counted(year: string, by: Person): Promise<Counted[]> {
      return ofEach([year, yearBefore({ year }).year], by, (known, now) => ({
        figures: figuresOf(known, now),
        days: daysOf(known, now),
        lesson: lessonFor(by, known, now),
      }));
    },

    /**
     * "Registerlijst": lists the complaints received in a year for an auditor, as the reader knows them who reads "Jaaroverzicht", under codes and
     * without their numbers. Refuses who is neither the officer nor of the board.
     */
    async rows(year: string, by: Person): Promise<RowList> {
      if (!mayAudit(by, context().desk)) throw new Refusal('not-for-audit');
      return rowList(
        await ofEach([year], by, (known, now, etag) => rowOf(known, wasChangedOutside(etag), now)),
      );
    },

    /** Lists the numbers of unreadable dossiers: they are in no list, so they are named beside it. */
    unreadable: (by: Person, as: AskedAs): LeftOut[] =>
      store
        .unreadable()
        .filter((one) => mayHearOf(one, by, as, context().desk))
        .map(leftOut),

    /** Tells whether the list of somebody may lack one: a dossier cannot be read, and not even whose it is. */
    mayLackSome: (): boolean => store.unreadable().some(isOfNobodyKnown),

    /** Returns one dossier to who may see it whole, or has to take that step without; to others it does not exist. */
    async forStep(number: CaseNumber, by: Person, step: Step): Promise<Dossier> {
      const dossier = await found(number, by);
      if (!dossier || !mayCommand(by, step, dossier.complaint, context()))
        assertMaySee(dossier, by, context());
      return dossier;
    },

    /**
     * Lists what somebody registered, the newest first. Leaves out complaints about them from the start, unless they have to tell the
     * complainant of it, and shows those of which they became a respondent as they were until then.
     */
    async registeredBy(by: Person): Promise<Known[]> {
      const now = context();
      const known = (await store.list({ registeredBy: by.id })).flatMap((one) =>
        isLeftToRespondent(one.complaint) ? one : (asKnownTo(by, one) ?? []),
      );
      return known.filter(({ complaint }) => maySeeStage(by, complaint, now));
    },

    /**
     * Lists the open dossiers to which somebody may add a document (Algemeen, Art. 4), and what they registered, the newest first; each
     * with whether they see it.
     */
    async casesToAddTo(by: Person): Promise<{ complaint: Complaint; sees: boolean }[]> {
      const now = context();
      const found = [
        ...(await store.list({ open: true })),
        ...(await store.list({ registeredBy: by.id })).filter(({ complaint }) => complaint.closed),
      ];
      return found
        .filter(({ complaint }) => mayCommand(by, 'add-document', complaint, now))
        .map(({ complaint }) => ({ complaint, sees: maySeeDossier(by, complaint, now) }))
        .sort((a, b) => (a.complaint.number < b.complaint.number ? 1 : -1));
    },

    /**
     * Lists the deadlines that a change of the decreed days moves in the dossiers that wait for somebody, and in all that they may see
     * for the officer, who keeps the register (Algemeen); the nearest day to act first.
     */
    async movedFor(by: Person, change: DecreedChange): Promise<MovedIn[]> {
      const now = context();
      const calendars = { before: undone(change, now.calendar), after: now.calendar };
      const works = ({ complaint }: Dossier): boolean => waitsFor(by, complaint, now);
      const keeps = ({ complaint }: Dossier): boolean =>
        by.id === now.desk.officer.id && maySeeDossier(by, complaint, now);
      return (await store.list({ open: true }))
        .filter((dossier) => works(dossier) || keeps(dossier))
        .map(({ complaint }) => ({ complaint, moved: movedDeadlines(complaint, calendars, now.desk) }))
        .filter(({ moved }) => moved.length > 0);
    },

    /** Tells whether a complaint received in that month ('2026-09') or before counts for somebody in "Jaarverslag". */
    async hasCounted(month: Month, by: Person): Promise<boolean> {
      const now = context();
      for await (const { document } of store.all()) {
        const known = document.kind === 'dossier' ? asKnownTo(by, document) : undefined;
        const isThen = known && monthOf(known.complaint.receivedOn) <= month;
        if (isThen && maySeeFigures(by, known.complaint, now)) return true;
      }
      return false;
    },

    /** Lists the open dossiers that wait for somebody, also as stand-in or to decide; the nearest day to act first. */
    async casesOf(by: Person): Promise<Dossier[]> {
      const now = context();
      return (await store.list({ open: true })).filter(({ complaint }) => waitsFor(by, complaint, now));
    },

    /** Lists the open dossiers that somebody may open, whoever handles them; also closed ones in which something is to be done. */
    async openFor(by: Person): Promise<Dossier[]> {
      const now = context();
      return (await store.list({ open: true })).filter(({ complaint }) => maySeeDossier(by, complaint, now));
    },
  };
}
