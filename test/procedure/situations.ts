import { website } from '../../src/procedure/articles/art04-website.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { registered } from './given.ts';
import {
  acknowledged,
  answered,
  asked,
  documentAdded,
  erased,
  erasureAsked,
  handedOver,
  heard,
  held,
  invited,
  lapsed,
  letterQueued,
  objected,
  redactionAsked,
  waived,
  withdrawn,
} from './happened.ts';
import { everybodyAtTheDesk, fatima, joris, lars, sanne } from './people.ts';

const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' } as const;

/** The situations of a complaint, by name: every stage, and what else decides who can do what. */
export const situations: Record<string, Event[]> = {
  registered: registered(),
  acknowledged: [registered(), acknowledged()].flat(),
  answered: [registered(), answered()].flat(),
  objected: [registered(), objected()].flat(),
  'hearing offered': [registered(), objected(), invited()].flat(),
  heard: [registered(), objected(), heard()].flat(),
  waived: [registered(), objected(), waived()].flat(),
  'with a document': [registered(), documentAdded(sanne)].flat(),
  'on hold': [registered(), held()].flat(),
  closed: [registered(), withdrawn()].flat(),
  'closed because the month lapsed': [registered(), answered(), lapsed()].flat(),
  'answered with a measure of a colleague': [
    registered(),
    answered('2026-04-01', { ...measure, ownerId: sanne.id }),
  ].flat(),
  'closed with a measure open': [registered(), answered('2026-04-01', measure), withdrawn()].flat(),
  'remedied on the spot': registered({ remedied: true }),
  'waiting for the mail server': [registered(), [letterQueued('acknowledgement')]].flat(),
  'handed over to Fatima': [registered(), handedOver()].flat(),
  'handed over to Fatima, while a letter names Lars': [
    registered(),
    acknowledged(),
    handedOver({ personal: { to: fatima, reason: 'Vakantie', complainantKnows: lars.id } }),
  ].flat(),
  'about Lars': registered({ respondents: [lars] }),
  'about Lars, who was asked': [registered({ respondents: [lars] }), asked(lars)].flat(),
  'about Joris, who was asked': [registered({ respondents: [joris] }), asked(joris)].flat(),
  'closed and on hold': [registered(), withdrawn(), held()].flat(),
  'closed, Lars asks for erasure': [registered(), withdrawn(), erasureAsked(lars)].flat(),
  'closed and on hold, Lars asked for erasure': [
    registered(),
    withdrawn(),
    erasureAsked(lars),
    held(),
  ].flat(),
  'closed and about Lars, Fatima asks for erasure': [
    registered({ respondents: [lars] }),
    withdrawn(),
    erasureAsked(fatima),
  ].flat(),
  erased: [registered(), withdrawn(), erasureAsked(lars), erased()].flat(),
  'closed, Lars asks to make a text illegible': [registered(), withdrawn(), redactionAsked(lars)].flat(),
  'closed and about Lars, Fatima asks to make a text illegible': [
    registered({ respondents: [lars] }),
    withdrawn(),
    redactionAsked(fatima),
  ].flat(),
  'named on the website: Lars': registered({ by: website, respondents: [lars], supposed: [lars.id] }),
  'about everybody at the desk': registered({ respondents: everybodyAtTheDesk }),
};
