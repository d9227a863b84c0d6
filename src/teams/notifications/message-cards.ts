import { randomUUID } from 'node:crypto';
import { draftMessage } from '../../letters/draft-letter.ts';
import { articleWords } from '../../letters/words.ts';
import { maySeeDossier } from '../../procedure/access.ts';
import { awaitedUntil } from '../../procedure/articles/art00-both-sides.ts';
import { handlerNow } from '../../procedure/articles/art05-handler.ts';
import { sharedWith } from '../../procedure/articles/documents.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { CaseContent, ContentOf } from '../../register/model/message.ts';
import { askedAbout } from '../../register/model/sight.ts';
import { receiptCard } from '../buttons/registration.ts';
import { measureDone } from '../cards/measure.ts';
import { type Notice, noticeCard } from '../cards/notice.ts';
import { positionCard, statementRequestCard } from '../cards/respondent.ts';
import type { Card } from '../cards/template.ts';
import { unassignedCard } from '../cards/unassigned.ts';
import type { Office } from '../office/office.ts';
import type { CaseCard } from './case-card.ts';
import * as notices from './case-notices.ts';
import { erasureAsked, erasureWarning, redactionAsked } from './erasure-warning.ts';
import { notForwarded, stuckMessage } from './forward-by-hand.ts';
import { hearing, hearingOff, objected } from './hearing-cards.ts';
import {
  closedCard,
  decided,
  decisionOvertaken,
  letterWithdrawn,
  outcomeCard,
  respondentRemoved,
} from './outcome.ts';
import { measureTold, reminderCard } from './reminder.ts';
import * as undelivered from './undelivered.ts';

/** Draws the request for a statement with a form of its own, as it is asked now. */
const statementAsked = (
  { dossier, reader, office }: { dossier: Dossier; reader: Person; office: Office },
  notice?: Notice,
): Card =>
  statementRequestCard({
    complaint: dossier.complaint,
    handler: handlerNow(dossier.complaint, office.register.context()),
    about: askedAbout(dossier, reader),
    dueOn: awaitedUntil(dossier.complaint, reader, office.clock.today()),
    documents: sharedWith(reader, dossier.complaint),
    formId: randomUUID(),
    ...(notice && { notice }),
  });

