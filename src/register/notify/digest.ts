import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import { guardedDay, type Running, type RunningKind, runningDeadlines } from '../../procedure/deadlines.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Desk } from '../../procedure/model/desk.ts';
import { isLate, leading, workingDaysLeft } from '../../procedure/time-left.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Store } from '../model/store.ts';
import { mayReachChannel } from './follow-ups.ts';
import { type Pile, pilesOf } from './pile.ts';
import type { RegisterConfig } from './reminders.ts';

/** What the channel may know of a complaint; it has no field for a name or for content. */
export type ChannelRow = Pick<
  Running,
  'article' | 'owedBy' | 'dueOn' | 'lastDayToAct' | 'lastDayByPost' | 'promise' | 'before' | 'excused'
> & {
  number: CaseNumber;
  deadline: RunningKind;
  /** Werkdagen from today to the last day to act; negative when it has passed. */
  workingDaysLeft: number;
  /** Whether Ballance is late; a month of the complainant that lapsed (Art. 7) is no lateness of Ballance. */
  late: boolean;
};

/**
 * The open complaints, how many of them came by the website, how many wait in each stage, and apart from them the closed ones of which a
 * measure or a letter is still to be done.
 */
export type Digest = { day: LocalDate; open: Listed; closed: Listed; byWebsite?: number; piles?: Pile[] };

/** Complaints by the deadline that leads them, the late ones first; of those without a deadline only how many there are. */
export type Listed = { rows: ChannelRow[]; withoutDeadline: number };

export function channelRow(
  number: CaseNumber,
  deadline: Running,
  today: LocalDate,
  config: RegisterConfig,
): ChannelRow {
  const { article, kind, owedBy, dueOn, lastDayToAct, lastDayByPost, promise, before, excused } = deadline;
  return {
    number,
    article,
    owedBy,
    deadline: kind,
    dueOn,
    ...(lastDayToAct && { lastDayToAct }),
    ...(lastDayByPost && { lastDayByPost }),
    ...(promise && { promise }),
    ...(before && { before: { dueOn: before.dueOn, promised: before.promised } }),
    ...(excused && { excused }),
    workingDaysLeft: workingDaysLeft(deadline, today, config.calendar),
    late: isLate(deadline, today),
  };
}

/** Lists what waits for somebody at Ballance, for the channel; what is about anybody at the desk is not counted. */
export async function digest(
  store: Store,
  desk: Desk,
  day: LocalDate,
  config: RegisterConfig,
): Promise<Digest> {
  const all = (await store.list({ open: true })).filter(({ complaint }) => mayReachChannel(complaint, desk));
  const [open, closed] = [false, true].map((isClosed) =>
    all.filter(({ complaint }) => (complaint.stage === 'closed') === isClosed),
  );
  const piles = pilesOf((open ?? []).map(({ complaint }) => complaint));
  const byWebsite = (open ?? []).filter(({ complaint }) => isByWebsite(complaint));
  return {
    day,
    open: listed(open ?? [], day, config),
    closed: listed(closed ?? [], day, config),
    ...(byWebsite.length > 0 && { byWebsite: byWebsite.length }),
    ...(piles.length > 0 && { piles }),
  };
}

function listed(dossiers: readonly Dossier[], day: LocalDate, config: RegisterConfig): Listed {
  const rows = dossiers
    .flatMap((dossier) => rowOf(dossier, day, config) ?? [])
    .sort((a, b) => (a.guarded < b.guarded ? -1 : a.guarded > b.guarded ? 1 : 0))
    .map(({ row }) => row);
  return {
    rows: [...rows.filter(({ late }) => late), ...rows.filter(({ late }) => !late)],
    withoutDeadline: dossiers.length - rows.length,
  };
}

function rowOf({ id, complaint }: Dossier, day: LocalDate, config: RegisterConfig) {
  const lead = leading(runningDeadlines(complaint, config.calendar, config), day);
  return lead && { row: channelRow(id, lead, day, config), guarded: guardedDay(lead, complaint) };
}
