import { text } from '../form/fields.ts';
import { stepForm } from './step.ts';

const labels = { experts: 'Deskundigen die de klager bijstaan' };

/** Art. 3: records the experts who assist the complainant; letters name them. */
export const recordExperts = stepForm('record-experts', {
  title: 'Deskundige vastleggen',
  labels,
  intro:
    'De klager mag zich laten bijstaan door een of meer deskundigen die hij zelf kiest (artikel 3). De ontvangstbevestiging, het antwoord en de uitnodiging voor een gesprek noemen hen, als je die hierna maakt. De brieven gaan alleen naar de klager.',
  fields: ({ complaint }) => ({
    experts: text(labels.experts, 'Vul in wie de klager bijstaat (hoogstens 200 tekens).', {
      proposed: complaint.experts,
    }),
  }),
  command: (answers) => answers,
  done: 'De deskundige staat in het dossier.',
});
