import assert from 'node:assert/strict';
import { decide } from '../../../src/procedure/decide.ts';
import type { StepCommand } from '../../../src/procedure/model/commands.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { Refusal, type RefusalCode } from '../../../src/procedure/model/refusal.ts';
import type { Fields } from '../../../src/teams/form/fields.ts';
import type { FormStep } from '../../../src/teams/steps/all-steps.ts';
import { stepForms } from '../../../src/teams/steps/all-steps.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { complaintAfter, contextOf, registered } from '../../procedure/given.ts';
import {
  answered,
  heard,
  invited,
  letterSent,
  objected,
  waived,
  withdrawn,
} from '../../procedure/happened.ts';
import { situations } from '../../procedure/situations.ts';
import { openTo } from '../../procedure/walk.ts';
import { filledWell } from '../filled-well.ts';
import { settingOf } from '../form-examples.ts';

const today: LocalDate = '2026-04-20';
const context = contextOf({ today });

/** What a refusal of a day is called. */
const ofADay: readonly RefusalCode[] = [
  'out-of-order',
  'before-the-answer',
  'in-the-future',
  'not-later',
  'not-to-come',
  'too-soon',
];

const reopenedTo = (to: Extract<Event, { type: 'reopened' }>['to']): Event => ({
  ...{ type: 'reopened', on: '2026-04-16', to },
  personal: { reason: 'Vergissing' },
});
const measure = { id: 'm1', what: 'Bellen', owner: 'Joris', dueOn: '2026-05-01' } as const;
const moved: Event = {
  ...{ type: 'measure-moved', measure: 'm1', on: '2026-04-11', to: '2026-06-01' },
  personal: { reason: 'Nog niet af.' },
};

const all: Record<string, Event[]> = {
  ...situations,
  'answered, and told of its handler since': [
    registered(),
    answered('2026-04-02'),
    letterSent('court-route', { sentOn: '2026-04-10' }),
  ].flat(),
  'a measure that was moved': [registered(), answered('2026-04-02', measure), moved].flat(),
  'reopened to the answer': [
    registered(),
    answered('2026-04-02'),
    withdrawn(),
    reopenedTo('answered'),
  ].flat(),
  'reopened to the objection': [registered(), objected(), withdrawn(), reopenedTo('objected')].flat(),
  'reopened after a hearing': [
    registered(),
    objected(),
    heard('2026-04-08'),
    withdrawn(),
    reopenedTo('heard'),
  ].flat(),
  'invited again': [registered(), objected(), heard('2026-04-08'), invited('2026-04-14')].flat(),
  'waived after a hearing': [
    registered(),
    objected(),
    heard('2026-04-08'),
    invited('2026-04-14'),
    waived('2026-04-15'),
  ].flat(),
  'acknowledged by post, later': [
    registered(),
    letterSent('acknowledgement', { sentOn: '2026-04-09' }),
  ].flat(),
};

/** Tells whether a picker cannot limit the day, because it rests on what else is filled in: which date is corrected; when a measure is promised. */
const restsOnAnother = (step: FormStep, id: string): boolean =>
  (step === 'correct-date' && id === 'to') || /^until\d$/.test(id);

/** Fills in the first day that each picker offers, of what is not to come. */
const firstDays = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]) =>
      ['on', 'sentOn', 'receivedOn', 'postmark'].includes(id) && field?.input.min
        ? [[id, String(field.input.min)]]
        : [],
    ),
  );

/** Replaces a day in a command, wherever it stands. */
const dated = (command: StepCommand, from: LocalDate, to: LocalDate): StepCommand =>
  JSON.parse(JSON.stringify(command), (_, value: unknown) => (value === from ? to : value));

describe('the first day that a form offers', () => {
  const tried = new Set<string>();

  for (const [name, past] of Object.entries(all))
    it(`is accepted, and the day before it is not, of a complaint that is ${name}`, async () => {
      const complaint = complaintAfter(past);
      const refusedFor = (command: StepCommand): Refusal | undefined => {
        try {
          decide(complaint, command, context);
        } catch (error) {
          assert(error instanceof Refusal, String(error));
          return ofADay.includes(error.code) ? error : undefined;
        }
        return undefined;
      };
      for (const { step, by } of openTo(complaint, context)) {
        if (!(step in stepForms)) continue;
        const of = step as FormStep;
        const setting = { ...settingOf(complaint), ...context, by };
        const fields = stepForms[of].fields(setting);
        for (const [id, field] of Object.entries(fields)) {
          const min = field?.input.min as LocalDate | undefined;
          if (field?.input.type !== 'Input.Date' || !min || restsOnAnother(of, id)) continue;
          const filled = {
            ...filledWell(of, fields, [], today),
            ...firstDays(fields),
            letter: 'Een brief.',
            time: '20:00',
          };
          const sending = fields.manner && { manner: 'handed' };
          const parsed = await stepForms[of].read({ ...filled, ...sending, [id]: min }, setting);
          if ('errors' in parsed) {
            assert.equal(parsed.errors[id], undefined, `${step}.${id}: ${parsed.errors[id]}`);
            continue;
          }
          tried.add(`${step}.${id}`);
          const refused = refusedFor(parsed.value);
          assert.equal(
            refused,
            undefined,
            `${step}.${id} on ${min}: ${JSON.stringify(refused?.days ?? refused?.code)}`,
          );
          const before = dated(parsed.value, min, addDays(min, -1));
          assert.ok(refusedFor(before), `${step}.${id} before ${min}`);
        }
      }
    });

  it('is tried of many forms', () => {
    assert.ok(tried.size >= 32, `${[...tried].sort()}`);
  });
});
