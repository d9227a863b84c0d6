import assert from 'node:assert/strict';
import { dutchCalendar } from '../../src/calendar/dutch-calendar.ts';
import { type DeadlineKind, deadline } from '../../src/procedure/deadlines.ts';
import { whyThisDate } from '../../src/teams/why.ts';

const calendar = dutchCalendar();
const why = (kind: DeadlineKind, day: string): string =>
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
    assert.match(text, /binnen drie weken\. .*maandag 14 december 2026 om 24\.00 uur/);
  });

  it('says why an end on Sunday does not move to Monday', () => {
    assert.match(
      why('objection', '2026-12-24'),
      /zondag 24 januari 2027[\s\S]*Algemene termijnenwet \(artikel 1\)[\s\S]*vrijdag 22 januari 2027/,
    );
  });

  it('says that passing on knows no weekend', () => {
    assert.match(why('forward', '2026-11-21'), /op die dag zelf, ook in het weekend/);
  });

  it('says when days that may still be decreed could matter', () => {
    assert.match(why('decision', '2031-02-28'), /controleer deze datum/);
  });
});
