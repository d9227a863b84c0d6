import assert from 'node:assert/strict';
import { decide } from '../../../src/procedure/decide.ts';
import type { StepCommand } from '../../../src/procedure/model/commands.ts';
import { dispatchManners } from '../../../src/procedure/model/letter.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import { addDays } from '../../../src/time/local-date.ts';
import { complaintAfter, contextOf, wednesday } from '../given.ts';
import { situations } from '../situations.ts';
import { openTo } from '../walk.ts';
import { wellFilled } from '../well-filled.ts';

type Sent = { text: string; manner: string };

const isLetter = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && 'text' in value && 'manner' in value && 'sentOn' in value;

/** Every letter in a command, however deep it stands. */
function lettersIn(value: unknown): Sent[] {
  if (isLetter(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(lettersIn) : [];
}

/** The command with that text in each of its letters, sent in that manner. */
const saying = (text: string, manner: string, command: StepCommand): StepCommand =>
  JSON.parse(
    JSON.stringify(command, (_, value: unknown) => (isLetter(value) ? { ...value, text, manner } : value)),
  );

/** Every step that sends a letter, where it is open; long after the beginning, so that an objection can be late too. */
function* sendingSteps() {
  for (const mail of [false, true])
    for (const past of Object.values(situations))
      for (const otherwise of [false, true]) {
        const complaint = complaintAfter(past);
        const context = contextOf({ today: addDays(wednesday, otherwise ? 60 : 20), mail });
        for (const { step, by } of openTo(complaint, context)) {
          const command = wellFilled(step, by, complaint, context, { otherwise });
          if (lettersIn(command).length > 0) yield { step, complaint, command, context };
        }
      }
}

describe('a letter with an open gap', () => {
  it('is never sent, by whichever step and in whichever manner, and the gap is named', () => {
    const met = new Set<string>();
    for (const { step, complaint, command, context } of sendingSteps()) {
      for (const manner of dispatchManners)
        for (const gap of ['[standpunt]', '[...]', '[…]', '[naam van de klager]', '[ ]', '[]']) {
          const spoken = saying(`Geachte heer De Wit,\nOns standpunt is ${gap}.`, manner, command);
          try {
            decide(complaint, spoken, context);
            assert.fail(`${step} sent ${gap}`);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            if (error.code === 'month-not-over') continue;
            assert.deepEqual([error.code, error.about], ['gap-in-letter', gap], step);
            met.add(step);
          }
        }
    }
    assert.deepEqual(
      [...met].sort(),
      [
        'acknowledge',
        'agree',
        'announce-handler',
        'announce-no-handler',
        'answer',
        'close',
        'decide',
        'delay',
        'dismiss',
        'mediate',
        'merge',
        'move-measure',
        'object',
        'offer-hearing',
        'record-hearing',
        'send-again',
        'withdraw',
      ].sort(),
    );
  });

  it('is not one whose writer uses a link, brackets over several lines, or one bracket', () => {
    const [first] = sendingSteps();
    assert.ok(first);
    for (const text of [
      'Zie [onze site](https://voorbeeld.nl).',
      'Zie 1] en 2].',
      'Een [ haakje',
      'Eerst [dit\nen dan dat]',
    ])
      assert.ok(decide(first.complaint, saying(text, 'post', first.command), first.context).length > 0, text);
  });
});
