import { countsAsReceivedOn } from '../procedure/articles/art02-post.ts';
import { decisionMakers } from '../procedure/articles/art08-decision.ts';
import type { Context } from '../procedure/model/commands.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../procedure/model/desk.ts';
import type { DispatchManner } from '../procedure/model/letter.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { LetterFacts } from './fields.ts';
import type { Organisation } from './organisation.ts';

/** The complaint that a letter is about, when it is written, and by whom. */
export type Writing = Context & { complaint: Complaint; by: Person; organisation: Organisation };

/** How a letter goes out, and on which day; as usual and today unless given. */
export type Outgoing = { manner?: DispatchManner | undefined; sentOn?: LocalDate | undefined };

/** Finds how a letter goes out unless another way is chosen; undefined where neither the bot can mail it nor the post knows where to. */
export const usualManner = ({
  complaint: { complainant },
  mail,
}: Pick<Writing, 'complaint' | 'mail'>): DispatchManner | undefined => {
  if (mail && complainant.email) return 'email';
  return complainant.address ? 'post' : undefined;
};

/**
 * Collects what every letter is made from besides the complaint; who writes it signs. Its date is the day on which it is sent, as the
 * register records it.
 */
export const factsOf = ({ manner, sentOn }: Outgoing, writing: Writing): LetterFacts => {
  const { today, calendar, by, complaint, desk, mail, organisation } = writing;
  const { handler } = complaint;
  const chosen = manner ?? usualManner(writing) ?? 'post';
  const isMailed = chosen === 'email' && mail && complaint.complainant.email !== undefined;
  const seat = inOrderOfHandling(desk).find(({ person }) => person.id === by.id);
  const role = (handler?.person.id === by.id ? handler : seat)?.role ?? 'colleague';
  const on = isMailed ? today : (sentOn ?? today);
  return {
    today: on,
    manner: chosen,
    countsAsReceivedOn: countsAsReceivedOn(chosen, on, calendar),
    calendar,
    organisation,
    desk,
    boardIsRespondent: decisionMakers(complaint, desk).length === 0,
    writer: { name: seat?.person.name ?? by.name, role },
  };
};
