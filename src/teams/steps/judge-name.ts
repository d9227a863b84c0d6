import { supposed } from '../../procedure/articles/art04-website.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import { choice, choicesOf } from '../form/fields.ts';
import { peopleChoices } from './ranges-and-choices.ts';
import { stepForm } from './step.ts';

/** Reading 10: somebody whom it is not about looks whether the complaint is about who the website named. */
export const judgeName = stepForm('judge-name', {
  title: 'Naam nakijken',
  labels: {},
  primaryIn: ['registered'],
  intro:
    'Het bericht van de website noemt iemand die klachten behandelt of erover beslist, bij naam of functie. Wie beklaagde is, behandelt de klacht niet en ziet het dossier niet (artikel 5). Lees daarom eerst of de klacht over diegene gaat. Tot dan gaat er geen brief uit.',
  fields: (setting) => {
    const people = supposed(setting.complaint);
    return {
      respondent: choice('Wie is genoemd?', 'Kies wie je hebt nagekeken.', peopleChoices(people), {
        ...(people.length === 1 && { proposed: people[0]?.id }),
      }),
      isAbout: choice(
        'Gaat de klacht over diegene?',
        'Kies of de klacht over diegene gaat.',
        choicesOf(['yes', 'no'], {
          yes: 'Ja: diegene is beklaagde',
          no: 'Nee: de naam of functie staat er om een andere reden',
        }),
      ),
    };
  },
  command: ({ respondent, isAbout }) => ({ respondent, isAbout: isAbout === 'yes' }),
  done: ({ complaint }, { by }) => {
    const { handler, respondents } = complaint;
    if (supposed(complaint).length > 0) return 'Vastgelegd. Kijk ook de andere naam nog na.';
    if (!handler || handler.person.id === by.id || isAmong(by, respondents))
      return 'Vastgelegd. Nu kun je de klacht verder behandelen.';
    return `Vastgelegd. De klacht gaat nu naar ${handler.person.name}, die haar volgens artikel 5 behandelt.`;
  },
  about: { 'not-a-respondent': 'respondent' },
});
