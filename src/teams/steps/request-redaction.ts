import { listed } from '../../letters/words.ts';
import { togetherInTexts } from '../../procedure/articles/avg-redaction.ts';
import {
  fewestCharacters,
  isIllegible,
  isOfADate,
  placesOf,
  standsInFacts,
} from '../../procedure/model/redaction.ts';
import { placesIn } from '../../register/model/redact.ts';
import { foundWords, redactionFollows } from '../cards/agreement.ts';
import { text } from '../form/fields.ts';
import { readDay } from '../form/read-day.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { blanked: 'Welke tekst?', reason: 'Reden' };

/** AVG: asks a second person to agree to making one text illegible, wherever it stands in the dossier. */
export const requestRedaction = stepForm('request-redaction', {
  title: 'Tekst onleesbaar maken',
  labels,
  intro:
    'Staat er iets in het dossier dat er niet hoort, zoals een burgerservicenummer of een diagnose? Dan maak ik die tekst overal in het dossier onleesbaar: in de inhoud, verklaringen, brieven, notities, het logboek en de namen van documenten. Iemand anders moet akkoord gaan. Een brief die al weg is, haal ik niet terug; een brief die nog wacht, gaat zonder die tekst. In documenten zelf kijk ik niet. Onleesbaar maken kan niet worden teruggedraaid.',
  fields: (setting) => {
    const asked = text(labels.blanked, 'Typ de tekst die onleesbaar moet worden.', {
      hint: 'Precies zoals die er staat; hoofdletters en het aantal spaties maken niet uit, bij cijfers ook punten en streepjes niet. Ik zoek op deze tekst, ook binnen langere woorden.',
    });
    const why = text(labels.reason, 'Schrijf op waarom de tekst weg moet (hoogstens 2000 tekens).', {
      multiline: true,
      hint: 'Zet de tekst zelf er niet in: de reden blijft staan. Wie akkoord geeft, leest haar misschien zonder het dossier te zien.',
    });
    return {
      blanked: {
        ...asked,
        read: (form, id) => {
          const value = asked.read(form, id);
          const wrong = value && whyNot(value, setting);
          return wrong ? form.wrong(id, wrong, value) : value;
        },
      },
      reason: {
        ...why,
        read: (form, id) => {
          const reason = why.read(form, id);
          const value = form.optionalLine('blanked');
          return reason && value && placesOf(value, reason) > 0
            ? form.wrong(id, 'Haal de tekst die onleesbaar moet worden uit de reden: die blijft staan.')
            : reason;
        },
      },
    };
  },
  command: ({ blanked, reason }) => ({ value: blanked, reason }),
  done: ({ complaint, journal }) => {
    const { redactionRequest } = complaint;
    const found = redactionRequest ? foundWords(placesIn(journal, redactionRequest.value)) : '';
    const others = togetherInTexts(complaint);
    const also =
      others.length > 0
        ? ` Deze klacht hoort bij ${listed(others)}. Staat de tekst ook daar, dan maak ik hem daar tegelijk onleesbaar. Dat kan niet als dat dossier wordt bewaard voor een procedure, als daar al een verzoek loopt of als die klacht over een van jullie gaat: kijk het daarna na.`
        : '';
    return `${found} De anderen die klachten behandelen, krijgen bericht. Gaat een van hen akkoord, dan maak ik die tekst onleesbaar.${also} ${redactionFollows}`.trim();
  },
});

/** Words why a text cannot be made illegible; undefined where it can. */
function whyNot(value: string, { complaint, course, locale }: Setting): string | undefined {
  if (isIllegible(value))
    return `Dit is te kort of te gewoon: typ minstens ${fewestCharacters} letters of cijfers van de tekst die weg moet.`;
  if (isOfADate(value) || readDay(value, locale).day)
    return 'Een datum maak ik niet onleesbaar: daar rusten termijnen op. Klopt hij niet? Gebruik “Datum corrigeren”.';
  if (standsInFacts(value, complaint))
    return 'Dit is (een deel van) een naam, een contactgegeven of het nummer van de klacht. Die maak ik niet onleesbaar: brieven en rechten rusten erop. Klopt het niet? Gebruik eerst “Gegevens corrigeren”.';
  const found = placesIn(
    course.map(({ event: { type, ...rest } }) => ({
      type,
      erasable: {
        salt: '',
        by: complaint.receiver,
        personal: 'personal' in rest ? rest.personal : undefined,
      },
    })),
    value,
  );
  return found.size === 0
    ? 'Ik vind deze tekst nergens in dit dossier. Typ hem over zoals hij er staat.'
    : undefined;
}
