import { text } from '../form/fields.ts';
import { stepForm } from './step.ts';

const labels = { reason: 'Reden' };

/** AVG: asks a second person to agree to the erasure of personal data. */
export const requestErasure = stepForm('request-erasure', {
  title: 'Persoonsgegevens wissen',
  labels,
  intro:
    'Vraagt de klager om zijn gegevens te wissen, of zijn ze niet meer nodig (AVG)? Weg gaan namen, adressen, teksten, verklaringen, brieven en documenten. Er blijven nummer, data, herkomst, oordeel en afloop, en het bewijs dat het logboek heel is. Iemand anders moet akkoord gaan. Wissen kan niet worden teruggedraaid.',
  fields: () => ({
    reason: text(labels.reason, 'Schrijf op waarom de gegevens weg moeten (hoogstens 2000 tekens).', {
      multiline: true,
      hint: 'Noem geen namen en niets uit de klacht: wie akkoord geeft, leest deze reden zonder het dossier te zien.',
    }),
  }),
  command: (answers) => answers,
  done: 'De anderen die klachten behandelen, krijgen bericht. Gaat een van hen akkoord, dan zijn de gegevens gewist.',
});
