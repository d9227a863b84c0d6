import type { Card } from '../card.ts';
import { helpButton } from './button.ts';
import { noticeCard } from './notice.ts';

/** What cannot be done, and who can; with what was typed, which stays readable. Says the same of what is hidden and what is not there. */
export const refusedCard = (text: string, typed?: Record<string, string>): Card =>
  noticeCard({ title: 'Dit kan niet', text, tone: 'warning', buttons: [helpButton], typed });
