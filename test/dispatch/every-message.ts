import assert from 'node:assert/strict';
import type { StepCommand } from '../../src/procedure/model/commands.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { decreedDaysWatch } from '../../src/register/decreed-days.ts';
import { readMemo, writeMemo } from '../../src/register/model/memo.ts';
import { memos } from '../../src/register/model/memos.ts';
import type { Content, Message } from '../../src/register/model/message.ts';
import { withEvents } from '../../src/register/with-events.ts';
import { noticeCard } from '../../src/teams/cards/notice.ts';
import { follows } from '../../src/teams/cards/template.ts';
import { shownCards } from '../../src/teams/notifications/shown-cards.ts';
import * as asked from '../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import type { FaultyAnswer } from '../teams/a-faulty-service.ts';
import { channel, chatOf, type OfficeInTeams } from '../teams/an-office-in-teams.ts';

/** A scenario in which a message of a kind is sent. */
export type Scenario = {
  what: string;
  kind: Content['kind'];
  /** Its recipient, whom nothing reaches when it is sent. */
  to: Person | 'channel';
  /** What happens before, with every message delivered. */
  before?: (office: OfficeInTeams) => Promise<unknown>;
  /** Others whom nothing reaches, because of which the message is sent. */
  unreached?: readonly Person[];
  /** The answer of the service for them. */
  because?: FaultyAnswer;
  happens: (office: OfficeInTeams) => Promise<unknown>;
  /** It replaces a card instead of being a new one. */
  edits?: true;
};

export const number = 'K-2026-0001';
const receipt = follows(noticeCard({ title: 'De klacht is geregistreerd', text: 'Dank je.', tone: 'good' }), {
  ...{ number, shows: 'receipt', version: 0 },
});
const blocked = { status: 403, code: 'ConversationBlockedByUser' } as const;
const down = { status: 503, code: 'ServiceUnavailable' } as const;

export const chat = (to: Person | 'channel'): string => (to === 'channel' ? channel : chatOf(to));

/** Somebody registers a complaint about Joris. */
const taken = (office: OfficeInTeams) =>
  office.file({ ...asked.registration, respondents: [joris] }, 'form', sanne);

/** Takes steps on the complaint. */
const steps =
  (...all: StepCommand[]) =>
  async (office: OfficeInTeams): Promise<void> => {
    for (const step of all) await office.execute(step);
  };

const after =
  (...all: StepCommand[]) =>
  async (office: OfficeInTeams): Promise<void> => {
    await taken(office);
    await steps(...all)(office);
  };

/** The card of the handler arrives, and then the receipt: the first message of a line is tried for all. */
const withItsReceipt = async (office: OfficeInTeams): Promise<void> => {
  await taken(office);
  await office.work();
  await office.passes(10);
};

/** Moves time until the first reminder is due. */
const reminding = async (office: OfficeInTeams): Promise<void> => {
  for (let day = 2; day < 10; day++) {
    office.moveTo(`2026-04-0${day}T09:00`);
    await office.work();
    if ((await office.messages()).some(({ content }) => content.kind === 'reminder')) return;
  }
  assert.fail('there is no reminder');
};

const { acknowledge, answer, object, waiveHearing, requestStatement, giveStatement, supplement, handOver } =
  asked;
const ofFatima = [
  { what: 'Een belrooster', owner: fatima.name, ownerId: fatima.id, dueOn: '2026-05-01' } as const,
];
const away = (office: OfficeInTeams) => office.setAbsence(lars, { from: '2026-03-30', until: '2026-04-10' });
const linked = (office: OfficeInTeams) => office.links();
const closed = after(asked.withdraw());
const lastDays = async (office: OfficeInTeams): Promise<void> => {
  office.moveTo('2031-03-25T10:00');
};

