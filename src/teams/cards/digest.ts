import { longDate } from '../../letters/dutch-date.ts';
import type { Digest } from '../../register/digest.ts';
import { type Card, template } from '../card.ts';
import { type ChannelLine, channelLine } from './channel-line.ts';

type Data = { day: string; totals: string; rows: ChannelLine[]; more: string[] };

const fill = template<Data>('digest');
const mostRows = 30;

/** The open complaints for the channel, the late ones first. */
export const digestCard = ({ day, rows, withoutDeadline }: Digest): Card =>
  fill({
    day: longDate(day),
    totals: totals(rows.length + withoutDeadline, rows.filter(({ late }) => late).length, withoutDeadline),
    rows: rows.slice(0, mostRows).map(channelLine),
    more: rows.length > mostRows ? [`En nog ${rows.length - mostRows} met een latere termijn.`] : [],
  });

function totals(open: number, late: number, withoutDeadline: number): string {
  if (open === 0) return 'Er zijn geen open klachten. Er hoeft vandaag niets.';
  const parts = [
    open === 1 ? '1 open klacht' : `${open} open klachten`,
    late === 0 ? 'geen te laat' : `${late} te laat`,
    ...(withoutDeadline > 0 ? [`${withoutDeadline} zonder lopende termijn`] : []),
  ];
  return `${parts.join(', ')}.`;
}
