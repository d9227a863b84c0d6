import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { act } from '../../src/teams/buttons/actions.ts';
import { pressedOf } from '../../src/teams/buttons/button-press.ts';
import { absenceCard } from '../../src/teams/cards/absence.ts';
import type { Office } from '../../src/teams/office/office.ts';
import { absence } from '../../src/teams/office/pages.ts';
import { longDate } from '../../src/time/dutch-date.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { buttonOf, buttonsOf, textOf } from '../e2e/a-card.ts';
import { registration } from '../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';

type Ours = ReturnType<typeof anOffice>;

const firstDay = '2026-04-01';
const people = { officer: lars, substitutes: [fatima, joris], board: [willem, ingrid] };

const shownTo = async (by: Person, ours: Ours): Promise<string> =>
  textOf(await absence(by, { ...ours, register: ours } as unknown as Office));

/** Finds who, by the card, gets a new complaint on that day: the last stretch that has begun. */
function namedOn(day: LocalDate, from: LocalDate, until: LocalDate, text: string): string | undefined {
  const [, sentence = ''] = /gaan nieuwe klachten (.*?)\.(?: |$)/.exec(text) ?? [];
  for (let begin = day; begin >= from; begin = addDays(begin, -1)) {
    for (let end = day; end <= until; end = addDays(end, 1)) {
      const days = begin === end ? `op ${longDate(begin)}` : `van ${longDate(begin)} t/m ${longDate(end)}`;
      const [, name] = new RegExp(`${days} naar ([^;]*)`).exec(sentence) ?? [];
      if (name) return name;
    }
  }
  return /^naar ([^;]*)$/.exec(sentence)?.[1];
}

describe('who is away', () => {
  afterEach(closeOffices);

  it('is not told that complaints go to Lars on days on which Lars is away too', async () => {
    const ours = anOffice({ people });
    await ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-10' });
    await ours.setAbsence(fatima, { from: '2026-04-07', until: '2026-04-13' });
    assert.match(
      await shownTo(fatima, ours),
      /klachten op dinsdag 7 april 2026 naar Lars Brouwer; van woensdag 8 april 2026 t\/m vrijdag 10 april 2026 naar Joris Bakker; van zaterdag 11 april 2026 t\/m maandag 13 april 2026 naar Lars Brouwer\. /,
    );
  });

  it('reads of every day who really gets a complaint that comes in then, with others away too', async () => {
    const days = fc.tuple(fc.nat(9), fc.nat(6)).map(([start, length]) => ({
      from: addDays(firstDay, start),
      until: addDays(firstDay, start + length),
    }));
    const away = fc.record({ lars: days, fatima: fc.option(days), joris: fc.option(days) });
    await fc.assert(
      fc.asyncProperty(away, async (absences) => {
        const ours = anOffice({ people, now: `${firstDay}T10:00` });
        for (const [person, its] of [
          [lars, absences.lars],
          [fatima, absences.fatima],
          [joris, absences.joris],
        ] as const)
          if (its) await ours.setAbsence(person, its);
        const { from, until } = absences.lars;
        const text = await shownTo(lars, ours);
        for (let day = from; day <= until; day = addDays(day, 1)) {
          ours.moveTo(`${day}T10:00`);
          const { complaint } = await ours.file({ ...registration, receivedOn: day }, day, sanne);
          assert.equal(namedOn(day, from, until, text), complaint.handler?.person.name, `${day}: ${text}`);
        }
        await closeOffices();
      }),
      { numRuns: 40 },
    );
  });

  it('reads as of when that is so, and how to see what it became since', async () => {
    const ours = anOffice({ people });
    await ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-10' });
    const before = await shownTo(lars, ours);
    assert.match(before, /naar Fatima el Amrani\. .*woensdag 1 april 2026.* typ “afwezig” om te zien/);
    await ours.setAbsence(fatima, { from: '2026-04-09', until: '2026-04-09' });
    assert.match(
      await shownTo(lars, ours),
      /op woensdag 8 april 2026 naar Fatima el Amrani; op donderdag 9 april 2026 naar Joris Bakker; op vrijdag 10 april 2026 naar Fatima el Amrani\. /,
    );
  });

  it('is told of each absence, and takes back one by its own button', async () => {
    const ours = anOffice({ people });
    await ours.setAbsence(lars, { from: '2026-07-06', until: '2026-07-10' });
    await ours.setAbsence(lars, { from: '2026-04-07', until: '2026-04-08' });
    const office = { ...ours, register: ours } as unknown as Office;
    const card = await absence(lars, office);
    assert.match(
      textOf(card),
      /klachten van dinsdag 7 april 2026 t\/m woensdag 8 april 2026 naar Fatima el Amrani; van maandag 6 juli 2026 t\/m vrijdag 10 juli 2026 naar Fatima el Amrani\. /,
    );
    const titles = buttonsOf(card).slice(1);
    assert.deepEqual(titles, ['Wissen: vanaf di 7 april', 'Wissen: vanaf ma 6 juli']);
    const press = async (button: unknown) => {
      const found = pressedOf(button) ?? assert.fail();
      const outcome = await act(
        { ...found, by: lars, names: async () => [], sendToChat: async () => {} },
        office,
      );
      return 'card' in outcome ? outcome.card : assert.fail();
    };
    const old = { verb: 'end-absence', data: { verb: 'end-absence' } };
    assert.deepEqual(buttonsOf(await press(old)).slice(1), titles, 'an older card does not say which');
    const left = await press(buttonOf(card, 'Wissen: vanaf di 7 april'));
    assert.deepEqual(buttonsOf(left).slice(1), ['Afwezigheid wissen']);
    assert.match(textOf(left), /maandag 6 juli 2026 t\/m vrijdag 10 juli 2026/);
    assert.doesNotMatch(textOf(left), /7 april|8 april/);
    assert.match(textOf(await press(old)), /niemand afwezig gemeld/);
  });

  it('who is not away yet is promised nobody', async () => {
    const text = await shownTo(lars, anOffice({ people }));
    assert.match(text, /Geef door wanneer je weg bent/);
    assert.doesNotMatch(text, /Fatima|Joris/);
  });

  it('is told so where nobody is left, with what to do', () => {
    const card = absenceCard({
      by: fatima,
      absences: [],
      instead: [{ from: firstDay, until: firstDay }],
      officer: lars,
      today: firstDay,
      values: {},
      errors: {},
    });
    assert.match(
      textOf(card),
      /klachten naar Lars Brouwer, want er is dan niemand\. Spreek met de directie af/,
    );
  });
});
