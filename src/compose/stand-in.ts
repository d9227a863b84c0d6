import type { MailServer } from '../mail/mail-way.ts';
import { nextWorkingDayAfter } from '../procedure/articles/art02-periods.ts';
import type { Desk } from '../procedure/model/desk.ts';
import { isMadeBy } from '../register/integrity/at-start.ts';
import type { Store } from '../register/model/store.ts';
import type { Settings } from '../settings/settings.ts';
import type { Calendar } from '../time/calendar.ts';
import { tryoutDirectory } from '../tryout/desk.ts';
import { type Tryout, type TryoutOptions, tryout } from '../tryout/tryout.ts';
import { tryoutFile } from './open.ts';

type Parts = Pick<TryoutOptions, 'clock' | 'timeMoved' | 'madeBy' | 'beginAgain' | 'fillUntil'> & {
  store: Store;
  calendar: Calendar;
  people: Omit<Desk, 'absences'> & Parameters<typeof tryoutDirectory>[0];
  /** Where the bot listens. */
  url: () => string;
};

/** Makes the stand-in for Teams where the settings ask for the try-out. */
export function standInFor(settings: Settings, { store, calendar, people, url, ...parts }: Parts) {
  if (!settings.tryout) return undefined;
  return tryout({
    ...parts,
    file: tryoutFile(settings.store),
    botUrl: () => `${url()}/api/messages`,
    baseUrl: url,
    nextWorkingDay: (day) => nextWorkingDayAfter(day, calendar.wide),
    people: tryoutDirectory(people),
    hasMailbox: settings.mail === undefined,
    isMadeBy: (id) => isMadeBy(store, id),
  });
}

/** Makes the mailbox of the try-out a mail server, wherever it listens once it is open. */
export const mailboxOf = (standIn: () => Tryout | undefined, from: string): MailServer => ({
  from,
  get url() {
    return standIn()?.mailUrl() ?? '';
  },
});
