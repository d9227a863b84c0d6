import assert from 'node:assert/strict';
import type { Running } from '../../../src/procedure/deadlines.ts';
import { deadline, whatIf } from '../../../src/procedure/deadlines.ts';
import { palette } from '../../../src/teams/pictures/svg.ts';
import { mostSpans, timeline, timelineAltText } from '../../../src/teams/pictures/timeline.ts';
import { timelineSvg } from '../../../src/teams/pictures/timeline-svg.ts';
import { briefDate, longDate } from '../../../src/time/dutch-date.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { calendar } from '../a-dossier.ts';

const received = '2026-12-18';
const two = [deadline('acknowledge', received, calendar), deadline('answer', received, calendar)];
const measure = (dueOn: LocalDate): Running => ({
  ...deadline('answer', received, calendar),
  kind: 'measure',
  dueOn,
  lastDayToAct: dueOn,
  triggeredOn: dueOn,
});
const shown = (deadlines: readonly Running[], today: LocalDate, most = mostSpans) =>
  timeline(deadlines, { calendar, today, runs: true, most });
const supposed = (day: LocalDate, today: LocalDate) =>
  timeline(whatIf(day, calendar), { calendar, today, runs: false, most: mostSpans });

describe('a picture of time', () => {
  it('goes from before the first day to after the last end', () => {
    const { first, last } = shown(two, '2026-12-21');
    assert.equal(first, '2026-12-17');
    assert.ok(last > '2027-01-08' && last < '2027-01-15', last);
  });

  it('marks the weekends, and the holidays by name', () => {
    const { weekends, holidays } = shown(two, '2026-12-21');
    assert.deepEqual(weekends.slice(0, 3), ['2026-12-19', '2026-12-20', '2026-12-26']);
    assert.deepEqual(holidays, [
      { day: '2026-12-25', name: 'Eerste Kerstdag' },
      { day: '2027-01-01', name: 'Nieuwjaarsdag' },
    ]);
  });

  it('grows with the days that something is late, until the weekends would run together', () => {
    assert.ok(shown(two, '2027-01-20').last > '2027-01-20');
    const { first, last, today } = shown(two, '2028-03-01');
    assert.equal(last, addDays(first, 69));
    assert.equal(today, '2028-03-01');
  });

  it('names today at its edge when it lies far behind', () => {
    assert.match(timelineSvg(shown(two, '2028-03-01')), /vandaag, woensdag 1 maart 2028 →/);
    assert.match(timelineSvg(shown(two, '2026-12-21')), />vandaag</);
  });

  it('breaks the line where time has run out, and only there', () => {
    const broken = /stroke-dasharray/;
    assert.match(timelineSvg(shown(two, '2027-01-11')), broken);
    assert.doesNotMatch(timelineSvg(shown(two, '2026-12-21')), broken);
    assert.doesNotMatch(timelineSvg(supposed('2026-04-02', '2026-04-14')), broken);
  });

  it('draws no lateness of the complainant, whose month is over, nor where there is nobody to write to', () => {
    const broken = /stroke-dasharray/;
    const month = deadline('objection', received, calendar);
    assert.doesNotMatch(timelineSvg(shown([month], '2027-02-20')), broken);
    const answer = deadline('answer', received, calendar);
    assert.match(timelineSvg(shown([answer], '2027-02-20')), broken);
    assert.doesNotMatch(timelineSvg(shown([{ ...answer, excused: true }], '2027-02-20')), broken);
  });

  it('shows the day on which a letter is posted at the latest, with its own mark, where that is earlier', () => {
    // The answer is due on Friday 8 January: by post it goes on Tuesday the 5th.
    const [svg, text] = [timelineSvg, timelineAltText].map((tell) => tell(shown(two, '2026-12-21')));
    const unfilled = new RegExp(`<path d="[^"]+" fill="${palette.panel}"`, 'g');
    assert.match(svg ?? '', />per post: antwoord uiterlijk di 5 januari</);
    assert.equal(svg?.match(unfilled)?.length, 2, 'among the days, and beside its words');
    assert.match(
      text ?? '',
      /Artikel 6: antwoord, vanaf vrijdag 18 december 2026, per post uiterlijk dinsdag 5 januari 2027, uiterlijk te doen op vrijdag 8 januari/,
    );
    const [acknowledge] = two;
    const onlySent = timelineSvg(shown(acknowledge ? [acknowledge] : [], '2026-12-21'));
    assert.doesNotMatch(onlySent, unfilled);
    assert.doesNotMatch(onlySent, /per post/);
  });

  it('shows today among what is only supposed where it falls in it', () => {
    assert.equal(supposed('2026-04-02', '2026-04-14').today, '2026-04-14');
    assert.equal(supposed('2026-04-02', '2026-11-26').today, undefined);
    assert.equal(supposed('2026-04-02', '2025-11-26').today, undefined);
  });

  it('says how many deadlines it has no room for', () => {
    const three = [...two, measure('2027-02-01')];
    assert.match(timelineAltText(shown(three, received, 1)), /En nog 2 termijnen daarna\./);
    assert.match(timelineSvg(shown(three, received, 2)), /En nog 1 termijn daarna\./);
  });

  it('stands a measure that is far off at its edge', () => {
    const svg = timelineSvg(shown([measure('2028-01-03')], received));
    assert.match(svg, /Artikel 6: maatregel/);
    assert.match(svg, /ma 3 jan/);
  });
});

describe('a picture of time, read aloud', () => {
  it('tells all that is drawn', () =>
    assert.equal(
      timelineAltText(shown([deadline('hearing', received, calendar)], '2026-12-21')),
      'Tijdlijn van donderdag 17 december 2026 tot en met woensdag 30 december 2026, met de weekenden. ' +
        'Vandaag is het maandag 21 december 2026. ' +
        'Artikel 8: gesprek, vanaf vrijdag 18 december 2026, uiterlijk te doen op donderdag 24 december 2026, ' +
        'einde vrijdag 25 december 2026 om 24:00 uur. Feestdagen: vrijdag 25 december 2026 (Eerste Kerstdag).',
    ));

  for (let day: LocalDate = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 13)) {
    it(`has the days of every deadline that runs from ${day}, as the drawing has`, () => {
      const facts = supposed(day, day);
      const [text, svg] = [timelineAltText(facts), timelineSvg(facts)];
      for (const { article, dueOn, lastDayToAct } of whatIf(day, calendar)) {
        const last = lastDayToAct ? [lastDayToAct, dueOn] : [dueOn];
        for (const on of last) {
          assert.ok(text.includes(longDate(on)), `${article} ${on}`);
          assert.ok(svg.includes(`>${briefDate(on)}<`), `${article} ${on}`);
        }
      }
      for (const { name } of facts.holidays) {
        assert.ok(text.includes(name), name);
        assert.ok(svg.includes(name), name);
      }
    });
  }
});
