import assert from 'node:assert/strict';
import { lastWorkingDayOnOrBefore } from '../../src/procedure/articles/art02-periods.ts';
import { countsAsReceivedOn, lastDayByPost } from '../../src/procedure/articles/art02-post.ts';
import { answerBy } from '../../src/procedure/articles/art06-answer.ts';
import { objectBy, objectionDaysLate } from '../../src/procedure/articles/art07-objection.ts';
import { dispatchManners } from '../../src/procedure/model/letter.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { localDate } from '../../src/time/local-date.ts';
import golden from '../golden/post.json' with { type: 'json' };

const calendar = dutchCalendar();

const answers = golden.flatMap((one) =>
  one.what === 'answer' && one.receivedOn ? [{ ...one, receivedOn: localDate(one.receivedOn) }] : [],
);
const objections = golden.flatMap((one) =>
  one.what === 'objection' && one.sentOn && one.tries ? [{ ...one, sentOn: localDate(one.sentOn) }] : [],
);

describe('the worked cases of letters by post', () => {
  it('are all 23 here', () => assert.deepEqual([answers.length, objections.length], [10, 13]));
});

describe('Art. 6: "De klager ontvangt uiterlijk binnen drie weken na ontvangst van de klacht een schriftelijk antwoord"', () => {
  for (const { id, receivedOn, ...worked } of answers) {
    it(`${id}: received on ${receivedOn}, to be had on ${worked.dueOn}, posted on ${worked.lastDayByPost} at the latest`, () => {
      const { dueOn } = answerBy(receivedOn, calendar);
      assert.deepEqual(
        [dueOn, lastWorkingDayOnOrBefore(dueOn, calendar.wide), lastDayByPost(dueOn, calendar)],
        [worked.dueOn, worked.lastDayByEmail, worked.lastDayByPost],
      );
    });
  }
});

describe('Art. 7: "maakt hij/zij dit binnen een maand schriftelijk kenbaar"', () => {
  for (const { id, sentOn, ...worked } of objections) {
    const manner = dispatchManners.find((one) => one === worked.manner) ?? assert.fail();
    const receivedOn = countsAsReceivedOn(manner, sentOn, calendar);
    const until = objectBy(receivedOn, calendar).dueOn;

    it(`${id}: an answer of ${sentOn} by ${manner} was received on ${worked.countsAsReceivedOn}: until ${worked.objectUntil}`, () =>
      assert.deepEqual([receivedOn, until], [worked.countsAsReceivedOn, worked.objectUntil]));

    for (const { objectionSentOn, objectionReceivedOn, inTime } of worked.tries ?? assert.fail()) {
      it(`${id}: one of ${objectionSentOn ?? 'no date'}, here on ${objectionReceivedOn}, is ${inTime ? 'in time' : 'late'}`, () => {
        const objection = {
          receivedOn: localDate(objectionReceivedOn),
          ...(objectionSentOn && { sentOn: localDate(objectionSentOn) }),
        };
        assert.equal(objectionDaysLate(until, objection) === 0, inTime);
      });
    }
  }
});
