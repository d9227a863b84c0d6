import assert from 'node:assert/strict';
import type { Content } from '../../src/register/model/message.ts';
import { waitsUntil } from '../../src/register/notify/waits-for-a-werkdag.ts';
import { instantOf } from '../../src/time/clock.ts';
import type { Instant, LocalDate } from '../../src/time/local-date.ts';
import { lars } from '../procedure/people.ts';
import { config } from './an-office.ts';

const reminder = (lastDayToAct: LocalDate): Extract<Content, { kind: 'reminder' }> => ({
  kind: 'reminder',
  deadline: 'answer',
  article: 6,
  dueOn: lastDayToAct,
  lastDayToAct,
});

const at = instantOf;
const saturday = at('2026-11-28T09:30');
const since = at('2026-11-27T08:10');

/** The contents of each kind, and whether each waits from Saturday 28 to Monday 30 November. */
const kinds: Record<Content['kind'], [content: Content, waits: boolean][]> = {
  case: [[{ kind: 'case' }, false]],
  unassigned: [[{ kind: 'unassigned' }, false]],
  'statement-request': [[{ kind: 'statement-request' }, false]],
  'statement-due': [[{ kind: 'statement-due', dueOn: '2026-12-01' }, true]],
  position: [[{ kind: 'position' }, false]],
  'statement-given': [[{ kind: 'statement-given' }, false]],
  supplemented: [[{ kind: 'supplemented' }, false]],
  'decision-request': [[{ kind: 'decision-request' }, false]],
  'decision-overtaken': [[{ kind: 'decision-overtaken' }, false]],
  objected: [[{ kind: 'objected' }, false]],
  'respondent-removed': [[{ kind: 'respondent-removed' }, false]],
  hearing: [[{ kind: 'hearing', on: '2026-11-30', time: '08:00', because: 'near' }, false]],
  'hearing-off': [[{ kind: 'hearing-off', on: '2026-11-30', time: '08:00' }, false]],
  outcome: [[{ kind: 'outcome' }, false]],
  decided: [[{ kind: 'decided' }, false]],
  closed: [[{ kind: 'closed' }, false]],
  reopened: [[{ kind: 'reopened' }, false]],
  letter: [[{ kind: 'letter', letter: 1 }, false]],
  'letter-withdrawn': [[{ kind: 'letter-withdrawn', letter: 1 }, false]],
  receipt: [[{ kind: 'receipt' }, false]],
  'not-forwarded': [[{ kind: 'not-forwarded', message: 'a case' }, false]],
  'forwarding-alarm': [[{ kind: 'forwarding-alarm', message: 'a case' }, false]],
  'set-up-fault': [
    [{ kind: 'set-up-fault', of: 'channel', since, reason: '403' }, true],
    [{ kind: 'set-up-fault', of: 'mail', since, reason: '535' }, false],
  ],
  'stand-in': [[{ kind: 'stand-in', absent: lars.id, from: '2026-11-28', until: '2026-12-04' }, false]],
  'stand-in-ended': [[{ kind: 'stand-in-ended', absent: lars.id }, false]],
  'decreed-days': [[{ kind: 'decreed-days', added: ['2026-12-04'], removed: [] }, false]],
  quarter: [[{ kind: 'quarter', year: '2026', quarter: 3 }, false]],
  'register-behind': [[{ kind: 'register-behind', complaints: 1, since }, false]],
  reminder: [
    [reminder('2026-12-03'), true],
    [reminder('2026-11-30'), true],
  ],
  'talk-passed': [[{ kind: 'talk-passed', on: '2026-11-26' }, true]],
  'satisfaction-due': [[{ kind: 'satisfaction-due' }, true]],
  measure: [[{ kind: 'measure', measure: 'm1' }, false]],
  'measure-done': [[{ kind: 'measure-done', measure: 'm1' }, false]],
  'erasure-request': [[{ kind: 'erasure-request' }, false]],
  'redaction-request': [[{ kind: 'redaction-request' }, false]],
  'erasure-warning': [[{ kind: 'erasure-warning', on: '2026-12-12' }, false]],
  digest: [[{ kind: 'digest', day: '2026-11-27' }, false]],
  undelivered: [
    [{ kind: 'undelivered', message: 'until Thursday', what: 'reminder' }, true],
    [{ kind: 'undelivered', message: 'until Monday', what: 'reminder' }, false],
    [{ kind: 'undelivered', message: 'late', what: 'reminder' }, false],
    ...(['statement-due', 'talk-passed', 'satisfaction-due'] as const).map((what): [Content, boolean] => [
      { kind: 'undelivered', message: 'another', what },
      true,
    ]),
    ...(['case', 'letter', 'statement-request', 'position', 'receipt', 'undelivered'] as const).map(
      (what): [Content, boolean] => [{ kind: 'undelivered', message: 'another', what }, false],
    ),
  ],
};

const outbox = [
  { id: 'until Thursday', content: reminder('2026-12-03') },
  { id: 'until Monday', content: reminder('2026-11-30') },
  { id: 'late', content: reminder('2026-11-20') },
];

const until = (content: Content, now: Instant) => waitsUntil({ content }, { outbox }, now, config);

describe('what waits for a werkdag', () => {
  for (const [content, waits] of Object.values(kinds).flat()) {
    it(`${waits ? 'is' : 'is not'} ${JSON.stringify(content)}`, () => {
      const monday = content.kind === 'undelivered' ? '2026-11-30T09:05' : '2026-11-30T09:00';
      for (const now of [saturday, at('2026-11-28T20:00'), at('2026-11-29T12:00')])
        assert.equal(until(content, now), waits ? at(monday) : undefined, now);
      for (const now of [at('2026-11-30T09:05'), at('2026-11-30T23:00'), at('2026-12-01T09:00')])
        assert.equal(until(content, now), undefined, now);
    });
  }

  it('is not a notice in the early morning of a werkdag, about a day that ends that day or the next', () => {
    const early = at('2026-11-27T07:00');
    const notice = (message: string): Content => ({ kind: 'undelivered', message, what: 'reminder' });
    assert.equal(until(notice('until Monday'), early), undefined);
    assert.equal(until(notice('until Thursday'), early), at('2026-11-27T09:05'));
  });
});
