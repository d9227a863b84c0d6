import { type Card, template } from '../card.ts';
import type { Notice } from './banner.ts';
import { type Action, type Button, buttons } from './button.ts';
import { type TypedText, typedTexts } from './typed-text.ts';

export type NoticeView = Notice & {
  title: string;
  buttons?: readonly Button[];
  /** What was typed on the card that this takes the place of: it stays readable. */
  typed?: Record<string, string>;
};

const fill = template<Notice & { title: string; typed: TypedText[]; actions: Action[] }>('notice');

/** Something to say: a refusal, that a card is out of date, that something was done. */
export const noticeCard = ({ title, text, tone, buttons: list = [], typed }: NoticeView): Card =>
  fill({ title, text, tone, typed: typedTexts(typed), actions: buttons(list) });
