import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import { fieldNames } from '../../src/letters/field-names.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import { full } from '../teams/a-dossier.ts';
import { aComplaint, facts } from './a-complaint.ts';

describe('every letter', () => {
  for (const kind of letterKinds) {
    const draft = (complaint = aComplaint()) => draftLetter(kind, complaint, facts());

    it(`(${kind}) can be drafted before anything is known, with gaps and no other leftovers`, () => {
      const text = draftLetter(kind, aComplaint(), facts({ measures: [{ what: '', owner: '' }] }));
      assert.doesNotMatch(text, /\{\{|\}\}|undefined|null|NaN|Invalid/);
      assert.doesNotMatch(text, /\n{3}/);
    });

    it(`(${kind}) names the number, an article and who signs`, () => {
      assert.match(draft(), /K-2026-0001/);
      assert.match(draft(), /artikel (?:\d|van maatregel\])/);
      // Who registered the complaint signs that nobody may handle it.
      const role = kind === 'no-handler' ? 'medewerker' : 'klachtenfunctionaris';
      assert(draft().endsWith(`Met vriendelijke groet,\n\nLars Brouwer\n${role}\nBallance`), draft());
    });

    it(`(${kind}) greets as one writes, however the name was typed`, () => {
      const greeted = (name: string) => draft(aComplaint({ complainant: { name } }));
      assert.match(greeted('Mevrouw Van Dam'), /\n\nGeachte mevrouw Van Dam,\n/);
      assert.match(greeted('De heer De Wit'), /\n\nGeachte heer De Wit,\n/);
      assert.match(greeted('Noor Heerema'), /\n\nGeachte Noor Heerema,\n/);
    });

    it(`(${kind}) claims no copy to the experts, to whom none is sent`, () => {
      assert.doesNotMatch(draft(aComplaint({ experts: 'mr. Bos' })), /kopie/i);
    });

    it(`(${kind}) quotes nothing that was noted for the dossier alone`, () => {
      const { appointment, objection } = full('tekst');
      assert.ok(appointment && objection);
      const noted = full('tekst', {
        appointment: { ...appointment, on: '2026-12-31', laterWish: 'complainant', laterBecause: 'intern' },
        objection: { ...objection, lateBecause: 'intern' },
        hearings: [],
        statements: [{ on: '2026-11-03', text: 'intern' }],
        hold: { on: '2026-11-03', reason: 'intern' },
      });
      assert.doesNotMatch(draft(noted), /intern/);
    });

    it(`(${kind}) can go in a window envelope when the address is known`, () => {
      const complainant = { name: 'Mevrouw Van Dam', address: 'Kerkstraat 1\n1234 AB Delft' };
      assert.match(
        draft(aComplaint({ complainant })),
        /^Mevrouw Van Dam\nKerkstraat 1\n1234 AB Delft\n\n21 april/,
      );
      assert.match(draft(), /^21 april 2026\n\nOnderwerp: /);
    });

    it(`(${kind}) is in plain Dutch: sentences of at most 25 words, and "u"`, () => {
      const sentences = draft().split(/[.?!:]\s|\n/);
      assert.deepEqual(
        sentences.filter((sentence) => sentence.split(' ').length > 25),
        [],
      );
      assert.doesNotMatch(draft(), /\b(je|jij|jouw|jullie)\b/i);
    });
  }
});

describe('who handles and who signs', () => {
  it('are two people when somebody stands in for the handler', () => {
    const writer = { name: 'Fatima el Amrani', role: 'substitute' } as const;
    const text = draftLetter('acknowledgement', aComplaint(), facts({ writer }));
    assert.match(text, /Lars Brouwer, klachtenfunctionaris van Ballance, behandelt uw klacht/);
    assert.match(text, /groet,\n\nFatima el Amrani\nvervangend klachtenfunctionaris\n/);
  });

  it('are one when nobody handles it yet', () => {
    const writer = { name: 'Ingrid Smit', role: 'board' } as const;
    const text = draftLetter('acknowledgement', aComplaint({ handler: undefined }), facts({ writer }));
    assert.match(text, /Ingrid Smit, lid van de directie van Ballance, behandelt/);
  });
});

describe('the manual for who edits the letters', () => {
  it('explains every field there is, and no other', () => {
    const manual = readFileSync(new URL('../../letters/README.md', import.meta.url), 'utf8');
    const [, fields = ''] = manual.split('## De velden');
    assert.deepEqual(
      [...fields.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name),
      [...fieldNames],
    );
  });

  it('names every letter', () => {
    const manual = readFileSync(new URL('../../letters/README.md', import.meta.url), 'utf8');
    for (const kind of [...letterKinds, 'position']) assert(manual.includes(`\`${kind}.txt\``), kind);
  });
});
