import assert from 'node:assert/strict';
import { decide } from '../../src/procedure/decide.ts';
import type { Command, StepCommand } from '../../src/procedure/model/commands.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { type LetterKind, letterKinds } from '../../src/procedure/model/letter.ts';
import { type OutOfOrder, Refusal } from '../../src/procedure/model/refusal.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { asking, letter } from './asked.ts';
import { complaintAfter, contextOf, given, registered } from './given.ts';
import { acknowledged, answered, letterSent, withdrawn } from './happened.ts';
import { lars } from './people.ts';
import { situations } from './situations.ts';
import { openTo } from './walk.ts';
import { wellFilled } from './well-filled.ts';

const today: LocalDate = '2026-04-20';
const ask = asking(today);
const context = contextOf({ today });
const measure = { id: 'm1', what: 'Bellen', owner: 'Joris', dueOn: '2026-05-01' } as const;

/** Lists the days that a command puts out of order; undefined where it is accepted, or refused for something else. */
function outOfOrder(past: Event[], command: Command): OutOfOrder | undefined {
  try {
    decide(complaintAfter(past), command, context);
  } catch (error) {
    assert(error instanceof Refusal, String(error));
    const days = error.days;
    return error.code === 'out-of-order' && days && 'earlier' in days ? days : undefined;
  }
  return undefined;
}

/** The command, with its letter as sent on that day. */
function datedOn(command: StepCommand, sentOn: LocalDate): StepCommand {
  const dated = (one: object): object =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => {
        if (key === 'letter' && typeof value === 'object')
          return [key, { ...value, manner: 'handed', sentOn }];
        return [key, key === 'late' ? dated(value) : value];
      }),
    );
  return dated(command) as StepCommand;
}

/** What tells of nothing that went before it. */
const alone: readonly LetterKind[] = ['acknowledgement', 'new-handler', 'no-handler'];

describe('a letter that is recorded later than it was sent', () => {
  it('is not dated before a letter of which it tells, whichever step sends it', () => {
    const sending = new Set<string>();
    const went = letterSent('delay', { sentOn: '2026-04-10' });
    for (const events of Object.values(situations)) {
      const past = [...events, went];
      const complaint = complaintAfter(past);
      for (const { step, by } of openTo(complaint, context))
        for (const otherwise of [false, true]) {
          const command = wellFilled(step, by, complaint, context, { otherwise });
          if (!JSON.stringify(command).includes('"letter":{')) continue;
          const made = (day: LocalDate) => outOfOrder(past, datedOn(command, day));
          let kind: LetterKind | undefined;
          try {
            const sent = decide(complaint, datedOn(command, today), context);
            kind = sent.flatMap((event) => (event.type === 'letter-sent' ? [event.kind] : [])).at(-1);
          } catch (error) {
            assert(error instanceof Refusal, String(error));
          }
          if (!kind || alone.includes(kind) || kind === 'measure-delay') continue;
          sending.add(kind);
          assert.ok(made('2026-04-09'), `${kind} by ${step}`);
          assert.notEqual(made('2026-04-10')?.earlier.what, 'delay', `${kind} by ${step}`);
        }
    }
    const missing = letterKinds.filter((kind) => !alone.includes(kind) && !sending.has(kind));
    assert.deepEqual(missing, ['late-objection-refused', 'measure-delay']);
  });

  it('is not dated before the last letter of the day for its measure, nor before that day was moved where none tells of it', () => {
    const past = [registered(), answered('2026-04-02', measure)].flat();
    const moved: Event = {
      ...{ type: 'measure-moved', measure: 'm1', on: '2026-04-11', to: '2026-06-01' },
      personal: { reason: 'Nog niet af.' },
    } as const;
    const told = letterSent('measure-delay', {
      sentOn: '2026-04-09',
      promised: { of: 'measure', on: '2026-06-01', measure: 'm1' },
    });
    const later = (sentOn: LocalDate) =>
      ask.moveMeasure({ to: '2026-07-01', letter: letter('Later', sentOn) });
    const agrees = (sentOn: LocalDate) => ask.agree({ on: '2026-04-04', letter: letter('Dicht', sentOn) });
    for (const write of [later, agrees]) {
      assert.equal(outOfOrder([...past, moved, told], write('2026-04-08'))?.earlier.what, 'measure-delay');
      assert.equal(outOfOrder([...past, moved, told], write('2026-04-09')), undefined);
      assert.equal(outOfOrder([...past, moved], write('2026-04-10'))?.earlier.what, 'measure-moved');
      assert.equal(outOfOrder([...past, moved], write('2026-04-11')), undefined);
    }
  });

  it('is not dated before the registration where it names the number, and may be in words of its own', () => {
    const past = registered({ receivedOn: '2026-04-01', today: '2026-04-08' });
    const says = (text: string, sentOn: LocalDate) => ask.acknowledge({ letter: letter(text, sentOn) });
    const { number } = complaintAfter(past);
    assert.deepEqual(outOfOrder(past, says(`Uw klacht ${number}`, '2026-04-07'))?.earlier, {
      what: 'registration',
      on: '2026-04-08',
    });
    assert.equal(outOfOrder(past, says(`Uw klacht ${number}`, '2026-04-08')), undefined);
    given(past)
      .on(today)
      .when(says('Wij hebben uw klacht ontvangen.', '2026-04-02'))
      .leadsTo(({ stage }) => stage === 'acknowledged');
  });

  it('may be of a day before one that says nothing to it', () => {
    const told = letterSent('new-handler', { sentOn: '2026-04-10' });
    given(registered(), [told])
      .on(today)
      .when(ask.acknowledge({ letter: letter('Ontvangen', '2026-04-02') }))
      .leadsTo(({ stage }) => stage === 'acknowledged');
    given(registered(), acknowledged({ sentOn: '2026-04-02' }), [told])
      .on(today)
      .when(ask.answer({ letter: letter('Antwoord', '2026-04-09') }))
      .leadsTo(({ stage }) => stage === 'answered');
  });
});

describe('what follows on a reopening', () => {
  const reopened: Event = {
    ...{ type: 'reopened', on: '2026-04-16', to: 'answered' },
    personal: { reason: 'Vergissing' },
  } as const;
  const past = [registered(), answered('2026-04-02'), withdrawn(), [reopened]].flat();

  it('closes it again on that day or later, and no letter of it is older', () => {
    const wrong: Command[] = [
      ask.withdraw({ on: '2026-04-15' }),
      ask.withdraw({ on: '2026-04-15', letter: letter('Dicht', '2026-04-17') }),
      ask.agree({ on: '2026-04-15' }),
      ask.sendAgain({ again: 2, letter: letter('Opnieuw', '2026-04-15') }),
    ];
    for (const command of wrong)
      assert.deepEqual(
        outOfOrder(past, command)?.earlier,
        { what: 'reopening', on: '2026-04-16' },
        command.type,
      );
    given(past)
      .on(today)
      .when(ask.withdraw({ on: '2026-04-16', letter: letter('Dicht', '2026-04-16') }))
      .leadsTo(({ closed }) => closed?.on === '2026-04-16');
  });

  it('may have been before it where it is a fact: an objection, a statement', () => {
    given(past)
      .on(today)
      .when(ask.object({ receivedOn: '2026-04-14' }))
      .leadsTo(({ stage }) => stage === 'objected');
    given(past)
      .on(today)
      .when(ask.recordStatement({ on: '2026-04-03', by: lars }))
      .leadsTo(({ statements }) => statements.length === 1);
  });
});
