import type { Refusal, RefusalCode } from '../procedure/refusal.ts';

/** The same for a dossier that does not exist and for one that is not yours: nobody learns which of the two. */
const notYours =
  'Dit kan alleen de klachtverantwoordelijke van die klacht, of het nummer bestaat niet (artikel 5). ' +
  'Vraag het aan de klachtenfunctionaris.';

/** What stands in the way, why, and what to do or who can. */
const sentences: Record<RefusalCode, string> = {
  'unknown-complaint': notYours,
  'not-the-handler': notYours,
  'not-now':
    'Deze stap kan nu niet: de klacht is al verder, of er moet eerst iets anders gebeuren. ' +
    'De klachtverantwoordelijke ziet met “zaak” en het nummer welke stap nu kan.',
  closed:
    'Deze klacht is gesloten, dus er kan niets meer aan veranderen. ' +
    'Heeft de klager een nieuwe klacht? Registreer die dan met “klacht” (artikel 4).',
  'in-the-future':
    'Deze datum ligt in de toekomst. Leg alleen vast wat al gebeurd is: kies vandaag of een eerdere dag.',
  'too-long-ago':
    'Deze datum is meer dan vijf jaar geleden. Controleer het jaartal. ' +
    'Klopt de datum toch? Overleg dan met de klachtenfunctionaris.',
  'before-receipt':
    'Deze datum ligt voor de dag waarop de klacht is ontvangen. Kies die dag of een latere dag.',
  'text-missing': 'Er ontbreekt tekst die verplicht is. Vul het veld in en verstuur het formulier opnieuw.',
  'not-eligible':
    'Aan deze persoon kun je de klacht niet overdragen: de klacht gaat over hem of haar, hij of zij is afwezig, ' +
    'of hoort niet bij de klachtenfunctionaris, de vervangers of de directie. Kies iemand anders uit de lijst.',
  'not-at-the-desk':
    'Dit is alleen voor de klachtenfunctionaris, de vervangers en de directie. Vraag het aan een van hen.',
};

/** A refusal in Dutch: which article, why, and who can. */
export function refusalText({ code, article }: Pick<Refusal, 'code' | 'article'>): string {
  const sentence = sentences[code];
  return article === undefined || sentence === notYours ? sentence : `Artikel ${article}. ${sentence}`;
}
