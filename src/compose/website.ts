import { feedback } from '../feedback/feedback.ts';
import type { Intake, Server } from '../feedback/ports.ts';
import type { Organisation } from '../letters/organisation.ts';
import { website } from '../procedure/articles/art04-website.ts';
import type { DocumentKeeping } from '../register/documents.ts';
import type { Log } from '../register/model/log.ts';
import { readDossier, type Store } from '../register/model/store.ts';
import type { Register } from '../register/register.ts';
import { readFeedback } from '../register/website-form.ts';
import { websiteIntake } from '../register/website-intake.ts';
import type { Settings } from '../settings/settings.ts';
import type { Calendar } from '../time/calendar.ts';
import type { LocalDate } from '../time/local-date.ts';

type Parts = {
  store: Store;
  register: Register;
  documents: DocumentKeeping;
  organisation: Organisation;
  calendar: Calendar;
  clock: { today(): LocalDate };
  log: Log;
};

/** Adds the feedback form of the website, as the settings ask; in the try-out the page is there for the page of the try-out itself. */
export function attachWebsite(
  server: Server,
  { tryout: isTryout, feedback: { secret, origin } }: Pick<Settings, 'tryout' | 'feedback'>,
  { store, register, documents, organisation, calendar, clock, log }: Parts,
): void {
  const frames = [...(isTryout ? ["'self'"] : []), ...(origin ? [origin] : [])].join(' ');
  feedback(server, {
    ...{ secret, organisation, calendar, log },
    frames: frames || undefined,
    today: clock.today,
    intake: intakeOf({ store, register, documents, organisation }),
  });
}

/** The register, as what comes by the website finds it. */
export function intakeOf({
  store,
  register,
  documents,
  organisation,
}: Pick<Parts, 'store' | 'register' | 'documents' | 'organisation'>): Intake {
  return {
    read: readFeedback,
    register: websiteIntake({ store, register, organisation }),
    async dossier(number) {
      const { complaint } = (await readDossier(store, number)) ?? {};
      if (!complaint) return undefined;
      const { receivedOn, documents = [], stage, handler } = complaint;
      return { receivedOn, documents, isClosed: stage === 'closed', isHandled: handler !== undefined };
    },
    documents: {
      ...documents,
      async add(received, number) {
        const done = await documents.add(received, { number, from: 'complainant', by: website });
        if (done.outcome !== 'saved' && done.outcome !== 'repeated')
          throw new Error(`a document was not added: ${done.outcome}`);
      },
    },
  };
}
