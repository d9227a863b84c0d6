import type { Card } from './card.ts';
import type { Office } from './office.ts';
import type { Press } from './pressed.ts';

/** What pressing a button leads to: another card, or a word while the one that was pressed stays as it is. */
export type Outcome = Shown | Stays;

export type Shown = {
  /** Takes the place of the card whose button was pressed. */
  card: Card;
  /** Said where the card is too large to take that place: its own words would point at what nobody sees. */
  instead?: string;
  /** What came of it, in short, once it is done: what a dialog shows in the place of its form. */
  result?: Card;
  /** The number of the complaint that was registered: the card is its receipt. */
  registered?: string;
};

/** Nothing was done, and nothing that is on the screen may go: what is said about it. */
export type Stays = { stays: string };

export const staysAsItIs = (outcome: Outcome): outcome is Stays => 'stays' in outcome;

/** What a button does. */
export type Action = (press: Press, office: Office) => Promise<Outcome>;

/** A button that leads to a card, and does nothing that could be done. */
export const showing =
  (card: (press: Press, office: Office) => Promise<Card>): Action =>
  async (press, office) => ({ card: await card(press, office) });
