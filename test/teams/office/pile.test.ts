import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { noPileCard } from '../../../src/teams/cards/pile.ts';
import { cases } from '../../../src/teams/office/pages.ts';
import { pile } from '../../../src/teams/office/pile.ts';
import { registration } from '../../procedure/asked.ts';
import { everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { partsOf } from '../card-parts.ts';
import { anOfficeOf, type TheOffice } from '../told/a-course.ts';
import { linesOf } from '../told/what-it-says.ts';

const everybody = [...everybodyAtTheDesk, sanne, joris];
const easter = { from: '2026-04-01', until: '2026-04-07' } as const;

describe('what piles up', () => {
  let ours: TheOffice;
  beforeEach(() => {
    ours = anOfficeOf('2026-04-01T10:00', true);
  });
  afterEach(closeOffices);

  const said = async (by: Person): Promise<string[]> => linesOf(await pile(by, ours.office)).slice(2);

  /** Asserts who has the page, and the button to it in their own list. */
  async function isFor(...readers: Person[]): Promise<void> {
    for (const by of everybody) {
      const isTheirs = readers.includes(by);
      const button = partsOf(await cases(by, ours.office)).some(({ verb }) => verb === 'pile');
      assert.equal(button, isTheirs, by.name);
      const page = linesOf(await pile(by, ours.office));
      assert.equal(page.join() === linesOf(noPileCard).join(), !isTheirs, by.name);
    }
  }

  it('is for the officer, and while they are away for who gets the new complaints', async () => {
    await isFor(lars);
    await ours.setAbsence(fatima, easter);
    await isFor(lars);
    await ours.setAbsence(lars, easter);
    await isFor(lars, willem);
    ours.moveTo('2026-04-08T10:00');
    await isFor(lars);
    await ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-09' });
    await isFor(lars, fatima);
  });

  it('is counted by who handles it today, the most that is late first', async () => {
    await ours.file({ ...registration, respondents: [lars] }, 'about Lars', sanne);
    for (const form of ['1', '2']) await ours.file(registration, form, sanne);
    await ours.file({ ...registration, receivedOn: '2026-03-02' }, 'late', sanne);
    assert.deepEqual(await said(lars), [
      'Alle open klachten die jij mag zien, bij wie ze vandaag behandelt. Samen: 3 open, 1 te laat, oudste: 4 weken.',
      'Lars Brouwer · 3 open, 1 te laat, oudste: 4 weken',
      'Geregistreerd, ontvangst nog niet bevestigd: 3, 1 te laat, oudste: 4 weken',
    ]);
    await ours.setAbsence(lars, easter);
    assert.deepEqual(await said(lars), [
      'Alle open klachten die jij mag zien, bij wie ze vandaag behandelt. Samen: 3 open, 1 te laat, oudste: 4 weken.',
      'Fatima el Amrani · 3 open, 1 te laat, oudste: 4 weken',
      'Geregistreerd, ontvangst nog niet bevestigd: 3, 1 te laat, oudste: 4 weken',
    ]);
    assert.match(String(await said(fatima)), /Fatima el Amrani · 4 open/);
  });

  it('is the same to whom a complaint is about as if there were none', async () => {
    await ours.setAbsence(lars, easter);
    await ours.setAbsence(fatima, easter);
    const before = await Promise.all([lars, willem].map(said));
    await ours.file({ ...registration, respondents: [lars, willem] }, 'about both', sanne);
    assert.deepEqual(await Promise.all([lars, willem].map(said)), before);
    assert.deepEqual(before, [
      ['Er zijn geen open klachten die jij mag zien.'],
      ['Er zijn geen open klachten die jij mag zien.'],
    ]);
  });

  it('says nothing that somebody typed, nor a name but of who handles complaints', async () => {
    await ours.file({ ...registration, respondents: [joris], branch: 'Utrecht' }, '1', sanne);
    const page = JSON.stringify(await pile(lars, ours.office));
    for (const secret of ['Dam', 'Joris', 'Sanne', 'Utrecht', 'teruggebeld', 'K-2026', lars.id, ingrid.name])
      assert.ok(!page.includes(secret), secret);
  });
});
