import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deadline, objectionDeadline } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import { replay } from '../../../src/procedure/evolve.ts';
import type { AnyStage, Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Letter } from '../../../src/procedure/model/letter.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import type { Field, Fields } from '../../../src/teams/form/fields.ts';
import { type FormStep, stepForms } from '../../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../../src/teams/steps/step.ts';
import { letterDate, longDate } from '../../../src/time/dutch-date.ts';
import { addDays, type LocalDate, localDate } from '../../../src/time/local-date.ts';
import { calendar, complaintAfter, wednesday } from '../../procedure/given.ts';
import { desk } from '../../procedure/people.ts';
import { situations } from '../../procedure/situations.ts';
import { openTo } from '../../procedure/walk.ts';
import { settingOf, steps } from '../form-examples.ts';

/** What somebody who fills in a field at random does: the same number, the same answer. */
function answerTo({ input, row }: Field, n: number): string {
  const isAsked = input.isRequired || row;
  const choices = Array.isArray(input.choices) ? (input.choices as { value: string }[]) : [];
  switch (input.type) {
    case 'Input.ChoiceSet':
      return choices[n % choices.length]?.value ?? '';
    case 'Input.Date':
      return n % 4 > 0 && !isAsked ? '' : addDays(localDate(String(input.min)), n % (n % 2 ? 8 : 60));
    case 'Input.Time':
      return `${String(9 + (n % 9)).padStart(2, '0')}:30`;
    case 'Input.Toggle':
      return String(n % 2 === 0);
    default:
      if (String(input.placeholder).startsWith('K-')) return `K-2025-000${1 + (n % 9)}`;
      return isAsked || n % 2 === 0 ? `Tekst ${n}.` : '';
  }
}

const judged = { founded: 'gegrond', 'partly-founded': 'deels gegrond', unfounded: 'ongegrond' } as const;

