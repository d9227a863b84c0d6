import type { Attachment } from 'botbuilder';
import { cardAttachment } from '../answer.ts';
import type { Card } from '../card.ts';

/** The body of an answer to whatever is asked from a dialog, or to open one: what it shows now, or a last word. */
export type TaskAnswer = {
  task:
    | { type: 'continue'; value: { title: string; height: Size; width: Size; card: Attachment } }
    | { type: 'message'; value: string };
};

/** A size in words, which Teams fits to the screen. */
type Size = 'small' | 'medium' | 'large';

/** The dialog shows that card; a form gets the room that it needs. */
export const showingCard = (title: string, card: Card): TaskAnswer => ({
  task: {
    type: 'continue',
    value: {
      title,
      height: hasInputs(card) ? 'large' : 'medium',
      width: 'medium',
      card: cardAttachment(card),
    },
  },
});

/** The dialog ends with a word. */
export const saying = (text: string): TaskAnswer => ({ task: { type: 'message', value: text } });

const hasInputs = (card: Card): boolean => /"type":"Input\./.test(JSON.stringify(card));
