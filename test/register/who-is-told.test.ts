import assert from 'node:assert/strict';
import type { StepCommand } from '../../src/procedure/model/commands.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import type { Message, MessageKind } from '../../src/register/model/message.ts';
import { type LocalDate, later } from '../../src/time/local-date.ts';
import * as asked from '../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const colleague = (n: number, name: string): Person => ({
  id: personId(`00000000-0000-4000-8000-0000000000${n}`),
  name,
});

/** A second respondent, who sees to a measure, and a colleague who has nothing to do with it. */
const karim = colleague(21, 'Karim Aydin');
const noor = colleague(22, 'Noor Visser');
const piet = colleague(23, 'Piet Mulder');

/** Everybody who could hear of it; Ingrid is the second representative in a hearing. */
const cast = [lars, fatima, willem, ingrid, joris, karim, sanne, noor, piet];

type Office = ReturnType<typeof anOffice>;
type Happens = (office: Office) => Promise<unknown>;

/** What happens, and exactly who hears of it. */
type Row = {
  what: string;
  before?: Happens;
  happens: Happens;
  hears: [Person, MessageKind][];
  mail?: 'accepted' | 'refused';
};

const filed =
  (over: Partial<typeof asked.registration> = {}): Happens =>
  (office) =>
    office.file({ ...asked.registration, respondents: [joris, karim], ...over }, 'form', sanne);

const steps =
  (...all: StepCommand[]): Happens =>
  async (office) => {
    for (const step of all) await office.execute(step);
  };

const after =
  (...all: StepCommand[]): Happens =>
  async (office) => {
    await filed()(office);
    await steps(...all)(office);
  };

const away =
  (from: LocalDate, until: LocalDate): Happens =>
  (office) =>
    office.setAbsence(lars, { from, until });

const { acknowledge, answer, object, waiveHearing } = asked;
const ofNoor = [{ what: 'Een belrooster', owner: noor.name, ownerId: noor.id, dueOn: '2026-04-20' } as const];
const answered = [acknowledge(), answer()];
const promised = [acknowledge(), answer({ measures: ofNoor })];
const disputed = [...answered, object()];
const invited = [...disputed, asked.offerHearing({ secondRepresentative: ingrid.id })];
const waived = [...disputed, waiveHearing()];

const both = (kind: MessageKind): [Person, MessageKind][] => [
  [joris, kind],
  [karim, kind],
];
const ended: [Person, MessageKind][] = [...both('outcome'), [sanne, 'closed']];

