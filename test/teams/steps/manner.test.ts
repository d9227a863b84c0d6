import assert from 'node:assert/strict';
import { takeStep } from '../../../src/procedure/decide.ts';
import type { Complainant } from '../../../src/procedure/model/complainant.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { dispatchManners } from '../../../src/procedure/model/letter.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { type FormStep, stepForms } from '../../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../../src/teams/steps/step.ts';
import { addDays } from '../../../src/time/local-date.ts';
import { complaintAfter } from '../../procedure/given.ts';
import { fatima, ingrid, lars, sanne } from '../../procedure/people.ts';
import { situations } from '../../procedure/situations.ts';
import { filledWell } from '../filled-well.ts';
import { settingOf, steps } from '../form-examples.ts';

const today = '2026-05-04';
const [email, address, phone] = ['vandam@example.nl', 'Dorpsstraat 1\n3511 AA Utrecht', '026 1234567'];

/** Every way in which a complainant is known, by name. */
const complainants: Record<string, Complainant> = {
  'with an e-mail address': { name: 'Mevrouw Van Dam', email },
  'with a postal address': { name: 'Mevrouw Van Dam', address },
  'with both': { name: 'Mevrouw Van Dam', email, address },
  'with a telephone number only': { name: 'Mevrouw Van Dam', phone },
  'with nothing': { name: 'Mevrouw Van Dam' },
  'who is anonymous': { name: 'Anoniem', unnamed: 'anonymous' },
  'who is anonymous, with an e-mail address': { name: 'Anoniem', unnamed: 'anonymous', email },
};

type Case = { name: string; step: FormStep; setting: Setting };

/** Lists every form that sends a letter, in every situation in which it is open, for each complainant. */
const cases: Case[] = Object.entries(situations).flatMap(([situation, events]) =>
  Object.entries(complainants).flatMap(([known, complainant]) =>
    [true, false].flatMap((mail) =>
      [lars, fatima, ingrid, sanne].flatMap((by) => {
        const complaint = { ...complaintAfter(events), complainant };
        const setting = settingOf(complaint, { today, now: `${today}T10:00:00.000Z`, by, mail });
        return steps
          .filter((step) => openSteps(by, complaint, setting).includes(step))
          .filter((step) => stepForms[step].fields(setting).manner && stepForms[step].draft)
          .map((step) => ({
            name: `${step}, ${situation}, ${by.name}, ${known}, mail ${mail}`,
            step,
            setting,
          }));
      }),
    ),
  ),
);

const fieldsOf = ({ step, setting }: Case) => stepForms[step].fields(setting);

/** Fills in every field besides the letter and the message that goes with it. */
const filled = (one: Case, over: Record<string, string>) => ({
  ...filledWell(one.step, fieldsOf(one), ['letter', 'message'], today),
  ...(one.step === 'object' && { late: 'refuse' }),
  ...(one.step === 'offer-hearing' && { agreed: 'true' }),
  ...over,
});

/** Takes a step as it is filled in: its events, or the field at which it is refused. */
async function taken(
  one: Case,
  over: Record<string, string>,
): Promise<Event[] | { at: string; code: string }> {
  const form = stepForms[one.step];
  const input = filled(one, over);
  try {
    const parsed = await form.read(input, one.setting);
    if ('errors' in parsed) return { at: Object.keys(parsed.errors).join(), code: '' };
    return takeStep(one.setting.complaint, parsed.value, one.setting);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { at: form.about[error.code] ?? '', code: error.code };
  }
}

const missing = { email: 'email-missing', 'own-email': 'email-missing', post: 'address-missing' } as const;

