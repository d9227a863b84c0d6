import assert from 'node:assert/strict';
import type { Event } from '../../src/procedure/model/events.ts';
import { append, type JournalEntry } from '../../src/register/model/journal.ts';
import { journalLine } from '../../src/teams/cards/case-journal.ts';
import { systemClock } from '../../src/time/clock.ts';
import { events, lars, sanne } from './a-dossier.ts';

const forwarded: Event = {
  type: 'forwarded',
  on: '2026-11-23',
  role: 'officer',
  daysLate: 2,
  personal: { to: lars },
};
function entryOf(event: Event): JournalEntry {
  const [entry] = append([], event, sanne, '2026-11-23T08:12:00.000Z');
  assert.ok(entry);
  return entry;
}
const lineOf = (event: Event, most = 300) => journalLine(entryOf(event), systemClock(), most);

describe('the journal on the card', () => {
  it('writes a name as a name, also within a sentence', () => {
    const delayed: Event = {
      ...{ type: 'delayed', of: 'answer', on: '2026-11-23', until: '2026-12-11', wish: 'ballance' },
      personal: { reason: 'Drukte.' },
    };
    assert.match(lineOf(delayed).what, /^Uitstel gemeld, door Ballance: schriftelijk antwoord/);
  });

  it('says what each text of an invitation is: the place, the second representative, why it is later', () => {
    const invited = events('Een tekst.').find(({ type }) => type === 'hearing-offered');
    if (invited?.type !== 'hearing-offered') assert.fail('no invitation');
    const personal = { branch: 'Arnhem', secondRepresentative: lars, laterBecause: 'Vakantie.' };
    const shown = JSON.stringify(lineOf({ ...invited, personal }));
    for (const text of [
      'Vestiging: Arnhem',
      'Tweede vertegenwoordiger: Lars Brouwer',
      'Later dan een week, want: Vakantie.',
    ])
      assert(shown.includes(text), shown);
  });

  it('says when in Amsterdam, by whom, and what', () => {
    assert.equal(lineOf(forwarded).when, 'maandag 23 november 2026 om 09:12 · Sanne de Vries');
    assert.equal(
      lineOf(forwarded).what,
      'Doorgegeven aan Lars Brouwer, klachtenfunctionaris, 2 dagen te laat (artikel 5).',
    );
  });

  it('shows the letter as it was sent, line by line, and no more of it than fits', () => {
    const sent: Event = {
      type: 'letter-sent',
      kind: 'acknowledgement',
      sentOn: '2026-11-24',
      manner: 'post',
      countsAsReceivedOn: '2026-11-27',
      daysLate: 0,
      personal: { text: 'Geachte mevrouw,\n\nDank u.' },
    };
    assert.deepEqual(lineOf(sent).detail, ['Geachte mevrouw,', 'Dank u.']);
    assert.deepEqual(lineOf(sent, 8).detail, ['Geachte…']);
  });

  it('has a sentence for every event, with and without what can be erased', () => {
    for (const event of events('Tekst')) {
      const { erasable: _, ...erased } = entryOf(event);
      for (const line of [lineOf(event), journalLine(erased, systemClock(), 300)]) {
        assert.match(line.what, /^\p{Lu}.*\.$/u);
        assert.doesNotMatch(line.what, /undefined/);
      }
      assert.deepEqual(journalLine(erased, systemClock(), 300).detail, []);
    }
  });

  it('says what stood in a fact before it was corrected', () => {
    const corrected = events('Oud').find(({ type }) => type === 'facts-corrected');
    assert.ok(corrected);
    assert.deepEqual(lineOf(corrected).detail.slice(0, 2), [
      'Klager: “Oud” werd “M. Visser”',
      'E-mail: was leeg, nu “m@voorbeeld.nl”',
    ]);
  });

  it('names nobody any more after erasure', () => {
    const { erasable: _, ...erased } = entryOf(forwarded);
    const line = journalLine(erased, systemClock(), 300);
    assert.deepEqual(line, {
      when: 'maandag 23 november 2026 om 09:12',
      what: 'Doorgegeven aan klachtenfunctionaris, 2 dagen te laat (artikel 5).',
      detail: [],
    });
  });
});
