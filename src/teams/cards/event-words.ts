import type { ObjectionMeans, OfferFate } from '../../procedure/model/answer.ts';
import type { Event, EventOf } from '../../procedure/model/events.ts';
import { longDate } from '../../time/dutch-date.ts';
import { avgWords } from './avg-words.ts';
import { documentWords } from './document-words.ts';
import {
  changes,
  type EventWords,
  itsReason,
  itsText,
  late,
  measureLines,
  none,
  partiesLines,
  unreachable,
  type WithTexts,
} from './event-details.ts';
import { concernsComplainant, learningWords } from './learning-words.ts';
import { letterEventWords } from './letter-event-words.ts';
import { respondentEventWords } from './respondent-event-words.ts';
import {
  dateFieldWords,
  deadlineWords,
  hearingFormWords,
  judgementWords,
  mannerWords,
  meansWords,
  mediationFormWords,
  offerLabel,
  offerWords,
  outcomeWords,
  roleWords,
  small,
  wishWords,
} from './words.ts';

const meansOf = (how: ObjectionMeans | undefined): string => (how ? ` (${small(meansWords[how])})` : '');
const ofOffer = (offer: OfferFate | undefined) => offer && `${offerLabel}: ${small(offerWords[offer])}`;

const oneOf = new Intl.ListFormat('nl', { type: 'disjunction' });

