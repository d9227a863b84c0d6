import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAbsence } from '../../src/teams/buttons/absence.ts';
import { parseRegistration } from '../../src/teams/buttons/registration.ts';
import { type Parsed, valuesOf } from '../../src/teams/form/form-reader.ts';

const today = '2026-11-26';
const lars = '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02';

/** What Teams sends when only the required fields were filled in. */
const sent = {
  complainantName: 'Mevrouw Jansen',
  origin: 'client',
  summary: 'Niemand belt terug.',
  receivedOn: today,
  manner: 'oral',
};

const registered = (fields: Record<string, unknown> = {}) => parseRegistration({ ...sent, ...fields }, today);

function taken<T>(parsed: Parsed<T>): T {
  assert.ok('value' in parsed, JSON.stringify(parsed));
  return parsed.value;
}

const errorsOf = (parsed: Parsed<unknown>): Record<string, string> =>
  'errors' in parsed ? parsed.errors : {};

function refuses(fields: Record<string, unknown>, field: string, sentence: RegExp): void {
  const errors = errorsOf(registered(fields));
  assert.deepEqual(Object.keys(errors), [field]);
  assert.match(errors[field] ?? '', sentence);
}

describe('the registration form', () => {
  it('takes a form with only what is required', () => {
    const registration = taken(registered());
    assert.equal(registration.complainant.name, 'Mevrouw Jansen');
    assert.deepEqual(registration.respondents, []);
    assert.equal(registration.remedied, false);
    assert.equal(registration.branch, undefined);
  });

  it('asks no name of a complainant who is unknown or anonymous; a name that is there all the same counts', () => {
    const complainantOf = (fields: Record<string, string>) => taken(registered(fields)).complainant;
    assert.partialDeepStrictEqual(complainantOf({ complainantName: ' ', unnamed: 'anonymous' }), {
      name: 'Anoniem',
      unnamed: 'anonymous',
    });
    assert.equal(complainantOf({ complainantName: '', unnamed: 'unknown' }).name, 'Onbekend');
    assert.equal(complainantOf({ unnamed: 'unknown' }).unnamed, undefined);
    refuses({ complainantName: '', unnamed: 'named' }, 'complainantName', /Vul de naam/);
    refuses({ complainantName: '', unnamed: 'whoever' }, 'complainantName', /Vul de naam/);
  });

  it('names every empty required field at once', () => {
    assert.deepEqual(Object.keys(errorsOf(parseRegistration({}, today))), [
      'complainantName',
      'origin',
      'summary',
      'receivedOn',
      'manner',
    ]);
  });

  it('takes nothing but spaces for nothing', () => {
    refuses({ complainantName: ' \n\t ' }, 'complainantName', /Vul de naam/);
    assert.equal(taken(registered({ branch: '   ' })).branch, undefined);
  });

  it('takes off the spaces around a text', () => {
    assert.equal(taken(registered({ complainantName: '  Jansen ' })).complainant.name, 'Jansen');
  });

  it('refuses a name of 201 characters and says how many there are', () => {
    refuses(
      { complainantName: 'a'.repeat(201) },
      'complainantName',
      /hoogstens 200 tekens\. Nu zijn het er 201/,
    );
    refuses({ summary: 'a'.repeat(2001) }, 'summary', /hoogstens 2000/);
  });

  it('counts an emoji as one character', () => {
    assert.equal(taken(registered({ complainantName: '😀'.repeat(200) })).complainant.name.length, 400);
  });

  it('refuses a day in the future', () =>
    refuses({ receivedOn: '2026-11-27' }, 'receivedOn', /tot en met 26-11-2026/));

  it('refuses a day in 1900', () =>
    refuses({ receivedOn: '1900-01-01' }, 'receivedOn', /vanaf \d\d-11-2021/));

  for (const nonsense of ['2026-02-30', '2026-13-01', '20260230']) {
    it(`refuses a day that does not exist: ${nonsense}`, () => {
      refuses({ receivedOn: nonsense }, 'receivedOn', /bestaat niet/);
    });
  }

  for (const nonsense of ['gisteren', '0', '99999999999999999999']) {
    it(`refuses what is no date, and says how one is written: ${nonsense}`, () => {
      refuses({ receivedOn: nonsense }, 'receivedOn', /niet als een datum\. Schrijf de datum als 24-12-2026/);
    });
  }

  it('refuses a choice that is not in the list', () => {
    refuses({ origin: 'buurman' }, 'origin', /mogelijkheden/);
    refuses({ manner: '__proto__' }, 'manner', /mogelijkheden/);
    refuses({ remedied: 'misschien' }, 'remedied', /aan of uit/);
  });

  it('refuses a respondent that is no object id', () => {
    refuses({ respondents: 'Lars Brouwer' }, 'respondents', /uit de lijst/);
    refuses({ respondents: `${lars},x` }, 'respondents', /uit de lijst/);
  });

  it('takes each respondent once, in lower case', () => {
    const both = `${lars}, ${lars.toUpperCase()},`;
    assert.deepEqual(taken(registered({ respondents: both })).respondents, [lars]);
  });

  it('refuses twenty-one respondents', () => {
    const many = Array.from({ length: 21 }, (_, i) => lars.slice(0, -2) + String(i + 10)).join(',');
    refuses({ respondents: many }, 'respondents', /hoogstens 20 mensen/);
  });

  for (const address of [
    ...['mevrouw', 'a@b', 'a b@voorbeeld.nl', 'a@voor beeld.nl', '<a@voorbeeld.nl>', 'a@b@voorbeeld.nl'],
    ...['a..b@voorbeeld.nl', '.a@voorbeeld.nl', 'a.@voorbeeld.nl', 'a@voorbeeld..nl', 'a@.voorbeeld.nl'],
    ...[
      'a@voorbeeld.nl.',
      'a@-voorbeeld.nl',
      'a@voorbeeld-.nl',
      'a@voorbeeld.n',
      'a@127.0.0.1',
      '@voorbeeld.nl',
    ],
    ...[
      '"a"@voorbeeld.nl',
      'a@voorbeeld.nl, b@voorbeeld.nl',
      'Jan <a@voorbeeld.nl>',
      'a@voorbeeld.nl\nb',
      'a@[::1]',
    ],
    `${'a'.repeat(65)}@voorbeeld.nl`,
  ]) {
    it(`refuses an e-mail address that is none: ${address}`, () => {
      refuses({ email: address }, 'email', /geen e-mailadres/);
    });
  }

  for (const odd of ['\ufe0f', '\u0430', 'é', 'e\u0301', '\u212a', 'ｊ', '߀', '😀', '\u3164']) {
    for (const typed of [`j${odd}n@voorbeeld.nl`, `jan@voor${odd}beeld.nl`, `jan@voorbeeld.n${odd}l`])
      it(`refuses an e-mail address with another character than ASCII has: ${JSON.stringify(typed)}`, () => {
        const bare = valuesOf({ email: typed }).email ?? '';
        refuses({ email: typed }, 'email', /ander teken|dat je niet ziet/);
        assert.ok(!/[^ -~]/.test(bare) || bare === typed, 'the field shows what was typed');
      });
  }

  it('says of a look-alike what an address can hold, and of a hidden variant that it was taken out', () => {
    refuses(
      { email: 'j\u0430n@voorbeeld.nl' },
      'email',
      /alleen de letters a tot en met z, cijfers en leestekens.*typ het adres opnieuw/,
    );
    refuses({ email: 'jan\ufe0f@x.nl' }, 'email', /teken dat je niet ziet.*weggehaald/);
  });

  it('takes an e-mail address', () => {
    assert.equal(
      taken(registered({ email: ' m.jansen+1@mail.voorbeeld.nl ' })).complainant.email,
      'm.jansen+1@mail.voorbeeld.nl',
    );
  });

  for (const hidden of ['\u200b', '\u200d', '\ufeff', '\u202e', '\u00ad', '\u2060', '\u0000', '\u{E0041}']) {
    const typed = `m.jan${hidden}sen@voorbeeld.nl`;
    it(`says that it took a character out of an e-mail address that nobody sees: ${JSON.stringify(typed)}`, () => {
      refuses({ email: typed }, 'email', /dat je niet ziet/);
      const again = valuesOf({ email: typed }).email;
      assert.equal(taken(registered({ email: again })).complainant.email, 'm.jansen@voorbeeld.nl');
    });
  }

  for (const text of [
    '**vet** [klik](https://kwaad.example)',
    '<script>alert(1)</script>',
    '${number}',
    '{{DATE(2026-01-01,SHORT)}}',
    '👩🏽‍⚖️ 🇳🇱',
    'שלום עולם',
    'می‌خواهم',
    'een\ntwee\tdrie',
  ]) {
    it(`keeps what is typed to the letter: ${JSON.stringify(text)}`, () => {
      assert.equal(taken(registered({ summary: text })).summary, text);
      assert.equal(valuesOf({ summary: text }).summary, text);
    });
  }

  it('leaves out control characters and half characters', () => {
    assert.equal(taken(registered({ summary: 'a\u0000b\u001bc\r\nd\ud83d' })).summary, 'abc\nd\ufffd');
  });

  it('takes the toggle as text and as yes or no', () => {
    for (const yes of ['true', true]) assert.equal(taken(registered({ remedied: yes })).remedied, true);
    for (const no of ['false', false, undefined, null])
      assert.equal(taken(registered({ remedied: no })).remedied, false);
  });

  it('refuses a field that is no text, even one that may be left out', () => {
    refuses({ branch: ['Arnhem'] }, 'branch', /niet te lezen/);
    refuses({ summary: { toString: 1 } }, 'summary', /niet te lezen/);
  });

  for (const input of [null, undefined, 3, 'klacht', [], [sent], () => sent, Object.create(sent)]) {
    it(`does not take ${Object.prototype.toString.call(input)} ${String(JSON.stringify(input))} for a form`, () => {
      assert.ok(Object.keys(errorsOf(parseRegistration(input, today))).length > 0);
    });
  }

  it('is not misled by the names of what every object has', () => {
    const hostile = JSON.parse('{"__proto__":{"complainantName":"x"},"constructor":"y","toString":"z"}');
    assert.ok('complainantName' in errorsOf(parseRegistration(hostile, today)));
    assert.equal(({} as Record<string, unknown>).complainantName, undefined);
  });

  it('never throws, whatever comes in', () => {
    const fields = [
      'complainantName',
      'email',
      'origin',
      'summary',
      'receivedOn',
      'manner',
      'respondents',
      'remedied',
    ];
    const field = fc.constantFrom(...fields);
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(field, fc.anything())), (input) => {
        for (const parse of [parseRegistration, parseAbsence]) parse(input, today);
        valuesOf(input);
      }),
    );
  });
});
