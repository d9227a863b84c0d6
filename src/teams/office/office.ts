import type { Organisation } from '../../letters/organisation.ts';
import type { DocumentKeeping } from '../../register/documents.ts';
import type { Log } from '../../register/model/log.ts';
import type { Store } from '../../register/model/store.ts';
import type { RegisterConfig } from '../../register/notify/reminders.ts';
import type { Register } from '../../register/register.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import type { AddressBook } from '../adapter/address-book.ts';
import type { Colleagues, Names } from '../adapter/colleagues.ts';

/** The parts from which every answer of the bot is made. */
export type Office = {
  register: Register;
  store: Store;
  clock: {
    now(): Instant;
    today(): LocalDate;
    dayOf(instant: Instant): LocalDate;
    timeOf(instant: Instant): string;
  };
  calendar: Calendar;
  config: RegisterConfig;
  /** What letters say of Ballance itself. */
  organisation: Organisation;
  /** The id of the registration of the bot; absent in the try-out. */
  botId?: string | undefined;
  addresses: AddressBook;
  colleagues: Colleagues;
  /** Finds the names of people of whom only the id is known. */
  names: Names;
  /** What dossiers keep of documents. */
  documents: DocumentKeeping;
  /**
   * Where files that people send may come from besides where Teams keeps them: hosts from which they come unencrypted (in the try-out this
   * machine), and how the bot shows the service of Teams that it is itself.
   */
  places?: {
    plainTo?: (hostname: string) => boolean;
    authorization?: (() => Promise<string | undefined>) | undefined;
  };
  log: Log;
};
