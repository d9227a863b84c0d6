import type { Card } from '../card.ts';
import { noticeCard } from './notice.ts';

/** In place of a card that is too large for Teams: where to find what it said. Holds no name and no content. */
export const shortCard = (number: string | undefined): Card =>
  number
    ? noticeCard({
        title: `Klacht ${number}`,
        text: `Er is iets nieuws in deze zaak, maar het past niet in één bericht. Typ in je chat met mij: zaak ${number}.`,
        tone: 'accent',
      })
    : noticeCard({
        title: 'Overzicht van de open klachten',
        text: 'Het overzicht past niet in één bericht. Typ in je chat met mij: zaken.',
        tone: 'accent',
      });
