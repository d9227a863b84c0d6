import type { DisclosureFacts } from './disclosure-facts.ts';
import { letterDate, longDate } from './dutch-date.ts';

/** What art. 15 AVG asks besides the data itself: why, for whom, how long, and which rights there are. */
export function aboutThisFile({
  today,
  erasesOn,
  retentionYears,
  complaint,
}: Omit<DisclosureFacts, 'course' | 'calendar'>): string[] {
  return [
    `Gemaakt op ${letterDate(today)}. U hebt recht op inzage in uw persoonsgegevens (artikel 15 van de AVG). Hieronder staat alles wat Ballance in het klachtenregister over u en uw klacht bewaart.`,
    'Niet in dit overzicht staat wat over anderen gaat of alleen intern is: de namen en verklaringen van medewerkers over wie de klacht gaat, notities, en stukken die nog niet af zijn.',
    'Ballance gebruikt uw gegevens alleen om uw klacht te behandelen volgens de klachtenprocedure. Alleen wie de klacht behandelt of erover beslist, ziet het dossier. De gegevens komen van u, of van wie de klacht voor u doorgaf.',
    kept(),
    'Klopt er iets niet, of wilt u dat gegevens worden gewist? Vraag het aan de klachtenfunctionaris van Ballance. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.',
  ];

  function kept(): string {
    if (erasesOn) return `Op ${longDate(erasesOn)} wist Ballance uw persoonsgegevens.`;
    return complaint.hold
      ? 'Ballance bewaart het dossier nu langer, omdat het nodig is voor een procedure.'
      : `Ballance wist uw persoonsgegevens ${retentionYears} jaar nadat de klacht is afgesloten.`;
  }
}
