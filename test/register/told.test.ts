import assert from 'node:assert/strict';
import { dispatcher } from '../../src/dispatch/dispatcher.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { Undelivered } from '../../src/register/model/delivery.ts';
import type { CaseContent, Content, Message, Recipient } from '../../src/register/model/message.ts';
import { enqueue } from '../../src/register/model/outbox.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { platformFault } from '../../src/teams/notifications/platform-faults.ts';
import { logBook } from '../dispatch/log-book.ts';
import { registration } from '../procedure/asked.ts';
import { fatima, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const K1 = 'K-2026-0001';
const person = ({ id }: Person): Recipient => ({ kind: 'person', id });

/** Every kind of message there is of a dossier, with somebody who gets it, and who must hear that it does not arrive. */
const kinds: Record<CaseContent['kind'], { to: Recipient; content: Content; told: string | 'log' }> = {
  case: { to: person(lars), content: { kind: 'case' }, told: fatima.id },
  unassigned: { to: person(willem), content: { kind: 'unassigned' }, told: 'anybody' },
  'statement-request': { to: person(joris), content: { kind: 'statement-request' }, told: lars.id },
  'statement-due': {
    to: person(joris),
    content: { kind: 'statement-due', dueOn: '2026-04-08' },
    told: lars.id,
  },
  position: { to: person(joris), content: { kind: 'position' }, told: lars.id },
  'statement-given': { to: person(lars), content: { kind: 'statement-given' }, told: fatima.id },
  supplemented: { to: person(lars), content: { kind: 'supplemented' }, told: fatima.id },
  'decision-request': { to: person(willem), content: { kind: 'decision-request' }, told: lars.id },
  'decision-overtaken': { to: person(willem), content: { kind: 'decision-overtaken' }, told: lars.id },
  objected: { to: person(joris), content: { kind: 'objected' }, told: lars.id },
  'respondent-removed': { to: person(joris), content: { kind: 'respondent-removed' }, told: lars.id },
  hearing: {
    to: person(joris),
    content: { kind: 'hearing', on: '2026-04-02', time: '10:00', because: 'offered' },
    told: lars.id,
  },
  'hearing-off': {
    to: person(joris),
    content: { kind: 'hearing-off', on: '2026-04-02', time: '10:00' },
    told: lars.id,
  },
  outcome: { to: person(joris), content: { kind: 'outcome' }, told: lars.id },
  decided: { to: person(lars), content: { kind: 'decided' }, told: fatima.id },
  closed: { to: person(sanne), content: { kind: 'closed' }, told: lars.id },
  reopened: { to: person(joris), content: { kind: 'reopened' }, told: lars.id },
  letter: { to: { kind: 'mail' }, content: { kind: 'letter', letter: 1 }, told: lars.id },
  'letter-withdrawn': {
    to: person(sanne),
    content: { kind: 'letter-withdrawn', letter: 1 },
    told: lars.id,
  },
  undelivered: {
    to: person(lars),
    content: { kind: 'undelivered', message: 'x', what: 'position' },
    told: fatima.id,
  },
  'forwarding-alarm': {
    to: person(fatima),
    content: { kind: 'forwarding-alarm', message: 'x' },
    told: willem.id,
  },
  reminder: {
    to: person(lars),
    content: {
      kind: 'reminder',
      deadline: 'acknowledge',
      article: 5,
      dueOn: '2026-04-09',
      lastDayToAct: '2026-04-09',
    },
    told: fatima.id,
  },
  receipt: { to: person(sanne), content: { kind: 'receipt' }, told: lars.id },
  'not-forwarded': { to: person(sanne), content: { kind: 'not-forwarded', message: 'x' }, told: 'log' },
  'talk-passed': {
    to: person(lars),
    content: { kind: 'talk-passed', on: '2026-04-02' },
    told: fatima.id,
  },
  'satisfaction-due': { to: person(lars), content: { kind: 'satisfaction-due' }, told: 'log' },
  measure: { to: person(joris), content: { kind: 'measure', measure: 'm1' }, told: lars.id },
  'measure-done': { to: person(joris), content: { kind: 'measure-done', measure: 'm1' }, told: lars.id },
  'erasure-request': { to: person(fatima), content: { kind: 'erasure-request' }, told: 'anybody' },
  'redaction-request': { to: person(fatima), content: { kind: 'redaction-request' }, told: 'anybody' },
  'erasure-warning': {
    to: person(fatima),
    content: { kind: 'erasure-warning', on: '2031-04-01' },
    told: 'anybody',
  },
};

/** Answers that Teams, or a proxy before it, may give for ever. */
const answers = [400, 401, 403, 404, 410, 413, 429, 500, 503, undefined];

describe('a message that never arrives', () => {
  afterEach(closeOffices);

  /** Lets an hour pass in which only `id` fails; answers who was told, and what was logged. */
  async function anHourOf(status: number | undefined, { to, content }: { to: Recipient; content: Content }) {
    const office = anOffice();
    const log = logBook();
    await office.file({ ...registration, respondents: [joris] }, 'form', sanne);
    const id = `${K1}/9-x`;
    await office.amendDossier(K1, (found) => ({
      ...found,
      outbox: enqueue([], [{ id, to, content }], office.clock.now()),
    }));
    const { remedy, reason } = platformFault(status && { statusCode: status, code: 'Whatever' });
    const post = dispatcher({
      amend: office.amend,
      store: office.store,
      clock: office.clock,
      instance: 'one',
      // This test does not ask whether it may still be delivered.
      mayReceive: (message, dossier) => message.id === id || mayReceive(message, dossier, office.context()),
      settled: office.afterDelivery,
      log,
      random: () => 1,
      delivery: {
        async deliver(message) {
          if (message.id !== id) return { activityId: 'sent' };
          throw new Undelivered(reason, remedy !== 'shrink', { unreachable: remedy === 'await-recipient' });
        },
      },
    });
    for (let minute = 0; minute < 60; minute += 14) {
      office.moveTo(`2026-04-01T10:${String(minute).padStart(2, '0')}`);
      await post.deliver(K1);
    }
    post.stop();
    const { outbox } = (await office.dossier(K1)) ?? assert.fail();
    const told = outbox.filter((message) => message.content.kind === 'undelivered' && message.id !== id);
    return { told, log: [...log.lines, ...office.logged].join('\n') };
  }

  for (const [kind, each] of Object.entries(kinds)) {
    it(`is told to somebody within the hour, whatever is answered: ${kind}`, async () => {
      for (const status of answers) {
        const { told, log } = await anHourOf(status, each);
        const heard = told.map(({ to }: Message) => (to.kind === 'person' ? to.id : to.kind));
        if (each.told === 'log') assert.match(log, /error: nobody is told/, `${status}`);
        else if (each.told === 'anybody') assert.ok(heard.length > 0, `${status}`);
        else
          assert.ok(
            heard.some((one) => one === each.told),
            `${status}: ${heard}`,
          );
        assert.ok(!heard.includes(joris.id), 'a respondent hears nothing of it');
      }
    });
  }

  it('stands in the log with its code, and not with what it is about', async () => {
    const { log } = await anHourOf(400, kinds.case);
    assert.match(log, /"status":400,"code":"Whatever"/);
    assert.doesNotMatch(log, /Dam|teruggebeld|Joris|Lars/);
  });
});
