import type { Card } from './card.ts';
import type { Office } from './office.ts';
import type { Press } from './pressed.ts';

/** What pressing a button leads to. */
export type Outcome = {
  /** Takes the place of the card whose button was pressed. */
  card: Card;
  /** What came of it, in short, once it is done: what a dialog shows in the place of its form. */
  result?: Card;
};

/** What a button does. */
export type Action = (press: Press, office: Office) => Promise<Outcome>;

/** A button that leads to a card, and does nothing that could be done. */
export const showing =
  (card: (press: Press, office: Office) => Promise<Card>): Action =>
  async (press, office) => ({ card: await card(press, office) });
