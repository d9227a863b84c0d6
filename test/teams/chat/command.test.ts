import assert from 'node:assert/strict';
import { helpCard } from '../../../src/teams/cards/help.ts';
import { casesCard, casesFilters } from '../../../src/teams/cards/lists.ts';
import { commandOf } from '../../../src/teams/chat/command.ts';
import { complaintAfter, registered } from '../../procedure/given.ts';
import { buttonsOf } from '../card-parts.ts';

describe('a command as people type it', () => {
  const is = (name: string, argument: string, ...texts: string[]): void => {
    for (const text of texts) assert.deepEqual(commandOf(text), { name, argument }, text);
  };

  it('is the same in any case, with any spaces and with a slash', () => {
    is('register', '', 'klacht', ' KLACHT ', '/klacht', '/ Klacht', 'Klacht!', '<at>Klachtenbot</at> klacht');
    is('my-complaints', '', 'mijn klachten', 'Mijn   Klachten', '/mijnklachten', 'mijn klachten ');
    is('begin', '', 'begin', 'Begin!');
    is('help', '', 'help', 'hallo', 'Hoi!', '/help', '<at>Klachtenbot</at>&nbsp;help');
  });

  it('may be a kind word, which nobody need repeat as a command', () => {
    is('thanks', '', 'bedankt', 'Bedankt!', 'dank je', 'Dank je wel!', 'dankjewel 👍', 'Top', 'top, bedankt');
    is(
      'thanks',
      '',
      'ok',
      'oké.',
      'Oke dank u wel',
      'is goed',
      'Fijne dag nog!',
      '👍',
      '👍🏽',
      'Heel erg bedankt voor de hulp',
    );
    for (const said of [
      'Goed dat u belt',
      'bedankt, maar hij is boos',
      'voor je',
      'is het zo',
      'Niet ok',
      '😡',
    ])
      assert.equal(commandOf(said).name, 'unknown', said);
  });

  it('may be what a button says, of help and of the list of cases', () => {
    const roles = ['colleague', 'officer', 'substitute', 'board'] as const;
    const complaint = complaintAfter(registered());
    const lists = casesFilters.map((filter) => casesCard([{ complaint }], '2026-11-28', [], { filter }));
    const said = [...roles.map((role) => helpCard({ role })), ...lists].flatMap(buttonsOf);
    for (const title of new Set([...said, 'Via de website', 'Gesloten']))
      assert.notEqual(commandOf(title).name, 'unknown', title);
    is('cases', 'late', 'Te laat');
    is('cases', 'this-week', 'deze week');
    is('cases', 'closed', 'Gesloten');
    is('cases', 'all', 'Alle van mij');
    is('deadlines', '', 'Termijnen van vandaag');
  });

  it('takes what stands behind it, with a space between or not', () => {
    is('case', 'K-2026-0001', 'zaak K-2026-0001', '/ZAAK  K-2026-0001', 'zaakK-2026-0001 ');
    is('deadlines', '24-12-2026', 'termijnen 24-12-2026', '/ Termijnen 24-12-2026', 'termijnen24-12-2026');
    is('search', 'jansen utrecht', 'zoek jansen utrecht', '/Zoeken jansen  utrecht', 'zoek jansen utrecht?');
    is('search', '', 'zoek', 'Zoek!');
    is('case', '', 'zaak');
    is('case', '1', 'zaak 1', '1', 'klacht 1');
    is('case', 'k20260001', 'k20260001', 'zaak k20260001');
    is('case', '2026-12', '2026-12', 'klacht 2026-12');
    is('unknown', '0612345678', '0612345678');
    is('case', 'K-2026-0001', 'K-2026-0001', 'klacht K-2026-0001', '<at>Klachtenbot</at> K-2026-0001!');
    is('deadlines', '24 december', 'termijnen 24 december');
    is('deadlines', '', 'termijnen');
  });

  it('takes the sentence of a new complaint as it was typed, with its lines', () => {
    is(
      'register',
      'Er werd niet teruggebeld!\nDrie keer.',
      'klacht Er werd niet teruggebeld!\nDrie keer.',
      'Nieuwe klacht: Er werd niet teruggebeld!\r\nDrie keer. ',
      'registreer\nEr werd niet teruggebeld!\nDrie keer.',
    );
    is('register', '', 'nieuwe klacht', 'registreer', 'Klacht registreren', '/nieuwe klacht.');
    is('register', 'over de telefoon', 'klacht over de telefoon');
  });

  it('keeps of a long text what a field takes, and says that there was more', () => {
    const { name, argument, isCut } = commandOf(`klacht ${'é'.repeat(2001)}`);
    assert.deepEqual(
      { name, isCut, kept: [...argument].length },
      { name: 'register', isCut: true, kept: 2000 },
    );
    assert.equal(commandOf(`klacht ${'é'.repeat(2000)}`).isCut, undefined);
    assert.equal(commandOf('x'.repeat(256_000)).argument, 'x'.repeat(2000));
  });

  it('is none when something else was meant', () => {
    for (const text of ['', '/', 'klachtenregeling', 'zaakwaarnemer', 'termijnenregeling', 'constructor'])
      assert.equal(commandOf(text).name, 'unknown', text);
  });
});
