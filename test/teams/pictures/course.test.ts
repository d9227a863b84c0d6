import assert from 'node:assert/strict';
import type { Complaint, Stage } from '../../../src/procedure/model/complaint.ts';
import { courseAltText, courseOf, stationWords } from '../../../src/teams/pictures/course.ts';
import { courseSvg } from '../../../src/teams/pictures/course-svg.ts';
import { bare, full, today } from '../a-dossier.ts';
import { asFarAs } from '../case-examples.ts';

const told = (complaint: Complaint): string => courseAltText(courseOf(complaint));
const inStage = (stage: Stage): string => told(asFarAs(stage, full('kort')));

describe('how far a complaint has come', () => {
  const words: Record<Stage, string> = {
    registered: 'Stap 1 van 6: Registratie. Nog niet: Bevestigd, Beantwoord, Niet eens, Gehoord, Afgesloten.',
    acknowledged:
      'Stap 2 van 6: Bevestigd. Gedaan: Registratie. Nog niet: Beantwoord, Niet eens, Gehoord, Afgesloten.',
    answered:
      'Stap 3 van 6: Beantwoord. Gedaan: Registratie, Bevestigd. Nog niet: Niet eens, Gehoord, Afgesloten.',
    objected:
      'Stap 4 van 6: Niet eens. Gedaan: Registratie, Bevestigd, Beantwoord. Nog niet: Gehoord, Afgesloten.',
    'hearing-offered':
      'Stap 4 van 6: Niet eens. Gedaan: Registratie, Bevestigd, Beantwoord. Nog niet: Gehoord, Afgesloten.',
    heard:
      'Stap 5 van 6: Gehoord. Gedaan: Registratie, Bevestigd, Beantwoord, Niet eens. Nog niet: Afgesloten.',
    waived:
      'Stap 4 van 6: Niet eens. Gedaan: Registratie, Bevestigd, Beantwoord. Overgeslagen: Gehoord. Nog niet: Afgesloten.',
    closed:
      'Stap 6 van 6: Afgesloten. Gedaan: Registratie, Bevestigd, Beantwoord, Niet eens. Overgeslagen: Gehoord.',
  };
  for (const [stage, text] of Object.entries(words)) {
    it(`is told of one that is ${stage}`, () => assert.equal(inStage(stage as Stage), text));
  }

  it('says what was skipped when a complaint was remedied on the spot', () =>
    assert.equal(
      told(bare({ stage: 'closed', closed: { on: today, outcome: 'remedied', from: 'registered' } })),
      'Stap 6 van 6: Afgesloten. Gedaan: Registratie. Overgeslagen: Bevestigd, Beantwoord, Niet eens, Gehoord.',
    ));

  it('does not take a letter for sent that waits for the mail server', () => {
    const letters = full('kort').letters.filter(({ sentOn }) => !sentOn);
    assert.match(told(bare({ letters })), /^Stap 1 van 6/);
  });

  it('keeps a hearing that was held while another one is offered', () => {
    const { hearings } = full('kort');
    assert.match(told({ ...asFarAs('hearing-offered', full('kort')), hearings }), /^Stap 5 van 6: Gehoord/);
  });

  it('is drawn with the name of every station', () => {
    const svg = courseSvg(courseOf(bare()));
    for (const name of Object.values(stationWords)) assert.ok(svg.includes(`>${name}</text>`), name);
  });

  it('is told by shapes, not by colours alone', () => {
    const svg = courseSvg(courseOf(asFarAs('waived', full('kort'))));
    const shapes = svg.replace(/#[0-9a-f]{6}/g, '').replace(/[xy]="[\d.]+"|[MH][\d.]+( [\d.]+)?/g, '');
    assert.match(shapes, /stroke-dasharray/);
    assert.match(shapes, /line-through[^>]*>Gehoord/);
    assert.match(shapes, /font-weight="bold"[^>]*>Niet eens/);
  });
});
