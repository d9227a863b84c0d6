import type { AvgEvent } from '../../procedure/model/avg.ts';
import type { EventOf } from '../../procedure/model/events.ts';
import { type EventWords, itsReason, none } from './event-details.ts';

/** The words of erasure and the legal hold (AVG) in the journal. */
export const avgWords = {
  'erasure-requested': {
    sentence: () => 'Gevraagd om de persoonsgegevens te wissen.',
    texts: itsReason,
    toldToComplainant: false,
  },
  'erasure-declined': {
    sentence: () => 'Niet gewist: de persoonsgegevens blijven bewaard.',
    texts: none,
    toldToComplainant: false,
  },
  erased: {
    sentence: ({ because }) =>
      because === 'request'
        ? 'Persoonsgegevens gewist op verzoek; twee mensen gingen akkoord.'
        : 'Persoonsgegevens gewist: de bewaartermijn is voorbij.',
    toldToComplainant: false,
  },
  'redaction-requested': {
    sentence: () => 'Gevraagd om een tekst onleesbaar te maken.',
    texts: itsReason,
    toldToComplainant: false,
  },
  'redaction-declined': {
    sentence: () => 'Niet onleesbaar gemaakt: de tekst blijft staan.',
    texts: none,
    toldToComplainant: false,
  },
  redacted: {
    sentence: ({ places }) =>
      `Een tekst onleesbaar gemaakt, op ${places === 1 ? '1 plek' : `${places} plekken`}; twee mensen gingen akkoord.`,
    toldToComplainant: true,
  },
  'hold-set': {
    sentence: () => 'Bewaard voor een procedure: er wordt niets gewist.',
    texts: itsReason,
    toldToComplainant: false,
  },
  'hold-lifted': {
    sentence: () => 'Bewaren voor een procedure opgeheven.',
    toldToComplainant: false,
  },
} satisfies { [T in AvgEvent['type']]: EventWords<EventOf<T>> };