const rows: Row[] = [
  {
    what: 'registered',
    happens: filed(),
    hears: [
      [lars, 'case'],
      [sanne, 'receipt'],
    ],
  },
  {
    what: 'registered about the officer',
    happens: filed({ respondents: [lars] }),
    hears: [
      [fatima, 'case'],
      [sanne, 'receipt'],
    ],
  },
  {
    what: 'remedied on the spot',
    happens: filed({ remedied: true }),
    hears: [
      [lars, 'case'],
      [sanne, 'receipt'],
    ],
  },
  {
    what: 'handed over',
    before: after(acknowledge()),
    happens: steps(asked.handOver()),
    hears: [[fatima, 'case']],
  },
  {
    what: 'the handler becomes a respondent',
    before: after(acknowledge()),
    happens: steps(asked.addRespondent({ respondent: lars })),
    hears: [[fatima, 'case']],
  },
  {
    what: 'answered',
    before: after(acknowledge()),
    happens: steps(answer()),
    hears: both('position'),
  },
  {
    what: 'an objection',
    before: after(...answered),
    happens: steps(object()),
    hears: both('objected'),
  },
  {
    what: 'a hearing that settled nothing',
    before: after(...invited),
    happens: steps(asked.recordHearing()),
    hears: both('outcome'),
  },
  {
    what: 'settled',
    before: after(...invited),
    happens: steps(asked.recordHearing({ settlement: 'Elke week bellen.' })),
    hears: ended,
  },
  {
    what: 'waived',
    before: after(...disputed),
    happens: steps(waiveHearing()),
    hears: [
      [willem, 'decision-request'],
      [ingrid, 'decision-request'],
    ],
  },
  {
    what: 'decided',
    before: after(...waived),
    happens: steps(asked.decide({ by: willem })),
    hears: [...ended, [lars, 'decided']],
  },
  { what: 'closed', before: after(...answered), happens: steps(asked.agree()), hears: ended },
  {
    what: 'reopened',
    before: after(...answered, asked.agree()),
    happens: steps(asked.reopen()),
    hears: [...both('reopened'), [sanne, 'reopened']],
  },
  {
    what: 'a measure that an answer promises',
    before: after(acknowledge()),
    happens: steps(answer({ measures: ofNoor })),
    hears: [...both('position'), [noor, 'measure']],
  },
  {
    what: 'a measure that was agreed in a talk',
    before: filed(),
    happens: steps(asked.mediate({ measures: ofNoor })),
    hears: [
      [joris, 'outcome'],
      [sanne, 'closed'],
      [noor, 'measure'],
    ],
  },
  {
    what: 'a measure that a settlement promises',
    before: after(...invited),
    happens: steps(asked.recordHearing({ settlement: 'Elke week bellen.', measures: ofNoor })),
    hears: [...ended, [noor, 'measure']],
  },
  {
    what: 'a measure that the board promises',
    before: after(...waived),
    happens: steps(asked.decide({ by: willem, measures: ofNoor })),
    hears: [...ended, [lars, 'decided'], [noor, 'measure']],
  },
  {
    what: 'a measure that the handler sees to themselves',
    before: after(acknowledge()),
    happens: steps(answer({ measures: [{ ...ofNoor[0], owner: lars.name, ownerId: lars.id }] as never })),
    hears: both('position'),
  },
  {
    what: 'a measure of a respondent',
    before: after(acknowledge()),
    happens: steps(answer({ measures: [{ ...ofNoor[0], owner: joris.name, ownerId: joris.id }] as never })),
    hears: [...both('position'), [joris, 'measure']],
  },
  {
    what: 'a measure that its owner reports as done',
    before: after(...promised),
    happens: steps(asked.reportMeasure({ by: noor })),
    hears: [[lars, 'measure-done']],
  },
  {
    what: 'a measure that the handler records as done',
    before: after(...promised),
    happens: steps(asked.completeMeasure()),
    hears: [[noor, 'measure-done']],
  },
  {
    what: 'two werkdagen before the day of a measure',
    before: after(...promised, asked.agree()),
    happens: (office) => office.sweepAt('2026-04-16T09:00'),
    hears: [
      [lars, 'reminder'],
      [noor, 'reminder'],
    ],
  },
  {
    what: 'the day of a measure',
    before: async (office) => {
      await after(...promised, asked.agree())(office);
      await office.sweepAt('2026-04-16T09:00');
    },
    happens: (office) => office.sweepAt('2026-04-20T09:00'),
    hears: [
      [lars, 'reminder'],
      [noor, 'reminder'],
    ],
  },
  {
    what: 'the day of a measure that is done',
    before: after(...promised, asked.agree(), asked.reportMeasure({ by: noor })),
    happens: (office) => office.sweepAt('2026-04-20T09:00'),
    hears: [],
  },
  {
    what: 'a measure of which the letter is not accepted',
    mail: 'refused',
    before: filed(),
    happens: steps(answer({ measures: ofNoor })),
    hears: [[lars, 'undelivered']],
  },
  {
    what: 'a measure of which the letter is accepted',
    mail: 'accepted',
    before: filed(),
    happens: steps(answer({ measures: ofNoor })),
    hears: [...both('position'), [noor, 'measure']],
  },
  {
    what: 'an absence begins',
    before: filed(),
    happens: away('2026-04-01', '2026-04-03'),
    hears: [[fatima, 'stand-in']],
  },
  {
    what: 'an absence of the substitute',
    before: filed(),
    happens: async (office) => office.setAbsence(fatima, { from: '2026-04-01', until: '2026-04-03' }),
    hears: [[lars, 'stand-in']],
  },
  {
    what: 'an absence of who handles a complaint about the next',
    before: filed({ respondents: [fatima] }),
    happens: away('2026-04-01', '2026-04-03'),
    hears: [
      [fatima, 'stand-in'],
      [willem, 'stand-in'],
    ],
  },
  {
    what: 'an absence of a later day, when it is recorded',
    before: filed(),
    happens: away('2026-04-03', '2026-04-10'),
    hears: [],
  },
  {
    what: 'an absence of a later day, on that day',
    before: away('2026-04-03', '2026-04-10'),
    happens: (office) => office.sweepAt('2026-04-03T09:00'),
    hears: [[fatima, 'stand-in']],
  },
  {
    what: 'an absence of a later day that was withdrawn before it',
    before: async (office) => {
      await away('2026-04-03', '2026-04-10')(office);
      await office.endAbsence(lars);
    },
    happens: (office) => office.sweepAt('2026-04-03T09:00'),
    hears: [],
  },
  {
    what: 'an absence that goes on',
    before: away('2026-04-01', '2026-04-10'),
    happens: (office) => office.sweepAt('2026-04-03T09:00'),
    hears: [],
  },
  {
    what: 'an absence that ends by itself',
    before: away('2026-04-01', '2026-04-02'),
    happens: (office) => office.sweepAt('2026-04-03T09:00'),
    hears: [[fatima, 'stand-in-ended']],
  },
  {
    what: 'an absence that ends early',
    before: away('2026-04-01', '2026-04-10'),
    happens: (office) => office.endAbsence(lars),
    hears: [[fatima, 'stand-in-ended']],
  },
  {
    what: 'an absence that is made longer',
    before: away('2026-04-01', '2026-04-03'),
    happens: away('2026-04-01', '2026-04-17'),
    hears: [[fatima, 'stand-in']],
  },
  {
    what: 'an absence of who stands in',
    before: away('2026-04-01', '2026-04-17'),
    happens: (office) => office.setAbsence(fatima, { from: '2026-04-01', until: '2026-04-03' }),
    hears: [
      [fatima, 'stand-in-ended'],
      [willem, 'stand-in'],
      [willem, 'stand-in'],
    ],
  },
  {
    what: 'a letter that the mail server gives up',
    mail: 'refused',
    before: filed(),
    happens: steps(acknowledge()),
    hears: [[lars, 'undelivered']],
  },
];

