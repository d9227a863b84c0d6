import assert from 'node:assert/strict';
import { parseAbsence } from '../../../src/teams/buttons/absence.ts';
import { parseRegistration } from '../../../src/teams/buttons/registration.ts';
import { stepForms } from '../../../src/teams/steps/all-steps.ts';
import { full, joris, today } from '../a-dossier.ts';
import { settingOf, steps } from '../form-examples.ts';

type Form = { fields: Record<string, string>; read(input: unknown): unknown };

const setting = settingOf(full('M. Visser', { stage: 'answered' }), { locale: 'en-US' });

/** Something in each field, by the kind of its input. */
const filledIn = ({ type, choices }: Record<string, unknown>, proposed: string): string => {
  if (type === 'Input.Date') return today;
  if (type === 'Input.Time') return '14:30';
  if (type === 'Input.Toggle') return 'true';
  const [first] = (choices as { value: string }[] | undefined) ?? [];
  return proposed || (type === 'Input.ChoiceSet' ? (first?.value ?? joris.id) : 'Een regel\nNog een regel');
};

/** Every form: of each step from their one list, and the two that are of no dossier. */
const forms: Record<string, Form> = {
  ...Object.fromEntries(
    steps.map((step) => [
      step,
      {
        fields: Object.fromEntries(
          Object.entries(stepForms[step].fields(setting)).flatMap(([id, field]) =>
            field ? [[id, filledIn(field.input, field.proposed)]] : [],
          ),
        ),
        read: (input) => stepForms[step].read(input, setting),
      } satisfies Form,
    ]),
  ),
  registration: {
    fields: {
      complainantName: 'M. Visser',
      origin: 'client',
      summary: 'Een regel\nNog een regel',
      receivedOn: today,
      manner: 'oral',
      email: 'm@voorbeeld.nl',
      respondents: joris.id,
      remedied: 'false',
    },
    read: (input) => parseRegistration(input, today, 'en-US'),
  },
  absence: { fields: { from: today, until: today }, read: (input) => parseAbsence(input, today, 'en-US') },
};

/** The ways in which other clients write the same input. */
const same: Record<string, (value: string) => unknown> = {
  'an instant for a day': (value) => (value === today ? `${today}T00:00:00Z` : value),
  'an instant in another zone for a day': (value) =>
    value === today ? `${today}T00:00:00.000+01:00` : value,
  'a day of another locale': (value) => (value === today ? '11/26/2026' : value),
  'a day and a time of a machine': (value) => (value === today ? '11/26/2026 00:00:00' : value),
  'line ends of Windows': (value) => value.replaceAll('\n', '\r\n'),
  'line ends of an old Mac': (value) => value.replaceAll('\n', '\r'),
  'separators of lines': (value) => value.replaceAll('\n', '\u2028'),
  'a yes or no that is none of a text': (value) =>
    value === 'true' ? true : value === 'false' ? false : value,
  'blanks around it': (value) => `  ${value} `,
};

describe('a form that comes back otherwise than Teams sends it', () => {
  for (const [name, { fields, read }] of Object.entries(forms)) {
    for (const [what, otherwise] of Object.entries(same))
      it(`says the same with ${what}: ${name}`, async () => {
        const changed = Object.fromEntries(Object.entries(fields).map(([id, one]) => [id, otherwise(one)]));
        assert.deepEqual(await read(changed), await read(fields));
      });

    it(`reads what is missing as what is empty, and a number as its text: ${name}`, async () => {
      for (const id of Object.keys(fields)) {
        const { [id]: _, ...missing } = fields;
        assert.deepEqual(await read(missing), await read({ ...fields, [id]: '' }), id);
        assert.deepEqual(await read({ ...fields, [id]: null }), await read({ ...fields, [id]: '' }), id);
        assert.deepEqual(await read({ ...fields, [id]: 17 }), await read({ ...fields, [id]: '17' }), id);
      }
    });

    it(`asks again for a field that is a list or an object: ${name}`, async () => {
      for (const id of Object.keys(fields))
        for (const odd of [[fields[id]], { value: fields[id] }, []]) {
          const { errors } = (await read({ ...fields, [id]: odd })) as { errors?: Record<string, string> };
          assert.match(errors?.[id] ?? '', /niet te lezen/, id);
        }
    });
  }
});
