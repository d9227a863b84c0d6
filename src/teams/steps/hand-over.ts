import { successors } from '../../procedure/articles/art05-handler.ts';
import { roleWords } from '../cards/words.ts';
import { choice, text } from '../form/fields.ts';
import { stepForm } from './step.ts';

const labels = { reason: 'Reden' };

/** Art. 5: hands the complaint over to one of those who may take over. */
export const handOver = stepForm('hand-over', {
  title: 'Overdragen',
  labels,
  intro:
    'Wie de klacht overneemt, wordt klachtverantwoordelijke (artikel 5) en krijgt meteen de kaart. Jij behandelt deze klacht daarna niet meer.',
  fields: (setting) => ({
    to: choice(
      'Aan wie',
      'Kies aan wie je de klacht overdraagt.',
      successors(setting.complaint, setting).map(({ person, role }) => ({
        title: `${person.name} (${roleWords[role]})`,
        value: person.id,
      })),
    ),
    reason: text(labels.reason, 'Schrijf op waarom je de klacht overdraagt (hoogstens 2000 tekens).', {
      multiline: true,
    }),
  }),
  command: (answers) => answers,
  done: ({ id, complaint: { handler } }) =>
    `Zaak ${id} is overgedragen. ${handler?.person.name ?? 'De opvolger'} behandelt de klacht vanaf nu en krijgt de kaart in de eigen chat.`,
  about: { 'not-eligible': 'to' },
});