/** Every kind of message that belongs to a dossier. */
export const caseCards: { [K in CaseContent['kind']]: CaseCard<K> } = {
  case: {
    asksToAct: true,
    card: async ({ dossier, office, caseWith }) => {
      const { text, summary } = notices.handed(dossier, office.register.desk());
      return { card: await caseWith({ text, tone: 'accent' }), summary };
    },
  },
  unassigned: {
    asksToAct: true,
    card: ({ dossier: { id, complaint } }) => ({
      card: unassignedCard({ complaint }),
      summary: `Klacht ${id} heeft niemand die haar behandelt`,
    }),
  },
  'statement-request': {
    asksToAct: true,
    card: (told) => ({
      card: statementAsked(told),
      summary: `Klacht ${told.dossier.id}: we vragen om jouw verklaring`,
    }),
    byHand: undelivered.statementByHand,
  },
  'statement-due': {
    asksToAct: true,
    card: (told) => ({
      card: statementAsked(told, {
        text: 'Dit is een herinnering: je verklaring is er nog niet.',
        tone: 'warning',
      }),
      summary: `Klacht ${told.dossier.id}: je verklaring is er nog niet`,
    }),
    byHand: undelivered.statementDueByHand,
  },
  position: {
    asksToAct: false,
    card: ({ dossier: { id, complaint }, office }) => ({
      card: positionCard({
        ...{ number: id, text: complaint.answer?.message ?? draftMessage(complaint) },
        handler: complaint.closed ? undefined : handlerNow(complaint, office.register.context()),
      }),
      summary: `Klacht ${id}: het standpunt van Ballance`,
    }),
    byHand: undelivered.positionByHand,
  },
  'statement-given': {
    asksToAct: false,
    card: async ({ dossier: { id, complaint }, caseWith }) => ({
      card: await caseWith({ text: notices.statementGiven(complaint), tone: 'accent' }),
      summary: `Klacht ${id}: er is een verklaring`,
    }),
  },
  supplemented: {
    asksToAct: false,
    card: async ({ dossier: { id, complaint }, caseWith }) => ({
      card: await caseWith({ text: notices.supplemented(complaint), tone: 'accent' }),
      summary: `Klacht ${id} is aangevuld`,
    }),
  },
  'decision-request': {
    asksToAct: true,
    card: async ({ dossier: { id, complaint }, office, caseWith }) => ({
      card: await caseWith({ text: notices.decisionAsked(complaint, office), tone: 'warning' }),
      summary: `Klacht ${id} vraagt een beslissing van de directie`,
    }),
    byHand: undelivered.decisionByHand,
  },
  'decision-overtaken': {
    asksToAct: false,
    card: ({ dossier: { complaint } }) => decisionOvertaken(complaint),
    byHand: undelivered.overtakenByHand,
  },
  objected: { asksToAct: false, card: objected, byHand: undelivered.objectedByHand },
  'respondent-removed': {
    asksToAct: false,
    card: ({ dossier, reader }) => respondentRemoved(dossier.complaint, reader),
    byHand: undelivered.respondentRemovedByHand,
  },
  hearing: { asksToAct: true, card: hearing, byHand: undelivered.hearingByHand },
  'hearing-off': {
    asksToAct: true,
    card: hearingOff,
    byHand: undelivered.hearingOffByHand,
  },
  outcome: {
    asksToAct: false,
    card: ({ dossier, reader, office }) => outcomeCard(dossier, reader, office.register.context()),
    byHand: undelivered.outcomeByHand,
  },
  decided: {
    asksToAct: false,
    card: async ({ dossier: { id, complaint }, caseWith }) => ({
      card: await caseWith({ text: decided(complaint), tone: 'accent' }),
      summary: `Klacht ${id}: de directie heeft beslist`,
    }),
  },
  closed: {
    asksToAct: false,
    card: ({ dossier: { complaint } }) => closedCard(complaint),
    byHand: undelivered.outcomeByHand,
  },
  reopened: {
    asksToAct: true,
    card: async ({ dossier: { id, complaint }, reader, office, caseWith }) => {
      const view = office.register.context();
      const sees = maySeeDossier(reader, complaint, view);
      const text = notices.reopened(complaint, reader, sees, handlerNow(complaint, view));
      const notice: Notice = { text, tone: 'accent' };
      const title = `Klacht ${id} is heropend`;
      return { card: sees ? await caseWith(notice) : noticeCard({ title, ...notice }), summary: title };
    },
    byHand: undelivered.reopenedByHand,
  },
  letter: {
    asksToAct: false,
    card: () => {
      throw new Error('A letter goes by e-mail, not through Teams.');
    },
    byHand: undelivered.letterByHand,
  },
  'letter-withdrawn': {
    asksToAct: false,
    card: ({ content, dossier }) => letterWithdrawn(content, dossier),
    byHand: undelivered.withdrawnByHand,
  },
  undelivered: {
    asksToAct: true,
    card: async ({ content, dossier, to, reader, office, caseWith }) => {
      if (reader.id !== dossier.complaint.handler?.person.id)
        return stuckMessage(content, dossier, to, office);
      return {
        card: await caseWith({ text: undeliveredText(content, dossier, office), tone: 'attention' }),
        summary: `Klacht ${dossier.id}: een bericht is niet aangekomen`,
      };
    },
  },
  'forwarding-alarm': {
    asksToAct: true,
    card: ({ content, dossier, to, office }) => stuckMessage(content, dossier, to, office),
  },
  receipt: {
    asksToAct: false,
    card: ({ dossier, office }) => ({
      card: receiptCard(dossier, office),
      summary: `Klacht ${dossier.id} is doorgegeven`,
    }),
    byHand: undelivered.receiptByHand,
  },
  'not-forwarded': {
    asksToAct: true,
    card: ({ dossier, office }) => notForwarded(dossier, office),
  },
  reminder: {
    asksToAct: true,
    card: async (told) => ({
      card: await reminderCard(told),
      summary: `Herinnering: klacht ${told.dossier.id}, ${articleWords(told.content.article)}`,
    }),
    byHand: undelivered.reminderByHand,
  },
  'talk-passed': {
    asksToAct: true,
    card: async ({ dossier: { id, complaint }, caseWith }) => ({
      card: await caseWith({ text: notices.talkPassed(complaint), tone: 'warning' }),
      summary: `Klacht ${id}: leg vast wat er uit het gesprek kwam`,
    }),
  },
  'satisfaction-due': notices.satisfactionAsked,
  measure: {
    asksToAct: true,
    card: ({ id, content, dossier, reader, office }) =>
      measureTold(reader, content.measure, dossier, office, id),
    byHand: undelivered.measureByHand,
  },
  'measure-done': {
    asksToAct: false,
    card: ({ content, dossier, reader }) => measureDone(content.measure, dossier.complaint, reader),
    byHand: undelivered.measureByHand,
  },
  'erasure-request': erasureAsked,
  'redaction-request': redactionAsked,
  /** Until that day the erasure can be stopped, and not after. */
  'erasure-warning': {
    asksToAct: true,
    card: ({ content, dossier, reader, office }) => erasureWarning(content, dossier, reader, office),
  },
};

/** Words which message was not delivered, to whom, and what the handler does by hand; until then it is still tried. */
function undeliveredText(
  { message, what }: ContentOf<'undelivered'>,
  dossier: Dossier,
  office: Office,
): string {
  const byHand = caseCards[what].byHand ?? undelivered.passedOnByHand;
  return byHand(undelivered.missedBy(message, dossier, office));
}
