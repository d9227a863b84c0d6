import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Event } from '../../../src/procedure/model/events.ts';
import { firstBroken } from '../../../src/register/model/chain.ts';
import { append, eventOf, type JournalEntry } from '../../../src/register/model/journal.ts';
import { plain, registered } from '../../procedure/given.ts';
import { acknowledged, handedOver, noteAdded, withdrawn } from '../../procedure/happened.ts';
import { lars } from '../../procedure/people.ts';

const events = [registered(), noteAdded(), handedOver(), acknowledged(), withdrawn()].flat();
const written = (events: Event[]): JournalEntry[] =>
  plain(
    events.reduce<JournalEntry[]>(
      (journal, event) => append(journal, event, lars, '2026-04-01T08:00:00.000Z'),
      [],
    ),
  );

const journal = written(events);
const changed = (seq: number, change: Partial<JournalEntry>) =>
  journal.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));

describe('the journal', () => {
  it('is whole as it was written, and so is an empty one', () => {
    assert.equal(firstBroken(journal), undefined);
    assert.equal(firstBroken([]), undefined);
  });

  it('gives every event back as it was', () => assert.deepEqual(journal.map(eventOf), plain(events)));

  it('numbers its entries and says when and by whom', () => {
    assert.deepEqual(
      journal.map(({ seq }) => seq),
      [1, 2, 3, 4, 5, 6],
    );
    assert.deepEqual(journal[0]?.erasable?.by, lars);
    assert.equal(journal[0]?.at, '2026-04-01T08:00:00.000Z');
  });

  it('leaves the journal before it as it was', () => {
    const before = written(events.slice(0, 2));
    const after = append(before, events[2] as Event, lars, '2026-04-02T08:00:00.000Z');
    assert.deepEqual([before.length, after.length], [2, 3]);
    assert.deepEqual(after.slice(0, 2), before);
  });
});

describe('a journal that was tampered with', () => {
  it('shows a changed fact, moment, kind or number', () => {
    assert.equal(
      firstBroken(changed(5, { facts: { ...journal[4]?.facts, daysLate: 0, sentOn: '2026-03-31' } })),
      5,
    );
    assert.equal(firstBroken(changed(2, { at: '2026-03-31T08:00:00.000Z' })), 2);
    assert.equal(firstBroken(changed(2, { type: 'left-unassigned' })), 2);
    assert.equal(firstBroken(changed(6, { seq: 7 })), 6);
  });

  it('shows a changed text and a changed author', () => {
    for (const entry of journal) {
      const { erasable } = entry;
      assert(erasable);
      assert.equal(
        firstBroken(changed(entry.seq, { erasable: { ...erasable, personal: { text: 'Niets' } } })),
        entry.seq,
      );
      assert.equal(
        firstBroken(changed(entry.seq, { erasable: { ...erasable, by: { ...lars, name: 'Fatima' } } })),
        entry.seq,
      );
    }
  });

  it('shows a changed entry with a hash that fits it again, by the entry after it', () => {
    const forged = append(
      journal.slice(0, 2),
      noteAdded('Alles is goed.')[0] as Event,
      lars,
      '2026-04-01T08:00:00.000Z',
    );
    assert.equal(firstBroken([...forged, ...journal.slice(3)]), 4);
  });

  it('shows a removed entry, also when the others are numbered anew', () => {
    for (const { seq } of journal.slice(0, -1)) {
      const rest = journal.filter((entry) => entry.seq !== seq);
      assert.equal(firstBroken(rest), seq);
      assert.equal(firstBroken(rest.map((entry, i) => ({ ...entry, seq: i + 1 }))), seq);
    }
  });

  it('shows an entry that was put in or copied', () => {
    const [first, ...rest] = journal as [JournalEntry, ...JournalEntry[]];
    const [inserted] = append(
      [first],
      noteAdded('Ertussen')[0] as Event,
      lars,
      '2026-04-01T08:00:00.000Z',
    ).slice(1);
    assert.equal(firstBroken([first, inserted as JournalEntry, ...rest]), 3);
    assert.equal(firstBroken([first, ...journal]), 2);
  });

  it('shows any two entries that changed places, numbered anew or not', () => {
    const place = fc.integer({ min: 0, max: journal.length - 1 });
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(a < b);
        const swapped = journal.with(a, journal[b] as JournalEntry).with(b, journal[a] as JournalEntry);
        assert.equal(firstBroken(swapped), a + 1);
        assert.equal(firstBroken(swapped.map((entry, i) => ({ ...entry, seq: i + 1 }))), a + 1);
      }),
    );
  });
});

describe('erasing what is personal', () => {
  const erased = journal.map(({ erasable: _, ...entry }) => entry);

  it('keeps the journal whole, whichever entries are erased', () => {
    assert.equal(firstBroken(erased), undefined);
    for (const [i, entry] of erased.entries()) assert.equal(firstBroken(journal.with(i, entry)), undefined);
  });

  it('leaves nothing about a person and no free text, not even to be guessed from a hash', () => {
    const left = JSON.stringify(erased);
    for (const word of ['Dam', 'Sanne', 'Lars', 'Fatima', 'teruggebeld', 'Vakantie', 'gehoor', 'opgelost']) {
      assert(!left.includes(word), word);
    }
    const twice = [written(noteAdded('Ja')), written(noteAdded('Ja'))].map(([entry]) => entry?.erasableHash);
    assert.notEqual(twice[0], twice[1]);
  });

  it('keeps the facts that the report needs', () => {
    assert.deepEqual(
      erased.map(({ facts }) => facts),
      [
        {
          number: 'K-2026-0001',
          receivedOn: '2026-04-01',
          registeredOn: '2026-04-01',
          origin: 'client',
          manner: 'oral',
        },
        { on: '2026-04-01', role: 'officer', daysLate: 0 },
        { on: '2026-04-01' },
        { on: '2026-04-01', role: 'substitute' },
        {
          kind: 'acknowledgement',
          sentOn: '2026-04-01',
          manner: 'email',
          countsAsReceivedOn: '2026-04-01',
          daysLate: 0,
        },
        { on: '2026-04-01', outcome: 'withdrawn' },
      ],
    );
  });
});
