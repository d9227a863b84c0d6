import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import { block, oneLine, readable } from '../../src/letters/readable.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import { parseRegistration } from '../../src/teams/buttons/registration.ts';
import { FormReader } from '../../src/teams/form/form-reader.ts';
import { stepForms } from '../../src/teams/steps/all-steps.ts';
import { full } from '../teams/a-dossier.ts';
import { settingOf, steps } from '../teams/form-examples.ts';
import { facts } from './a-complaint.ts';

/** Unicode classes whose characters are invisible by themselves; the engine knows their members. */
const classes: Record<string, RegExp> = {
  'variation selectors': /\p{Variation_Selector}/u,
  'default ignorable characters': /\p{Default_Ignorable_Code_Point}/u,
  'Hangul fillers': /[\u115F\u1160\u3164\uFFA0]/u,
  tags: /[\u{E0000}-\u{E007F}]/u,
  'private use': /\p{Private_Use}/u,
  'control characters': /(?![\t\n\v\f\r\u0085])\p{Control}/u,
  'marks of direction': /\p{Bidi_Control}/u,
  joiners: /\p{Join_Control}/u,
  noncharacters: /\p{Noncharacter_Code_Point}/u,
  blanks: /[\u034F\u2800\uFFFC\u{1D159}]/u,
};
const marks = /\p{Mark}/u;

const members = (of: RegExp): string[] => {
  const found: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    if (of.test(character)) found.push(character);
  }
  return found;
};

/** A few of each class together: an invisible text. */
const nothing = [...Object.values(classes), marks]
  .map(members)
  .flatMap((all) => [all.at(0), all.at(Math.floor(all.length / 2)), all.at(-1)])
  .join('');

describe('what shows nothing', () => {
  for (const [name, of] of Object.entries(classes))
    it(`is nothing by itself, and goes out of a text: ${name}`, () => {
      const all = members(of);
      assert.ok(all.length > 0);
      const kept = all.filter(
        (one) =>
          oneLine(one) !== '' ||
          oneLine(`${one} ${one}\u200d${one}`) !== '' ||
          readable(`${one}\n${one}${one}`) !== '\n' ||
          oneLine(`Jan${one}sen${one}`) !== 'Jansen',
      );
      assert.deepEqual(
        kept.map((one) => one.codePointAt(0)?.toString(16)),
        [],
      );
    });

  it('is a mark without a character under it, and all of a pile beyond five', () => {
    for (const mark of members(marks)) {
      assert.equal(oneLine(mark), '');
      assert.equal(readable(`Jan\n${mark}${mark} ${mark}sen`), 'Jan\n sen');
      assert.ok([...readable(`a${mark.repeat(150)}b`)].length <= 7);
    }
    assert.equal(oneLine(`Jan${'\u0301'.repeat(150)}`), `Jan${'\u0301'.repeat(5)}`);
  });

  it('stays where it is part of what is seen', () => {
    for (const text of [
      ...['❤️', '☎︎ 06', '1️⃣ en #️⃣', '👩🏽‍⚖️', '👨‍👩‍👧', 'é', 'ệ', 'שָׁלוֹם', 'می‌خواهم', 'क्‍ष', '؀١٢'],
      'Jan de Boër–Ñandú',
    ])
      for (const form of ['NFC', 'NFD'] as const)
        assert.equal(oneLine(text.normalize(form)), text.normalize(form));
  });

  it('leaves a text that is read again as it is', () => {
    const characters = [...nothing, 'a', ' ', '\n', '❤', '1', 'ب', '\u20e3'];
    for (let seed = 1; seed < 4000; seed++) {
      const text = Array.from({ length: 12 }, (_, at) => {
        const place = Math.imul(seed * 31 + at, 2654435761) >>> 16;
        return characters[place % characters.length];
      }).join('');
      assert.equal(readable(readable(text)), readable(text), JSON.stringify(text));
    }
  });
});