describe('how a letter goes out', () => {
  it('says of one that its writer has mailed already on which day that was; the bot does not send it again', async () => {
    const before = addDays(today, -1);
    let recorded = 0;
    for (const one of cases) {
      if (
        one.step === 'send-again' ||
        one.step === 'send-by-hand' ||
        !one.setting.complaint.complainant.email
      )
        continue;
      const { choices } = fieldsOf(one).manner?.input ?? {};
      const values = (choices as { value: string }[]).map(({ value }) => value);
      assert.equal(values.includes('own-email'), one.setting.mail, one.name);
      if (!one.setting.mail || !sends(one, 'own-email')) continue;
      const mailed = { manner: 'own-email', sentOn: today };
      const done = await taken(one, mailed);
      assert.ok(Array.isArray(done), `${one.name}: ${JSON.stringify(done)}`);
      assert.ok(!done.some(({ type }) => type === 'letter-queued'), one.name);
      const sent = done.find((event) => event.type === 'letter-sent');
      if (sent?.type === 'letter-sent')
        assert.deepEqual(
          [sent.manner, sent.sentOn, sent.countsAsReceivedOn],
          ['own-email', today, today],
          one.name,
        );
      recorded += 1;
      const tomorrow = await taken(one, { ...mailed, sentOn: addDays(today, 1) });
      assert.ok(!Array.isArray(tomorrow) && tomorrow.at.includes('sentOn'), one.name);
      const byBot = await taken(one, { manner: 'email', sentOn: before });
      assert.ok(!Array.isArray(byBot) && byBot.at.includes('sentOn'), one.name);
    }
    assert.ok(recorded >= 10, `${recorded}`);
  });

  it('is asked in forms of every kind', () => {
    assert.ok(new Set(cases.map(({ step }) => step)).size >= 14, String(cases.length));
  });

  it('is never proposed where it cannot be done', () => {
    for (const one of cases) {
      const { complainant } = one.setting.complaint;
      const proposed = fieldsOf(one).manner?.proposed;
      if (proposed === 'email') assert.ok(one.setting.mail && complainant.email, one.name);
      if (proposed === 'post') assert.ok(complainant.address, one.name);
      assert.notEqual(proposed, 'handed', one.name);
    }
  });

  it('is refused at the field of the address that is missing, and done once that is filled in', async () => {
    for (const one of cases) {
      if (one.step === 'send-again' || one.step === 'send-by-hand') continue;
      for (const manner of dispatchManners) {
        if (manner === 'own-email' && !one.setting.mail) continue;
        const { complainant } = one.setting.complaint;
        const needs = manner === 'email' || manner === 'own-email' ? 'email' : 'address';
        const result = await taken(one, { manner });
        if (manner === 'handed' || complainant[needs] || !sends(one, manner)) {
          assert.ok(Array.isArray(result), `${one.name}, ${manner}: ${JSON.stringify(result)}`);
          assert.ok(!result.some(({ type }) => type === 'facts-corrected'), one.name);
          continue;
        }
        assert.deepEqual(result, { at: needs, code: missing[manner] }, `${one.name}, ${manner}`);
        assert.ok(fieldsOf(one)[needs], one.name);
        const done = await taken(one, { manner, [needs]: needs === 'email' ? email : address });
        assert.ok(Array.isArray(done), `${one.name}, ${manner}: ${JSON.stringify(done)}`);
        const [first] = done;
        assert.equal(first?.type, 'facts-corrected', one.name);
        assertTrue(one, manner, done);
      }
    }
  });
});

/** Tells whether a letter follows from the form as it is filled in. */
const sends = (one: Case, manner: string): boolean =>
  stepForms[one.step].draft?.(filled(one, { manner }), one.setting) !== undefined;

/** Checks that what is recorded of a letter is what becomes of it: only where there is a mail server the bot mails it. */
function assertTrue({ name, setting }: Case, manner: string, events: readonly Event[]): void {
  const queued = events.find(({ type }) => type === 'letter-queued');
  const sent = events.find((event) => event.type === 'letter-sent');
  assert.equal(!!queued, manner === 'email' && setting.mail, name);
  assert.equal(sent?.type === 'letter-sent' ? sent.manner : 'email', manner, name);
  if (queued?.type === 'letter-queued') assert.equal(queued.personal.to, email, name);
}
