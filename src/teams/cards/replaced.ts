import type { Card } from '../card.ts';
import { noticeCard } from './notice.ts';

/** In the place of a card that a later message made superfluous. */
export const replacedCard = (number: string): Card =>
  noticeCard({
    title: `Klacht ${number}: deze kaart is vervangen`,
    text: 'Verderop in deze chat staat een nieuwer bericht over deze klacht.',
    tone: 'accent',
  });
