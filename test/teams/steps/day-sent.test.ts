import assert from 'node:assert/strict';
import { stepForms } from '../../../src/teams/steps/all-steps.ts';
import { addDays } from '../../../src/time/local-date.ts';
import { full } from '../a-dossier.ts';
import { filledWell } from '../filled-well.ts';
import { settingOf, steps } from '../form-examples.ts';
import { plausible } from '../typed.ts';

describe('a day of sending beside “E-mail”', () => {
  const complaint = full(plausible, { stage: 'answered', statements: [] });
  // Two days after what the complaint holds, because no letter is dated before that.
  const later = addDays(settingOf(complaint).today, 2);
  const setting = settingOf(complaint, { mail: true, today: later, now: `${later}T09:00:00.000Z` });
  const yesterday = addDays(setting.today, -1);
  const asking = steps.filter((step) => {
    const { sentOn, manner } = stepForms[step].fields(setting);
    return sentOn && manner && step !== 'send-by-hand';
  });

  it('is asked in many forms', () => assert.ok(asking.length >= 10, `${asking}`));

  for (const step of asking) {
    const read = async (over: object, mail = true) => {
      const fields = stepForms[step].fields({ ...setting, mail });
      const filled = filledWell(step, fields, ['letter'], setting.today);
      const parsed = await stepForms[step].read({ ...filled, ...over }, { ...setting, mail });
      return 'errors' in parsed ? parsed.errors.sentOn : undefined;
    };

    it(`is never passed over, where the bot mails the letter today (${step})`, async () => {
      const said = await read({ manner: 'email', sentOn: yesterday });
      assert.match(said ?? '', /verstuur ik de brief zelf, vandaag\. Maak dit vak leeg/);
      assert.equal(await read({ manner: 'email', sentOn: setting.today }), undefined);
      assert.equal(await read({ manner: 'email', sentOn: '' }), undefined);
    });

    it(`is that on which its writer sent it otherwise (${step})`, async () => {
      for (const manner of ['post', 'handed'])
        assert.equal(await read({ manner, sentOn: yesterday }), undefined);
      assert.equal(await read({ manner: 'email', sentOn: yesterday }, false), undefined);
    });
  }
});