/** The words of every event in the journal. */
export const eventWords: { [T in Event['type']]: EventWords<EventOf<T>> } = {
  registered: {
    sentence: ({ manner, receivedOn, personal }, whole) =>
      `Geregistreerd; ${small(mannerWords[manner])} ontvangen op ${longDate(receivedOn)}.${whole ? unreachable(personal.complainant) : ''}`,
    texts: ({ personal: { notAbout = [], unresolvedName, noReply } }) => [
      notAbout.length > 0
        ? `Gevraagd of de klacht over ${oneOf.format(notAbout.map(({ name }) => name))} gaat: nee.`
        : undefined,
      unresolvedName && `Naam van de collega, nog te kiezen: “${unresolvedName}”.`,
      noReply && 'De klager koos op de website: geen bevestiging en geen antwoord nodig.',
    ],
    toldToComplainant: true,
  },
  forwarded: {
    sentence: ({ personal, role, daysLate }, whole) =>
      `Doorgegeven aan ${whole ? `${personal.to.name}, ` : ''}${roleWords[role]}${late(daysLate, 5)}.`,
    texts: none,
    toldToComplainant: true,
  },
  'left-unassigned': {
    sentence: () => 'Niemand binnen Ballance mag deze klacht behandelen (artikel 5).',
    toldToComplainant: false,
  },
  'handed-over': {
    sentence: ({ personal, role }, whole) =>
      `Overgedragen aan ${whole ? `${personal.to.name}, ` : ''}${roleWords[role]}.`,
    texts: itsReason,
    toldToComplainant: true,
  },
  ...letterEventWords,
  ...respondentEventWords,
  'complaint-worded': {
    sentence: () => 'Zo leest de klager in onze brieven waar de klacht over gaat.',
    texts: itsText,
    toldToComplainant: false,
  },
  'mediation-offered': {
    sentence: ({ appointment: { on, time, form } }) =>
      `${mediationFormWords[form]} aangeboden: ${longDate(on)} om ${time} (inleiding).`,
    texts: ({ personal }) => partiesLines(personal),
    toldToComplainant: true,
  },
  'mediation-called-off': {
    sentence: () => 'Het gesprek ging niet door (inleiding).',
    texts: itsReason,
    toldToComplainant: true,
  },
  mediated: {
    sentence: ({ on, form, solved }) =>
      `${mediationFormWords[form]} gehouden op ${longDate(on)}; ${solved ? 'opgelost' : 'nog niet opgelost'} (inleiding).`,
    texts: ({ personal }) => [
      ...partiesLines(personal),
      ...[personal.result, personal.agreements],
      ...measureLines(personal.measures),
    ],
    toldToComplainant: true,
  },
  'experts-recorded': {
    sentence: () => 'Deskundigen van de klager vastgelegd (artikel 3).',
    texts: ({ personal }) => [personal.experts],
    toldToComplainant: true,
  },
  'answer-drawn-up': {
    sentence: ({ judgement, bothSidesHeard }) =>
      `Antwoord opgesteld. Oordeel: ${small(judgementWords[judgement])}.${bothSidesHeard ? '' : ' Niet beide kanten zijn gehoord.'}`,
    texts: ({ personal: { position, proposal, message, measures, reason } }) => [
      reason && `Niet beide kanten gehoord, want: ${reason}`,
      position,
      proposal,
      ...measureLines(measures),
      message && `Bericht aan beklaagde: ${message}`,
    ],
    toldToComplainant: false,
  },
  delayed: {
    sentence: ({ of, until, wish }) =>
      `Uitstel gemeld, ${small(wishWords[wish])}: ${small(deadlineWords[of])} uiterlijk ${longDate(until)}.`,
    texts: itsReason,
    toldToComplainant: true,
  },
  'measure-done': {
    sentence: ({ on }) => `Maatregel uitgevoerd op ${longDate(on)}.`,
    toldToComplainant: true,
  },
  'measure-moved': {
    sentence: ({ to }) => `Nieuwe dag voor een maatregel: uiterlijk ${longDate(to)}.`,
    texts: ({ personal }) => [`Reden: ${personal.reason}`],
    toldToComplainant: true,
  },
  objected: {
    sentence: ({ receivedOn, sentOn, how, daysLate }) =>
      `De klager is het niet eens${meansOf(how)}; ${sentOn ? `verstuurd op ${longDate(sentOn)}, ` : ''}ontvangen op ${longDate(receivedOn)}${daysLate === 0 ? ', op tijd (artikel 7)' : late(daysLate ?? 0, 7)}.`,
    texts: ({ personal: { text, lateBecause } }) => [
      text,
      lateBecause && `Toch behandeld, want: ${lateBecause}`,
    ],
    toldToComplainant: true,
  },
  'late-objection-refused': {
    sentence: ({ receivedOn, sentOn, how, daysLate }) =>
      `Bezwaar${meansOf(how)}${sentOn ? ` van ${longDate(sentOn)}` : ''}, ontvangen op ${longDate(receivedOn)}, geweigerd${late(daysLate, 7)}.`,
    texts: ({ personal }) => [personal.text, `Geweigerd, want: ${personal.reason}`],
    toldToComplainant: true,
  },
  'hearing-offered': {
    sentence: ({ appointment: { on, time, form, agreed, laterWish } }) =>
      `Gesprek aangeboden: ${longDate(on)} om ${time}, ${small(hearingFormWords[form])}${agreed ? ', met instemming van de klager' : ''}${laterWish ? `; later dan een week ${small(wishWords[laterWish])}` : ''}.`,
    texts: ({ personal: { branch, secondRepresentative, laterBecause } }) => [
      branch && `Vestiging: ${branch}`,
      secondRepresentative && `Tweede vertegenwoordiger: ${secondRepresentative.name}`,
      laterBecause && `Later dan een week, want: ${laterBecause}`,
    ],
    toldToComplainant: true,
  },
  heard: {
    sentence: ({ on, form, settled, daysLate }) =>
      `Gesprek gehouden op ${longDate(on)}, ${small(hearingFormWords[form])}${late(daysLate ?? 0, 8)}; ${settled ? 'opgelost (artikel 9)' : 'niet opgelost (artikel 10)'}.`,
    texts: ({ personal: { present, report, proposal, reaction, settlement, offer, measures } }) => [
      `Aanwezig: ${present}`,
      ...[report, proposal, reaction, settlement, ofOffer(offer)],
      ...measureLines(measures),
    ],
    toldToComplainant: true,
  },
  'hearing-waived': {
    sentence: ({ on }) => `De klager zag af van een gesprek op ${longDate(on)} (artikel 8).`,
    toldToComplainant: true,
  },
  'waiver-taken-back': {
    sentence: () => 'De klager wil toch een gesprek. De directie hoeft nu niet te beslissen (artikel 8).',
    toldToComplainant: true,
  },
  'decision-taken': {
    sentence: ({ judgement }) =>
      `Definitieve beslissing van de directie (artikel 8).${judgement ? ` Oordeel: ${small(judgementWords[judgement])}.` : ''}`,
    texts: ({ personal: { decision, reasons, offer, measures } }) => [
      ...[decision, reasons, ofOffer(offer)],
      ...measureLines(measures),
    ],
    toldToComplainant: false,
  },
  joined: {
    sentence: ({ personal }, whole) =>
      `Hoort hierbij en is hiermee samengevoegd${whole ? `: ${personal.number}` : ''}.`,
    texts: ({ personal }) => [personal.summary],
    toldToComplainant: false,
  },
  parted: {
    sentence: ({ personal }, whole) =>
      `Hoort hier niet meer bij en gaat apart verder${whole ? `: ${personal.number}` : ''}.`,
    texts: () => [],
    toldToComplainant: false,
  },
  ...learningWords,
  'note-added': { sentence: () => 'Notitie.', texts: itsText, toldToComplainant: false },
  ...documentWords,
  'date-corrected': {
    sentence: ({ field, from, to, hearingDaysLate }) =>
      `Datum verbeterd. ${dateFieldWords[field]}: ${from ? `van ${longDate(from)} ` : ''}naar ${longDate(to)}.${
        hearingDaysLate ? ` Het gesprek is daardoor aangeboden door Ballance${late(hearingDaysLate, 8)}.` : ''
      }`,
    texts: itsReason,
    toldToComplainant: true,
  },
  'facts-corrected': {
    sentence: () => 'Gegevens verbeterd.',
    texts: ({ from, to, personal }) => [
      ...changes({ ...from, ...personal.from }, { ...to, ...personal.to }),
      personal.reason,
    ],
    toldToComplainant: concernsComplainant,
  },
  ...avgWords,
  closed: {
    sentence: ({ on, outcome, personal: { into } }, whole) =>
      `Gesloten op ${longDate(on)}: ${outcomeWords[outcome]}${whole && into ? ` (${into})` : ''}.`,
    texts: itsReason,
    toldToComplainant: true,
  },
  reopened: {
    sentence: ({ on }) => `Heropend op ${longDate(on)}.`,
    texts: itsReason,
    toldToComplainant: true,
  },
} satisfies { [T in Event['type']]: WithTexts<EventOf<T>> };
