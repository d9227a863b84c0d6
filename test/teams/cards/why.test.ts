import assert from 'node:assert/strict';
import { type DeadlineKind, deadline, runningDeadlines } from '../../../src/procedure/deadlines.ts';
import type { PromisedMeasure } from '../../../src/procedure/model/commands.ts';
import { lastDayWords, whyThisDate } from '../../../src/teams/cards/deadlines.ts';
import { dutchCalendar } from '../../../src/time/dutch-calendar.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import type { Ask } from '../../procedure/asked.ts';
import { course } from '../../procedure/course.ts';
import { complaintAfter, registered } from '../../procedure/given.ts';
import { answered, drawnUp, letterSent } from '../../procedure/happened.ts';
import { desk, willem } from '../../procedure/people.ts';
import { full } from '../a-dossier.ts';

const calendar = dutchCalendar();
const why = (kind: DeadlineKind, day: LocalDate): string =>
  whyThisDate(deadline(kind, day, calendar)).join('\n');

describe('why this date', () => {
  it('counts the five werkdagen of Art. 5 and names what was skipped', () => {
    const text = why('acknowledge', '2026-12-24');
    assert.match(text, /ontvangen op donderdag 24 december 2026/);
    assert.match(
      text,
      /Geteld: ma 28 december, di 29 december, wo 30 december, do 31 december, ma 4 januari\./,
    );
    assert.match(text, /Overgeslagen: vr 25 december \(.+\), za 26 december/);
  });

  it('says that three weeks begin on the next werkdag when a complaint comes in on Saturday', () => {
    const text = why('answer', '2026-11-21');
    assert.match(
      text,
      /Geen werkdag: za 21 november, zo 22 november\. De termijn begint daarom op maandag 23 november 2026/,
    );
    assert.match(text, /binnen drie weken\. .*maandag 14 december 2026 om 24:00 uur/);
  });

  it('says why an end on Sunday does not move to Monday, and gives the complainant the Sunday', () => {
    const text = why('objection', '2026-12-24');
    assert.match(
      text,
      /zondag 24 januari 2027 om 24:00 uur[\s\S]*ook in een weekend[\s\S]*Algemene termijnenwet/,
    );
    assert.doesNotMatch(text, /22 januari/);
  });

  it('says why what Ballance owes ends before a holiday, and when a letter by post leaves', () => {
    const text = why('answer', '2025-12-04');
    assert.match(text, /De laatste werkdag ervoor is woensdag 24 december 2025/);
    assert.match(text, /uiterlijk op vrijdag 19 december 2025 op de post/);
    assert.doesNotMatch(why('acknowledge', '2025-12-04'), /post/);
  });

  it('says that passing on knows no weekend', () => {
    assert.match(why('forward', '2026-11-21'), /op die dag zelf, ook in het weekend/);
  });

  it('says when days that may still be decreed could matter', () => {
    assert.match(why('decision', '2031-02-28'), /controleer deze datum/);
  });

  it('says where a measure was promised: in the answer, a talk, a settlement or the decision of the board', () => {
    const measures: PromisedMeasure[] = [{ what: 'Bellen', owner: 'Joris', dueOn: '2026-05-15' }];
    const settling: Ask = (ask) => ask.recordHearing({ settlement: 'Wij bellen.', measures });
    const deciding: Ask = (ask) => ask.decide({ by: willem, measures });
    const objected = () =>
      course().on(
        '2026-04-02',
        (ask) => ask.answer(),
        (ask) => ask.object(),
      );
    const told = {
      'in het antwoord toegezegd (artikel 6)': course().on('2026-04-02', (ask) => ask.answer({ measures })),
      'afgesproken in een gesprek of bemiddeling (inleiding)': course().on('2026-04-02', (ask) =>
        ask.mediate({ measures }),
      ),
      'afgesproken in het gesprek waarin een oplossing is gevonden (artikel 9)': objected().on(
        '2026-04-07',
        settling,
      ),
      'toegezegd in de beslissing van de directie (artikel 8)': objected().on(
        '2026-04-07',
        (ask) => ask.waiveHearing(),
        deciding,
      ),
    };
    for (const [where, story] of Object.entries(told)) {
      const measure = runningDeadlines(story.complaint(), calendar, desk).find(
        ({ kind }) => kind === 'measure',
      );
      assert.deepEqual(measure && whyThisDate(measure, story.complaint()), [
        `Deze dag is met de maatregel ${where}.`,
      ]);
    }
  });

  it('says of a measure that no letter told, as of an unknown complainant, that its day was recorded', () => {
    const promised = { id: '1', what: 'Bellen', owner: 'Joris', dueOn: '2026-05-15' } as const;
    const complaint = complaintAfter(registered({ complainant: { name: 'Onbekend', unnamed: 'unknown' } }), [
      drawnUp(promised),
      { type: 'closed', on: '2026-04-02', outcome: 'handled-unnamed', personal: {} },
    ]);
    const [measure = assert.fail()] = runningDeadlines(complaint, calendar, desk);
    assert.deepEqual(whyThisDate(measure, complaint), ['Deze dag is bij het afhandelen vastgelegd.']);
  });

  it('says that the complainant was offered a day after the week', () => {
    const complaint = full('Tekst', {
      stage: 'hearing-offered',
      objection: { receivedOn: '2026-11-02', text: 'Nee.' },
      measures: [],
    });
    const hearing = runningDeadlines(complaint, calendar, desk).find(({ kind }) => kind === 'hearing');
    assert.ok(hearing);
    assert.match(whyThisDate(hearing, complaint).join(), /is aangeboden, later dan een week/);
  });

  it('says of a day to object that a letter named later than the article that it holds, and never that it is late', () => {
    const complaint = complaintAfter(registered(), [
      ...answered(),
      letterSent('closure', { sentOn: '2026-04-28', promised: { of: 'objection', on: '2026-05-20' } }),
    ]);
    const [objection = assert.fail()] = runningDeadlines(complaint, calendar, desk);
    assert.equal(
      lastDayWords(objection),
      'Tot en met woensdag 20 mei 2026. Genoemd in de brief van dinsdag 28 april 2026; volgens artikel 7 tot en met vrijdag 1 mei 2026',
    );
    const text = whyThisDate(objection, complaint).join('\n');
    assert.match(
      text,
      /^Deze dag, woensdag 20 mei 2026, staat in de brief aan de klager van dinsdag 28 april 2026\.\nVolgens artikel 7 was het tot en met vrijdag 1 mei 2026\. Wat Ballance schreef, blijft gelden\./,
    );
    assert.doesNotMatch(text, /te laat/);
  });

  it('says that the board has two weeks from the day a hearing was not used', () => {
    const complaint = full('Tekst', { stage: 'waived', measures: [] });
    const [decision] = runningDeadlines(complaint, calendar, desk);
    assert.ok(decision);
    assert.match(
      whyThisDate(decision, complaint).join(' '),
      /geen gebruik van het gesprek op woensdag 25 november 2026/,
    );
  });
});
