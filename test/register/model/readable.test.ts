import assert from 'node:assert/strict';
import type { Event, EventOf } from '../../../src/procedure/model/events.ts';
import { type Checks, count, day, text } from '../../../src/register/model/checks.ts';
import type { Content, ContentOf } from '../../../src/register/model/message.ts';
import { isReadable } from '../../../src/register/model/readable.ts';
import * as asked from '../../procedure/asked.ts';
import { registration } from '../../procedure/asked.ts';
import { joris, sanne } from '../../procedure/people.ts';
import { contentOf } from '../a-register.ts';
import { anOffice, closeOffices } from '../an-office.ts';

/** A field of a stored dossier: its value, or an object in it by the type of its event or the kind of its message. */
type Parts = { journal: { type: string; facts: object; erasable?: { personal?: object } }[] } & {
  outbox: { content: { kind: string }; status?: unknown; earlier?: unknown }[];
} & { complaint: { measures: object[] }; ledger: object[] };

/** An answered complaint with a promised measure of which a reminder went out, and a corrected date. */
async function answered(): Promise<Parts> {
  const office = anOffice();
  await office.file({ ...registration, respondents: [joris] }, 'form', sanne);
  await office.sweepAt('2026-04-01T11:00');
  const measures = [{ what: 'Belrooster', owner: 'Joris', dueOn: '2026-04-13' } as const];
  for (const step of [asked.acknowledge(), asked.correctDate({ to: '2026-03-31' })])
    await office.execute(step);
  await office.sweepAt('2026-04-14T09:30');
  await office.execute(asked.answer({ measures, letter: asked.letter('Brief', '2026-04-14') }));
  await office.sweepAt('2026-04-14T11:00');
  const found = (await contentOf(office.bare)).find(({ kind }) => kind === 'dossier');
  return structuredClone(found) as unknown as Parts;
}

const factsOf = (dossier: Parts, type: Event['type']): object =>
  dossier.journal.find((entry) => entry.type === type)?.facts ?? assert.fail(`no ${type}`);

const contentIn = (dossier: Parts, kind: Content['kind']): object =>
  dossier.outbox.find(({ content }) => content.kind === kind)?.content ?? assert.fail(`no ${kind}`);

describe('a stored dossier', () => {
  afterEach(closeOffices);

  const damages: Record<string, (dossier: Parts) => unknown> = {
    'an answer with another judgement': (one) =>
      Object.assign(factsOf(one, 'answer-drawn-up'), { judgement: true }),
    'an answer without a judgement': (one) =>
      Object.assign(factsOf(one, 'answer-drawn-up'), { judgement: null }),
    'an answer with measures that are none': (one) =>
      Object.assign(one.journal.find(({ type }) => type === 'answer-drawn-up')?.erasable?.personal ?? {}, {
        measures: ['zot'],
      }),
    'a date that was corrected to a number': (one) =>
      Object.assign(factsOf(one, 'date-corrected'), { to: 7 }),
    'a measure that is a text': (one) => Object.assign(one.complaint.measures, ['zot']),
    'a measure due on no day': (one) => Object.assign(one.complaint.measures[0] ?? {}, { dueOn: undefined }),
    'a reminder of a deadline that nobody knows': (one) =>
      Object.assign(contentIn(one, 'reminder'), { deadline: {} }),
    'a message with an unknown outcome': (one) => Object.assign(one.outbox[0] ?? {}, { status: 'lost' }),
    'a ledger of a message to nobody': (one) =>
      Object.assign(one.ledger[0] ?? {}, { erasable: { salt: '', message: '', to: {} } }),
  };

  it('is read as it is written', async () => assert.ok(isReadable(await answered())));

  for (const [name, damage] of Object.entries(damages))
    it(`is not read with ${name}`, async () => {
      const dossier = await answered();
      damage(dossier);
      assert.equal(isReadable(JSON.parse(JSON.stringify(dossier))), false);
    });

  it('is checked in every fact of an event and every field of a message, or the checks do not compile', () => {
    const whole: Checks<Omit<EventOf<'measure-done'>, 'type'>> = { measure: text, on: day };
    // @ts-expect-error: a fact is left out
    const event: Checks<Omit<EventOf<'measure-done'>, 'type'>> = { measure: text };
    // @ts-expect-error: a field is left out
    const message: Checks<Omit<ContentOf<'undelivered'>, 'kind'>> = { message: text };
    // @ts-expect-error: a letter is named by its count
    const letter: Checks<Omit<ContentOf<'letter'>, 'kind'>> = { letter: text };
    assert.ok([whole, event, message, letter, { letter: count }].every(Boolean));
  });
});
