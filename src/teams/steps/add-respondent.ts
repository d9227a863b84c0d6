import { inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { colleague, text } from '../form/fields.ts';
import { outsidersIn, peopleChoices } from './ranges-and-choices.ts';
import { stepForm } from './step.ts';

/** Said to a handler who adds themselves: who takes over is part of what they no longer see. */
const lostSight =
  'Je bent nu beklaagde. Je behandelt deze klacht niet meer en ziet het dossier niet meer: ze gaat verder zonder jou. Vraagt iemand jou om een verklaring, dan lees je dat hier.';

const labels = { reason: 'Reden' };

/** Art. 5, made general: adds a respondent, who loses sight of the dossier. */
export const addRespondent = stepForm('add-respondent', {
  title: 'Beklaagde toevoegen',
  labels,
  intro:
    'Blijkt de klacht ook over iemand anders te gaan? Wie beklaagde is, behandelt de klacht niet en ziet het dossier niet (artikel 5). Behandelt diegene de klacht nu, dan gaat ze meteen naar een ander.',
  fields: ({ desk, complaint }) => ({
    respondent: colleague(
      'Over wie gaat de klacht ook?',
      'Kies een collega uit de lijst.',
      peopleChoices(
        inOrderOfHandling(desk)
          .map(({ person }) => person)
          .filter((person) => !isAmong(person, complaint.respondents)),
      ),
      {
        placeholder: 'Kies een collega',
        hint: 'Staat de collega niet in de lijst en kun je niet zoeken? Open de zaak dan in Teams op een computer.',
      },
    ),
    reason: text(
      labels.reason,
      'Schrijf op waarom de klacht ook over deze collega gaat (hoogstens 2000 tekens).',
      {
        multiline: true,
      },
    ),
  }),
  command: async ({ respondent, reason }, { names }) => {
    const [person = { id: respondent, name: '' }] = await names([respondent]);
    if (outsidersIn([person])) throw new Refusal('not-a-colleague');
    return { respondent: person, reason };
  },
  done: ({ complaint: { respondents, handler } }, { by }) => {
    if (isAmong(by, respondents)) return lostSight;
    return `${respondents.at(-1)?.name ?? 'De collega'} is nu beklaagde. ${
      handler
        ? `${handler.person.name} behandelt de klacht.`
        : 'De directie zoekt iemand die de klacht behandelt.'
    }`;
  },
  about: { 'respondent-already': 'respondent', 'not-a-colleague': 'respondent' },
});
