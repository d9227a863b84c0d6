import assert from 'node:assert/strict';
import type { DateField, Event, EventOf } from '../../src/procedure/model/events.ts';
import type { LocalDate } from '../../src/time/local-date.ts';

/** The events that the articles put one after the other, each with its days in their own order. */
const daysOf = (event: Event): (LocalDate | undefined)[] => {
  switch (event.type) {
    case 'registered':
      return [event.receivedOn];
    case 'letter-sent':
      return !event.again && ['acknowledgement', 'answer', 'final-decision'].includes(event.kind)
        ? [event.sentOn]
        : [];
    case 'objected':
      return [event.sentOn, event.receivedOn];
    case 'heard':
    case 'hearing-waived':
    case 'closed':
      return [event.on];
    default:
      return [];
  }
};

/** Asserts that what was recorded one after the other, as corrected since, also happened in that order. */
export function isInOrder(journal: readonly Event[]): void {
  const days = asCorrected(untilClosed(journal))
    .flatMap(daysOf)
    .filter((day) => day !== undefined);
  assert.deepEqual(days, days.toSorted());
}

/**
 * Leaves out a closing that an objection or reopening undid, with its decision, a waiver that was taken back, and what was still sent
 * after the last closing.
 */
function untilClosed(journal: readonly Event[]): Event[] {
  const takenBack = journal.findLastIndex(({ type }) => type === 'waiver-taken-back');
  const undone = journal.findLastIndex(({ type }) => type === 'objected' || type === 'reopened');
  const ends = (event: Event): boolean =>
    event.type === 'closed' ||
    (event.type === 'letter-sent' && event.kind === 'final-decision' && !event.again);
  const isUndone = (event: Event, index: number): boolean =>
    (ends(event) && index < undone) || (event.type === 'hearing-waived' && index < takenBack);
  const left = journal.filter((event, index) => !isUndone(event, index));
  const end = left.findIndex(({ type }) => type === 'closed');
  return end < 0 ? left : left.filter(({ type }, index) => index <= end || type === 'date-corrected');
}

function asCorrected(journal: readonly Event[]): Event[] {
  const corrected = (field: DateField): LocalDate | undefined =>
    journal.findLast(
      (event): event is EventOf<'date-corrected'> => event.type === 'date-corrected' && event.field === field,
    )?.to;
  const objection = journal.findLast(({ type }) => type === 'objected');
  return journal.map((event): Event => {
    if (event.type === 'registered')
      return { ...event, receivedOn: corrected('receivedOn') ?? event.receivedOn };
    return event.type === 'objected' && event === objection
      ? {
          ...event,
          receivedOn: corrected('objectionReceivedOn') ?? event.receivedOn,
          sentOn: corrected('objectionSentOn') ?? event.sentOn,
        }
      : event;
  });
}
