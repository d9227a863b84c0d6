import assert from 'node:assert/strict';
import { nearCommand } from '../../../src/teams/chat/not-understood.ts';

describe('a text that is near a command', () => {
  const near = (text: string) => nearCommand(text, '2026') ?? 'none';

  it('is that command with what follows it, however it was misspelt', () => {
    assert.deepEqual(near('zook jansen utrecht'), { name: 'search', argument: 'jansen utrecht' });
    assert.deepEqual(near('termijn 24-12-2026'), { name: 'deadlines', argument: '24-12-2026' });
    assert.deepEqual(near('Temrijnen morgen'), { name: 'deadlines', argument: 'morgen' });
    assert.deepEqual(near('zaek 1'), { name: 'case', argument: '1' });
    assert.deepEqual(near('mijn klacht'), { name: 'my-complaints', argument: '' });
    assert.deepEqual(near('mijn  klachtne'), { name: 'my-complaints', argument: '' });
    assert.deepEqual(near('klacth'), { name: 'register', argument: '' });
    assert.deepEqual(near('jaaroverzciht 2026'), { name: 'year-report', argument: '2026' });
    assert.deepEqual(near('jaarverlsag 2026 kwartaal 3'), {
      name: 'board-report',
      argument: '2026 kwartaal 3',
    });
    assert.deepEqual(near('afwezieg'), { name: 'absence', argument: '' });
    assert.deepEqual(near('halp'), { name: 'help', argument: '' });
  });

  it('is found with two letters that changed places, and with what follows the list of cases', () => {
    assert.deepEqual(near('zkaen'), { name: 'cases', argument: '' });
    assert.deepEqual(near('zaken van fatima'), { name: 'cases', argument: 'van fatima' });
    for (const text of ['zaken te lat', 'mijn zaken te laat', 'te lta'])
      assert.deepEqual(near(text), { name: 'cases', argument: 'late' }, text);
    assert.deepEqual(near('geslotne zaken'), { name: 'cases', argument: 'closed' });
  });

  it('keeps the whole text of a complaint', () => {
    for (const text of ['klacth over de telefoon', 'Klant is boos over factuur', 'Klacht! Nu wil hij weg.'])
      assert.deepEqual(near(text), { name: 'register', argument: text });
  });

  it('is none where a sentence only begins like one', () => {
    for (const text of [
      'Vaak te laat opgehaald',
      'Hallo, mevrouw Jansen is boos',
      'Zaken gaan hier niet goed',
      'Boek van de cliënt is al weken kwijt',
      'Termijnen worden nooit gehaald door ons',
      'Helpt niet',
    ])
      assert.equal(near(text), 'none', text);
  });

  it('is none where it is near none', () => {
    for (const text of [
      'Wat is het weer vandaag?',
      'ik',
      'de',
      'ho',
      'bedankt',
      'eet smakelijk',
      'ja graag',
      '',
    ])
      assert.equal(near(text), 'none', text);
  });
});