/** Delivers all that is due, and a minute later what follows from that, as a receipt does. */
async function delivered(office: Office): Promise<void> {
  for (let minute = 0; minute < 3; minute++) {
    for (const id of await office.store.due(office.clock.now(), 100)) await office.deliver(id);
    office.moveTo(later(office.clock.now(), 60_000));
  }
}

/** What the persons of a hearing are told of it, for which hearing-messages.test.ts is there. */
const ofTheHearing: MessageKind[] = ['hearing', 'hearing-off'];

const nameOf = (id: string): string => cast.find((one) => one.id === id)?.name ?? id;

const told = ({ to, content, status }: Message): string[] =>
  to.kind === 'person' && status === 'sent' && !ofTheHearing.includes(content.kind)
    ? [`${nameOf(to.id)}: ${content.kind}`]
    : [];

/** Lists what everybody has heard in their own chat so far, by the id of the message. */
async function heardIn(office: Office): Promise<Map<string, string>> {
  await delivered(office);
  const heard = new Map<string, string>();
  for await (const { document } of office.store.all())
    if (document && document.kind !== 'memo')
      for (const message of document.outbox) for (const one of told(message)) heard.set(message.id, one);
  return heard;
}

describe('who is told, and who is not', () => {
  afterEach(closeOffices);

  for (const { what, before, happens, hears, mail } of rows) {
    it(what, async () => {
      const office = anOffice({
        mail: mail !== undefined,
        undeliverable: (id) => mail === 'refused' && id.endsWith('/mail'),
      });
      await before?.(office);
      const earlier = await heardIn(office);
      await happens(office);
      const heard = [...(await heardIn(office))].flatMap(([id, one]) => (earlier.has(id) ? [] : one));
      assert.deepEqual(heard.sort(), hears.map(([who, kind]) => `${who.name}: ${kind}`).sort());
    });
  }
});
