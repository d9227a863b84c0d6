import { type Score, type Scores, scores } from '../../procedure/model/learning.ts';
import { satisfactionLabels, scoreChoices, scoresWords } from '../cards/learning-words.ts';
import { choice, day, type Field, optionalText } from '../form/fields.ts';
import { since } from './ranges-and-choices.ts';
import { stepForm } from './step.ts';

/** Makes the field for one of the scores. */
function score(of: keyof Scores, hint: string): Field<Score> {
  const field = choice(satisfactionLabels[of], 'Kies een cijfer van 1 tot en met 5.', scoreChoices, { hint });
  return {
    ...field,
    read(form, id) {
      const chosen = field.read(form, id);
      return scores.find((one) => `${one}` === chosen);
    },
  };
}

/** Inleiding: records what the complainant thinks of it, after the closing. */
export const recordSatisfaction = stepForm('record-satisfaction', {
  title: 'Tevredenheid vastleggen',
  labels: { remark: satisfactionLabels.remark },
  intro: ({ complaint: { closed } }) =>
    'Vraag de klager hoe het ging, ongeveer vier weken na de sluiting. Wil de klager niet antwoorden? Dan leg je niets vast.' +
    (closed?.satisfaction
      ? ` Er is al vastgelegd: ${scoresWords(closed.satisfaction)}. Leg je opnieuw iets vast, dan telt dat.`
      : ''),
  fields: (setting) => ({
    on: day(
      'Datum',
      'Kies een dag vanaf de sluiting tot en met vandaag.',
      since(setting.complaint.closed?.on ?? setting.today, setting),
      { proposed: setting.today },
    ),
    handling: score('handling', 'Hoe tevreden is de klager over hoe Ballance de klacht afhandelde?'),
    outcome: score('outcome', 'Hoe tevreden is de klager over wat eruit kwam?'),
    remark: optionalText(satisfactionLabels.remark, {
      multiline: true,
      most: 500,
      hint: 'Wat zei de klager erbij? Dit blijft in het dossier.',
    }),
  }),
  command: (answers) => answers,
  done: 'De tevredenheid is vastgelegd. Ze telt mee in het jaaroverzicht, zonder naam.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on' },
});
