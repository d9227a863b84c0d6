import { letterNames, wentBy } from '../../letters/words.ts';
import type { EventOf } from '../../procedure/model/events.ts';
import { longDate } from '../../time/dutch-date.ts';
import { type EventWords, itsText, late, letterSent, whyAgain } from './event-details.ts';

type LetterEvent =
  | 'letter-queued'
  | 'letter-requeued'
  | 'letter-withdrawn'
  | 'letter-renewed'
  | 'letter-sent';

/** The words of a letter in the journal: while it waits for the mail server, and once it is out. */
export const letterEventWords = {
  'letter-queued': {
    sentence: ({ kind, again, automatic }) =>
      `Brief${again ? ' opnieuw' : ''}${automatic ? ' automatisch' : ''} aan de mailserver gegeven: ${letterNames[kind]}${whyAgain(again)}. Nog niet verstuurd.`,
    texts: itsText,
    toldToComplainant: false,
  },
  'letter-requeued': {
    sentence: () => 'Brief opnieuw aan de mailserver gegeven. Nog niet verstuurd.',
    texts: itsText,
    toldToComplainant: false,
  },
  'letter-withdrawn': {
    sentence: ({ because }) =>
      because === 'closed'
        ? 'Brief niet verstuurd: het dossier is gesloten, dus wat erin staat klopt niet meer.'
        : because === 'reopened'
          ? 'Brief niet verstuurd: de klacht is weer open, dus wat erin staat klopt niet meer.'
          : 'Brief niet verstuurd: wat erin staat, klopt niet meer.',
    toldToComplainant: false,
  },
  'letter-renewed': {
    sentence: ({ on }) =>
      `Brief opnieuw gemaakt voor ${longDate(on)}, de dag waarop hij naar de mailserver gaat. Nog niet verstuurd.`,
    texts: itsText,
    toldToComplainant: false,
  },
  'letter-sent': {
    sentence: ({
      kind,
      sentOn,
      manner,
      countsAsReceivedOn,
      daysLate,
      acknowledgedDaysLate,
      again,
      automatic,
    }) =>
      `${again ? `Opnieuw verstuurd${whyAgain(again)}: ${letterNames[kind]},` : letterSent[kind].words} op ${longDate(sentOn)} (${wentBy(manner)}${automatic ? ', automatisch' : ''}${countsAsReceivedOn === sentOn ? '' : `, telt als ontvangen op ${longDate(countsAsReceivedOn)}`})${late(daysLate, letterSent[kind].article)}.${acknowledgedDaysLate === undefined ? '' : ` Daarmee is ook de ontvangst bevestigd${late(acknowledgedDaysLate, 5)}.`}`,
    texts: itsText,
    toldToComplainant: true,
  },
} satisfies { [T in LetterEvent]: EventWords<EventOf<T>> };