describe('a field in which nothing is seen', () => {
  const setting = settingOf(full('tekst', { stage: 'answered', statements: [] }), { today: '2027-01-04' });

  it('is an empty field, in every form: where it must be filled, that is said', () => {
    let seen = 0;
    for (const step of steps)
      for (const [id, field] of Object.entries(stepForms[step].fields(setting))) {
        if (field?.input.type !== 'Input.Text') continue;
        for (const typed of [nothing, '\u2800', ` ${nothing}\n${nothing}`]) {
          const [form, empty] = [new FormReader({ [id]: typed }), new FormReader({})];
          const [answer, ofNone]: unknown[] = [field.read(form, id), field.read(empty, id)];
          assert.deepEqual(answer, ofNone, `${step} ${id}`);
          assert.deepEqual(
            form.parsed({}, { answer }),
            empty.parsed({}, { answer: ofNone }),
            `${step} ${id}`,
          );
        }
        seen++;
      }
    assert.ok(seen >= 25, `${seen}`);
  });

  it('is an empty field when a complaint is registered: it has no complainant "\\u2800"', () => {
    const chosen = { origin: 'client', receivedOn: '2026-11-26', manner: 'oral' };
    const optional = ['representing', 'email', 'phone', 'address', 'branch', 'colleague', 'experts'];
    const filled = (text: string, ids: string[]) => Object.fromEntries(ids.map((id) => [id, text]));
    const read = (input: object) => parseRegistration({ ...chosen, ...input }, '2026-11-26');
    for (const typed of [nothing, '\u2800', '\ufe0f', '\u3164'])
      assert.deepEqual(read(filled(typed, [...optional, 'complainantName', 'summary'])), read({}));
    const named = { complainantName: 'Jansen', summary: 'tekst' };
    assert.deepEqual(read({ ...named, ...filled(nothing, optional) }), read(named));
  });
});

describe('a postal address', () => {
  const lie = 'Ballance erkent volledige aansprakelijkheid.';
  const read = (address: string) => {
    const form = new FormReader({ address });
    return form.parsed({ address: form.address('address') });
  };

  it('is one block of at most six lines; otherwise it is said what is wrong', () => {
    for (const lines of [1, 2, 6]) {
      const address = Array.from({ length: lines }, (_, at) => `regel ${at}`).join('\n');
      assert.deepEqual(read(`\n ${address.replace('\n', ' \r\n  ')}\n\n`), { value: { address } });
    }
    for (const gap of ['\n\n', '\n \u2800\n', '\r\n\t\r\n', '\u2028\u2029', `\n${nothing}\n`])
      assert.deepEqual(read(`Straat 1${gap}${lie}`), {
        errors: { address: 'Laat in het adres geen regel leeg. Een adres is één blok.' },
      });
    assert.deepEqual(read('a\nb\nc\nd\ne\nf\ng'), {
      errors: { address: 'Gebruik voor het adres hoogstens 6 regels. Nu zijn het er 7.' },
    });
  });

  it('is read so in every form that asks for one', () => {
    const address = `Straat 1\n\n${lie}`;
    const registered = parseRegistration({ address }, '2026-11-26');
    assert.ok('errors' in registered && registered.errors.address);
    const unreached = settingOf({ ...full('tekst'), complainant: { name: 'Mevrouw Van Dam' } });
    const asked = steps.filter((step) => {
      const field = stepForms[step].fields(unreached).address;
      if (!field) return false;
      const form = new FormReader({ address });
      assert.ok('errors' in form.parsed({ address: field.read(form, 'address') }), step);
      return true;
    });
    assert.deepEqual(
      asked,
      steps.filter((step) => step === 'correct-facts' || stepForms[step].fields(unreached).letter),
    );
  });

  it('stands in every letter as one block, also when it was stored otherwise', () => {
    const complaint = full('tekst');
    for (const kind of letterKinds) {
      const drafted = (address: string) =>
        draftLetter(kind, { ...complaint, complainant: { ...complaint.complainant, address } }, facts());
      assert.equal(drafted(`Straat 1\n\n \u2800\n${lie}`), drafted(`Straat 1\n${lie}`), kind);
    }
    assert.equal(block(`\nStraat 1\n\n\n${lie} `), `Straat 1\n${lie}`);
  });
});
