import type { ChannelRow } from '../../register/digest.ts';
import { type Card, template } from '../card.ts';
import { type ChannelLine, channelLine } from './channel-line.ts';

const fill = template<ChannelLine>('channel-reminder');

/** A reminder for the channel: number, article, what is due, last day to act, days left. Nothing else. */
export const channelReminderCard = (row: ChannelRow): Card => fill(channelLine(row));