/** Every kind of message that goes through Teams. The compiler asks for one that is added. */
const kinds: Record<Exclude<Content['kind'], 'letter'>, Omit<Scenario, 'kind'>[]> = {
  case: [
    { what: 'a new complaint for the handler', to: lars, happens: taken },
    { what: 'one that is handed over', to: fatima, before: taken, happens: steps(handOver()) },
  ],
  // It is for board members whom it is not about; as long as there is one, they handle it (Art. 5).
  unassigned: [],
  'statement-request': [
    { what: 'the request for a statement', to: joris, before: taken, happens: steps(requestStatement()) },
  ],
  'statement-due': [
    {
      what: 'the reminder of a statement',
      to: joris,
      before: after(requestStatement()),
      happens: async (office) => {
        office.moveTo('2026-04-07T09:00');
        await office.work();
      },
    },
  ],
  position: [
    {
      what: 'the position for a respondent',
      to: joris,
      before: after(acknowledge()),
      happens: steps(answer()),
    },
  ],
  'statement-given': [
    {
      what: 'that there is a statement',
      to: lars,
      before: after(requestStatement()),
      happens: steps(giveStatement({ by: joris })),
    },
  ],
  supplemented: [
    {
      what: 'that the receiver added to it',
      to: lars,
      before: taken,
      happens: steps(supplement({ by: sanne })),
    },
  ],
  'decision-request': [
    {
      what: 'the question to decide',
      to: willem,
      before: after(acknowledge(), answer(), object()),
      happens: steps(waiveHearing()),
    },
  ],
  'decision-overtaken': [
    {
      what: 'that no decision is needed, for the board',
      to: willem,
      before: after(acknowledge(), answer(), object(), waiveHearing()),
      happens: steps(asked.offerHearing()),
    },
  ],
  objected: [
    {
      what: 'the objection, for a respondent',
      to: joris,
      before: after(acknowledge(), answer()),
      happens: steps(object()),
    },
  ],
  'respondent-removed': [
    {
      what: 'that it is not about them, for who was a respondent',
      to: joris,
      before: after(asked.requestStatement()),
      happens: steps(asked.removeRespondent()),
    },
  ],
  hearing: [
    {
      what: 'the hearing, for a respondent who must be there',
      to: joris,
      before: after(acknowledge(), answer(), object()),
      happens: steps(asked.offerHearing({ employeePresent: true })),
    },
    {
      what: 'the hearing, for the second representative',
      to: willem,
      before: after(acknowledge(), answer(), object()),
      happens: steps(asked.offerHearing({ secondRepresentative: willem.id })),
    },
    {
      what: 'the hearing, for the handler',
      to: lars,
      before: after(acknowledge(), answer(), object()),
      happens: steps(asked.offerHearing()),
    },
  ],
  'hearing-off': [
    {
      what: 'that the hearing is called off, for a respondent',
      to: joris,
      before: after(acknowledge(), answer(), object(), asked.offerHearing({ employeePresent: true })),
      happens: steps(waiveHearing()),
    },
  ],
  outcome: [
    {
      what: 'the outcome for a respondent',
      to: joris,
      before: after(acknowledge(), answer()),
      happens: steps(asked.agree()),
    },
  ],
  decided: [
    {
      what: 'that the board decided, for the handler',
      to: lars,
      before: after(acknowledge(), answer(), object(), waiveHearing()),
      happens: steps(asked.decide({ by: willem })),
    },
  ],
  closed: [
    {
      what: 'that it is closed, for who registered it',
      to: sanne,
      before: withItsReceipt,
      happens: steps(asked.withdraw()),
    },
  ],
  reopened: [
    {
      what: 'that it is handled again, for who registered it',
      to: sanne,
      before: closed,
      happens: steps(asked.reopen()),
    },
  ],
  'letter-withdrawn': [
    {
      what: 'that a letter does not go, for the handler who sent it',
      to: lars,
      before: withItsReceipt,
      happens: (office) =>
        office.amendDossier(number, (dossier) =>
          withEvents(
            dossier,
            [{ type: 'letter-withdrawn', on: asked.wednesday, letter: 1, because: 'closed' }],
            {
              by: lars,
              context: office.context(),
            },
          ),
        ),
    },
  ],
  undelivered: [
    {
      what: 'that a respondent was not asked, for the handler',
      to: lars,
      before: taken,
      unreached: [joris],
      because: blocked,
      happens: steps(requestStatement()),
    },
    {
      what: 'that the handler has not got it, for the substitute',
      to: fatima,
      unreached: [lars],
      because: blocked,
      happens: taken,
    },
  ],
  'forwarding-alarm': [
    {
      what: 'that it must be passed on by hand, for the substitute',
      to: fatima,
      before: async (office) => office.moveTo('2026-04-01T15:50'),
      unreached: [lars],
      because: down,
      happens: taken,
    },
    {
      what: 'that it must be passed on by hand, in the channel',
      to: 'channel',
      before: linked,
      unreached: [lars],
      because: blocked,
      happens: taken,
    },
  ],
  receipt: [
    { what: 'that it was passed on, for who registered it', to: sanne, happens: taken },
    {
      what: 'the same, in the place of the receipt',
      to: sanne,
      before: (office) => shownCards(office).note(sanne.id, 'the-receipt', receipt),
      happens: taken,
      edits: true,
    },
  ],
  'not-forwarded': [
    {
      what: 'that nobody was reached, for who registered it',
      to: sanne,
      unreached: [lars, fatima, willem, ingrid],
      because: blocked,
      happens: taken,
    },
  ],
  'set-up-fault': [
    {
      what: 'that the channel is gone',
      to: lars,
      before: async (office) => {
        await office.links('http://127.0.0.1:1');
        office.moveTo('2026-04-02T08:30');
        await office.work();
      },
      happens: (office) => office.passes(30),
    },
  ],
  'stand-in': [{ what: 'that they stand in, for the substitute', to: fatima, before: taken, happens: away }],
  'stand-in-ended': [
    {
      what: 'that they no longer stand in, for the substitute',
      to: fatima,
      before: away,
      happens: (office) => office.endAbsence(lars),
    },
  ],
  'decreed-days': [
    {
      what: 'that deadlines move by decree',
      to: lars,
      before: taken,
      happens: async ({ store, register, config }) => {
        const days = [...config.calendar.decreed, '2026-04-22' as const].sort();
        const { etag } = await readMemo(store, memos.decreedDays);
        await writeMemo(store, memos.decreedDays, { days, told: 0 }, etag);
        // As a start with other days does.
        await decreedDaysWatch({ store, register })();
      },
    },
  ],
  'register-behind': [{ what: 'that the register is behind', to: lars, happens: async () => undefined }],
  reminder: [
    { what: 'a reminder for the handler', to: lars, before: taken, happens: reminding },
    {
      what: 'a reminder in the channel',
      to: 'channel',
      before: async (office) => {
        await linked(office);
        await taken(office);
      },
      happens: reminding,
    },
  ],
  'talk-passed': [
    {
      what: 'that the result of a talk is to be recorded, for the handler',
      to: lars,
      before: async (office) => {
        await taken(office);
        const nothing = { solved: undefined, result: undefined, agreements: undefined, letter: undefined };
        await office.execute(asked.mediate({ ...nothing, on: '2026-04-01', time: '15:00' }));
      },
      happens: async (office) => {
        office.moveTo('2026-04-02T09:00');
        await office.work();
      },
    },
  ],
  'satisfaction-due': [
    {
      what: 'that the complainant is to be asked how satisfied they are, for the handler',
      to: lars,
      before: after(acknowledge(), answer(), asked.agree()),
      happens: async (office) => {
        office.moveTo('2026-05-12T09:00');
        await office.work();
      },
    },
  ],
  measure: [
    {
      what: 'a measure, for who sees to it',
      to: fatima,
      before: after(acknowledge()),
      happens: steps(answer({ measures: ofFatima })),
    },
  ],
  'measure-done': [
    {
      what: 'that a measure is done, for who sees to it',
      to: fatima,
      before: after(acknowledge(), answer({ measures: ofFatima })),
      happens: steps(asked.completeMeasure()),
    },
    {
      what: 'that a measure is done, for the handler',
      to: lars,
      before: after(acknowledge(), answer({ measures: ofFatima })),
      happens: steps(asked.reportMeasure({ by: fatima })),
    },
  ],
  'erasure-request': [
    {
      what: 'the question to agree to erasure',
      to: fatima,
      before: closed,
      happens: steps(asked.requestErasure()),
    },
  ],
  'redaction-request': [
    {
      what: 'the question to agree to making a text illegible',
      to: fatima,
      before: after(acknowledge()),
      happens: steps(asked.requestRedaction()),
    },
  ],
  'erasure-warning': [{ what: 'the warning of erasure', to: lars, before: closed, happens: lastDays }],
  quarter: [
    {
      what: 'that a quarter is over, for the board',
      to: willem,
      happens: async (office) => {
        await office.file({ ...asked.registration, receivedOn: '2026-03-31' }, 'form', sanne);
        office.moveTo('2026-04-02T09:30');
        await office.work();
      },
    },
  ],
  digest: [
    {
      what: 'the overview in the channel',
      to: 'channel',
      before: linked,
      happens: async (office) => office.moveTo('2026-04-02T08:30'),
    },
  ],
};

export const scenarios: Scenario[] = Object.entries(kinds).flatMap(([kind, all]) =>
  all.map((one) => ({ ...one, kind: kind as Content['kind'] })),
);

/** Tells whether that message is the one of the scenario. */
export const isOf = ({ kind, to }: Scenario, { content, to: recipient }: Message): boolean =>
  content.kind === kind &&
  (to === 'channel' ? recipient.kind === 'channel' : recipient.kind === 'person' && recipient.id === to.id);