/** What a letter says, against what the register holds after it was recorded. */
function assertTrue(
  { kind, text, ...letter }: Pick<Letter, 'kind' | 'text'> & { on: LocalDate; daysLate?: number },
  after: Complaint,
) {
  const lines = text.split('\n');
  const { appointment, judgement, decision, closed } = after as Complaint & Partial<AnyStage>;
  assert.ok(lines.includes(letterDate(letter.on)), `${kind} is not of ${letter.on}: ${text}`);
  assert.doesNotMatch(text, /\[/);
  if (kind === 'answer') {
    const said =
      judgement === 'none' || !judgement ? 'Wij geven geen oordeel' : `uw klacht is ${judged[judgement]}.`;
    assert.ok(text.includes(said), `${judgement}: ${text}`);
    const { dueOn } = objectionDeadline(after, calendar) ?? {};
    if (dueOn) assert.ok(text.includes(`tot en met ${longDate(dueOn)}`), `${dueOn}: ${text}`);
  }
  if (kind === 'hearing-invitation' && appointment) {
    assert.ok(text.includes(`Op ${longDate(appointment.on)} om ${appointment.time} uur`), text);
    assert.equal(text.includes('Het gesprek is telefonisch'), appointment.form === 'phone');
  }
  if (kind === 'final-decision') assert.ok(text.includes(decision?.decision ?? '?'), text);
  if (letter.daysLate !== undefined && kind !== 'late-objection-refused')
    assert.equal(/is te laat\. /.test(text), letter.daysLate > 0, `${letter.daysLate} days late: ${text}`);
  if (kind === 'acknowledgement') {
    const { dueOn } = deadline('answer', after.receivedOn, calendar);
    assert.equal(text.includes(`- Uiterlijk ${longDate(dueOn)} krijgt u`), dueOn >= letter.on, text);
  }
  const talk = after.talks?.at(-1);
  if (kind === 'mediation') {
    assert.ok(
      text.includes(`was op ${longDate(talk?.on ?? letter.on)}, met ${talk?.partner.replace(/\.$/, '')}.`),
      text,
    );
    assert.ok(text.includes(talk?.agreements ?? '?'), text);
  }
  if (kind === 'merger') assert.ok(text.includes(`die wij al hadden, onder nummer ${closed?.into}.`), text);
  if (kind === 'new-handler') assert.ok(text.includes(`${after.handler?.person.name}, `), text);
  if (kind === 'withdrawal') assert.ok(text.includes(letterDate(closed?.on ?? letter.on)), text);
  const closing = /Wij sluiten uw klacht op (.*?)\./.exec(text)?.[1];
  if (closing && closed) assert.equal(closing, letterDate(closed.on), `${kind}: ${text}`);
}

/** Lists the fields, with so many of the rows that repeat, without the name beside a colleague who is picked. */
const asked = (fields: Fields, rows: number) =>
  Object.entries(fields).filter(
    ([id, field]) => (field?.row?.at ?? 0) <= rows && !id.startsWith('ownerName'),
  );

/** A late objection that is refused: chance alone does not meet one in every run. */
const refusedLate = {
  step: 'object' as const,
  where: 188,
  days: 39,
  mail: true,
  answers: [456, 207, 0, 962, 179, 4, 0, 0, 988, 966, 791, 459, 0, 790, 769, 437],
};

/** The steps whose form makes a letter of their own; send-by-hand.test.ts and send-again.test.ts have those that were made before. */
const sending = steps.filter((step) => stepForms[step].draft && !stepForms[step].kept);

/** Where a step is open, and to whom. */
const placesOf = (step: FormStep, over: Partial<Setting>) =>
  Object.values(situations).flatMap((events) => {
    const complaint = complaintAfter(events);
    return openTo(complaint, settingOf(complaint, over))
      .filter((open) => open.step === step)
      .map(({ by }) => ({ events, by }));
  });

describe('every letter that a form sends', () => {
  it('is of the day, with the dates, the judgement and the appointment that the register holds', async () => {
    const met = new Set<string>();
    const course = fc.record({
      step: fc.constantFrom(...sending),
      where: fc.nat({ max: 997 }),
      days: fc.nat({ max: 45 }),
      mail: fc.boolean(),
      answers: fc.array(fc.nat({ max: 997 }), { minLength: 16, maxLength: 16 }),
    });
    await fc.assert(
      fc.asyncProperty(course, async ({ step, where, days, mail, answers }) => {
        const today = addDays(wednesday, days);
        const over = { now: `${today}T09:00:00.000Z`, today, mail, calendar, desk } as const;
        const places = placesOf(step, over);
        const { events, by: person } =
          places[where % places.length] ?? assert.fail(`${step} is open nowhere`);
        const complaint = complaintAfter(events);
        const form = stepForms[step];
        const by = settingOf(complaint, { ...over, by: person });
        const input = Object.fromEntries(
          asked(form.fields(by), where % 2).flatMap(([id, field], i) =>
            field ? [[id, id === 'letter' ? '' : answerTo(field, answers[i] ?? 0)]] : [],
          ),
        );
        const parsed = await form.read(input, by);
        if ('errors' in parsed) return;
        try {
          const made = decide(complaint, parsed.value, by);
          const after = replay([...events, ...made]) ?? assert.fail('no complaint');
          for (const event of made) {
            if (event.type === 'letter-sent')
              assertTrue({ ...event, text: event.personal.text, on: event.sentOn }, after);
            if (event.type === 'letter-queued')
              assertTrue({ kind: event.kind, text: event.personal.text, on: event.on }, after);
            if (event.type === 'letter-sent' || event.type === 'letter-queued') met.add(event.kind);
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 2_000, examples: [[refusedLate]] },
    );
    assert.deepEqual([...met].sort(), [
      'acknowledgement',
      'answer',
      'closure',
      'court-route',
      'delay',
      'dismissal',
      'final-decision',
      'hearing-invitation',
      'late-objection-refused',
      'measure-delay',
      'mediation',
      'merger',
      'new-handler',
      'no-handler',
      'settlement',
      'withdrawal',
    ]);
  });
});
