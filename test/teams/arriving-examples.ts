import type { Complaint, HearingForm, Person } from '../../src/procedure/model/complaint.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import { agreementCard } from '../../src/teams/cards/agreement.ts';
import { alarmOverCard, forwardingAlarmCard, newerAlarmCard } from '../../src/teams/cards/channel.ts';
import { fileChoiceCard } from '../../src/teams/cards/file-choice.ts';
import { hearingCard, hearingHeldCard, hearingOffCard, objectedCard } from '../../src/teams/cards/hearing.ts';
import { shortCard } from '../../src/teams/cards/notice.ts';
import { positionCard, statementRequestCard } from '../../src/teams/cards/respondent.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { ballance } from '../letters/an-organisation.ts';
import { inItsStage } from '../procedure/given.ts';
import { calendar, desk, dossierOf, fatima, joris, lars, sanne, today } from './a-dossier.ts';
import type { Typed } from './typed.ts';

/** The dossier of which Lars asks that it is erased. */
const toErase = (complaint: Complaint, reason: string, name: string) =>
  dossierOf({
    ...complaint,
    stage: 'closed',
    closed: { on: '2026-11-26', outcome: 'agreed', from: 'answered' },
    erasureRequest: { on: '2026-11-26', by: { ...lars, name }, reason },
  });

/** The dossier of which Lars asks that a citizen service number is made illegible. */
const toRedact = (complaint: Complaint, reason: string, name: string) =>
  dossierOf(
    {
      ...complaint,
      redactionRequest: { on: '2026-11-26', by: { ...lars, name }, value: '111222333', reason },
    },
    [{ type: 'note-added', on: '2026-11-26', personal: { text: 'BSN 111222333' } }],
  );

/** A complaint with its hearing as one of those of Ballance is shown it. */
const hearingFor = (complaint: Complaint, reader: Person, form: HearingForm = 'office') => ({
  complaint: inItsStage({
    ...complaint,
    stage: 'hearing-offered',
    ...(complaint.appointment && { appointment: { ...complaint.appointment, form } }),
  }),
  reader,
  view: { desk, now: `${today}T09:00:00.000Z`, today, calendar } as const,
  organisation: ballance,
});

/** The cards of the respondent, of the second to agree to erasure, of letters as files, and of what did not arrive: each full and with as little as can be. */
export const arrivingExamples = (typed: Typed, full: Complaint, bare: Complaint): Record<string, Card> => ({
  'statement request': statementRequestCard({
    ...{
      complaint: full,
      handler: full.handler,
      about: typed.summary,
      dueOn: '2026-12-03',
      formId: 'form-1',
    },
  }),
  'statement request, with faults': statementRequestCard({
    complaint: bare,
    handler: bare.handler,
    about: bare.summary,
    formId: 'form-1',
    values: { statement: typed.respondentStatement },
    errors: { statement: 'Dit veld klopt niet.' },
  }),
  'statement request, for an addition': statementRequestCard({
    ...{ complaint: full, handler: full.handler, about: typed.summary, formId: 'form-1', adds: true },
    values: { statement: typed.respondentStatement },
    notice: { text: typed.notice, tone: 'warning' },
  }),
  'hearing, for the handler': hearingCard(hearingFor(full, lars), 'offered'),
  'hearing, for the employee': hearingCard(hearingFor(full, joris), 'changed', {
    text: typed.notice,
    tone: 'good',
  }),
  'hearing, by telephone, for the second representative': hearingCard(
    hearingFor(full, fatima, 'phone'),
    'near',
  ),
  'hearing, held on another day': hearingHeldCard('K-2026-0001', { on: '2026-12-04', planned: '2026-12-07' }),
  'hearing, called off': hearingOffCard(hearingFor(bare, joris), [{ on: '2026-12-07', time: '10:00' }]),
  'hearing, without this reader': hearingOffCard(hearingFor(full, sanne), [
    {
      on: '2026-12-07',
      time: '10:00',
    },
  ]),
  'objection, for the employee': objectedCard(full, full.handler),
  position: positionCard({ number: full.number, text: `${typed.position}\n\n${typed.proposal}` }),
  'position, short': positionCard({ number: bare.number, text: 'Ons standpunt.' }),
  'erasure request': agreementCard('answer-erasure', {
    dossier: toErase(full, typed.erasure, typed.ledBy),
    formId: 'form-1',
    by: fatima,
    sees: false,
  }),
  'erasure request, of the reader, with a fault': agreementCard('answer-erasure', {
    dossier: toErase(bare, 'AVG', lars.name),
    formId: 'form-1',
    by: lars,
    sees: true,
    error: 'Dit veld klopt niet.',
    notice: { text: typed.notice, tone: 'warning' },
  }),
  'redaction request': agreementCard('answer-redaction', {
    dossier: toRedact(full, typed.erasure, typed.ledBy),
    formId: 'form-1',
    by: fatima,
    sees: false,
  }),
  'redaction request, of who sees the dossier': agreementCard('answer-redaction', {
    dossier: toRedact(full, typed.erasure, typed.ledBy),
    formId: 'form-1',
    by: fatima,
    sees: true,
  }),
  'redaction request, of the reader, with a fault': agreementCard('answer-redaction', {
    dossier: toRedact(bare, 'AVG', lars.name),
    formId: 'form-1',
    by: lars,
    sees: true,
    error: 'Dit veld klopt niet.',
    notice: { text: typed.notice, tone: 'warning' },
  }),
  'forwarding alarm': forwardingAlarmCard({ complaints: [full], isNew: true, name: typed.ledBy }),
  'forwarding alarm, in the channel': forwardingAlarmCard({ complaints: [bare], isNew: false }),
  'forwarding alarm of many': forwardingAlarmCard({
    complaints: Array.from({ length: 200 }, (_, i) => ({
      number: `K-2026-${1000 + i + Math.floor(i / 90)}`,
      dueOn: i < 100 ? '2026-04-08' : '2026-04-09',
    })),
    isNew: true,
    name: 'Lars Brouwer',
  }),
  'forwarding alarm, a newer one': newerAlarmCard(),
  'forwarding alarm, over': alarmOverCard('Lars Brouwer'),
  'short card': shortCard(full.number),
  'short card, of the digest': shortCard(undefined),
  'file choice': fileChoiceCard({
    number: full.number,
    letters: letterKinds.map((kind, index) => ({
      id: index + 1,
      kind,
      text: typed.letter,
      manner: 'post',
      sentOn: '2026-11-26',
      countsAsReceivedOn: '2026-12-01',
    })),
  }),
  'file choice, a letter that waits': fileChoiceCard({
    number: bare.number,
    letters: [{ id: 1, kind: 'answer', text: typed.letter, manner: 'email', to: 'mevrouw@voorbeeld.nl' }],
  }),
});
