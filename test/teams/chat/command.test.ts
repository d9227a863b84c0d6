import assert from 'node:assert/strict';
import { commandOf } from '../../../src/teams/chat/command.ts';

describe('a command as people type it', () => {
  const is = (name: string, argument: string, ...texts: string[]): void => {
    for (const text of texts) assert.deepEqual(commandOf(text), { name, argument }, text);
  };

  it('is the same in any case, with any spaces and with a slash', () => {
    is('register', '', 'klacht', ' KLACHT ', '/klacht', '/ Klacht', 'Klacht!', '<at>Klachtenbot</at> klacht');
    is('my-complaints', '', 'mijn klachten', 'Mijn   Klachten', '/mijnklachten', 'mijn klachten ');
    is('help', '', 'help', 'hallo', 'Hoi!', '/help', '<at>Klachtenbot</at>&nbsp;help');
  });

  it('takes what stands behind it, with a space between or not', () => {
    is('case', 'K-2026-0001', 'zaak K-2026-0001', '/ZAAK  K-2026-0001', 'zaakK-2026-0001 ');
    is('deadlines', '24-12-2026', 'termijnen 24-12-2026', '/ Termijnen 24-12-2026', 'termijnen24-12-2026');
    is('search', 'jansen utrecht', 'zoek jansen utrecht', '/Zoeken jansen  utrecht', 'zoek jansen utrecht?');
    is('search', '', 'zoek', 'Zoek!');
    is('case', '', 'zaak');
    is('deadlines', '', 'termijnen');
  });

  it('is none when something else was meant', () => {
    for (const text of [
      '',
      '/',
      'klacht over de telefoon',
      'zaakwaarnemer',
      'termijnenregeling',
      'constructor',
    ])
      assert.equal(commandOf(text).name, 'unknown', text);
  });
});
