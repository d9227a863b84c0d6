import { handlerFor } from '../procedure/articles/art05-handler.ts';
import type { Context } from '../procedure/model/commands.ts';
import { type Absence, isAtDesk } from '../procedure/model/desk.ts';
import { readMemo, writeMemo } from './model/memo.ts';
import { memos, type StandIn } from './model/memos.ts';
import type { BulletinContent } from './model/message.ts';
import { bulletinWith } from './model/outbox.ts';
import { orTaken, type Store } from './model/store.ts';

export type StandInParts = {
  store: Store;
  context(): Context;
  /** Called with the id of each document with a message that is due. */
  afterSave(id: string): void;
};

/**
 * Makes what tells somebody that they stand in for who is absent, and that they no longer do (Art. 5): on the day on which an absence
 * begins and after its last, and at once when it is recorded, made shorter or longer, or withdrawn. What was told is kept, so that it is
 * told once.
 */
export function standingIn({ store, context, afterSave }: StandInParts) {
  return async function tellStandIns(): Promise<void> {
    const now = context();
    const absences = present(now);
    const asOf = absences.length === 0 ? '' : JSON.stringify([now.today, absences]);
    const { content, etag } = await readMemo(store, memos.standIns);
    const known = content ?? { asOf: '', told: 0, standing: [] };
    if (known.asOf === asOf) return;
    const standing = await standIns(store, absences, now);
    const changes = [
      ...known.standing.filter((one) => !standing.some((other) => isSamePair(one, other))).map(ended),
      ...standing.filter((one) => !known.standing.some((other) => isSame(one, other))).map(begun),
    ];
    for (const [index, { to, content: told }] of changes.entries())
      await issue(`stand-in/${known.told + index}/${to}`, to, told);
    await orTaken(
      writeMemo(store, memos.standIns, { asOf, told: known.told + changes.length, standing }, etag),
    );
  };

  async function issue(id: string, to: StandIn['standIn'], content: BulletinContent): Promise<void> {
    const { now } = context();
    const bulletin = bulletinWith({ id, to: { kind: 'person', id: to }, content }, now);
    await orTaken(store.write(bulletin));
    afterSave(id);
  }
}

/** Lists the absences of today. */
const present = ({ desk, today }: Context): Absence[] =>
  desk.absences.filter(
    ({ person, from, until }) => isAtDesk(person, desk) && from <= today && today <= until,
  );

/** Lists who stands in for whom: the next in order, and of a complaint about them the one after that. */
async function standIns(
  store: Store,
  absences: readonly Absence[],
  { desk, today }: Context,
): Promise<StandIn[]> {
  if (absences.length === 0) return [];
  const open = await store.list({ open: true });
  return absences.flatMap(({ person, from, until }) => {
    const theirs = open.filter(({ complaint }) => complaint.handler?.person.id === person.id);
    const conflicts = [[], ...theirs.map(({ complaint }) => complaint.respondents)];
    const found = conflicts.flatMap((respondents) => {
      const next = handlerFor([...respondents, person], desk, today);
      return next ? [next.person.id] : [];
    });
    return [...new Set(found)].map((standIn) => ({ absent: person.id, standIn, from, until }));
  });
}

const isSamePair = (one: StandIn, other: StandIn): boolean =>
  one.absent === other.absent && one.standIn === other.standIn;

const isSame = (one: StandIn, other: StandIn): boolean =>
  isSamePair(one, other) && one.from === other.from && one.until === other.until;

type Told = { to: StandIn['standIn']; content: BulletinContent };

const begun = ({ standIn: to, absent, from, until }: StandIn): Told => ({
  to,
  content: { kind: 'stand-in', absent, from, until },
});

const ended = ({ standIn: to, absent }: StandIn): Told => ({
  to,
  content: { kind: 'stand-in-ended', absent },
});
