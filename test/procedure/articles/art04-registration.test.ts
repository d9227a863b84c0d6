import assert from 'node:assert/strict';
import { maySeeDossier } from '../../../src/procedure/access.ts';
import { isKnownToNobodyElse, isToTellThemselves } from '../../../src/procedure/articles/art05-no-handler.ts';
import { decide } from '../../../src/procedure/decide.ts';
import type { Context } from '../../../src/procedure/model/commands.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import { mayCommand } from '../../../src/procedure/open-steps.ts';
import { stepNames } from '../../../src/procedure/steps.ts';
import { reminderMessages } from '../../../src/register/notify/reminder-messages.ts';
import { remindersDue } from '../../../src/register/notify/reminders.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { config } from '../../register/an-office.ts';
import { announceNoHandler, register } from '../asked.ts';
import { complaintAfter, contextOf, given, wednesday } from '../given.ts';
import { everybodyAtTheDesk, joris, lars, sanne } from '../people.ts';

/** Lists who is reminded on that day. */
const remindedOn = (day: LocalDate, complaint: Complaint, context: Context): string[] =>
  remindersDue(complaint, config.at(day, '10:00'), config)
    .flatMap((one) => reminderMessages(one, complaint, { ...context, today: day }, true))
    .map(({ to }) => (to.kind === 'person' ? to.id : to.kind));

describe('Art. 4, registering a complaint', () => {
  it('writes down origin, summary, day and manner, and who received it, and passes it on', () => {
    given()
      .when(
        register({
          complainant: { name: 'De heer Aydin', representing: 'zijn moeder', phone: '020 123 45 67' },
          origin: 'partner',
          branch: 'Utrecht',
          manner: 'written',
          respondents: [joris],
          experts: 'mr. De Boer',
        }),
      )
      .happened(
        {
          type: 'registered',
          number: 'K-2026-0001',
          receivedOn: '2026-04-01',
          registeredOn: '2026-04-01',
          origin: 'partner',
          manner: 'written',
          personal: {
            complainant: { name: 'De heer Aydin', representing: 'zijn moeder', phone: '020 123 45 67' },
            branch: 'Utrecht',
            summary: 'Er is drie weken niet teruggebeld.',
            respondents: [joris],
            receiver: sanne,
            experts: 'mr. De Boer',
          },
        },
        { type: 'forwarded', on: '2026-04-01', role: 'officer', daysLate: 0, personal: { to: lars } },
      );
  });

  it('is for everybody, whatever their place', () => {
    for (const by of [joris, lars]) {
      given()
        .when(register({ by }))
        .leadsTo(({ receiver }) => receiver.id === by.id);
    }
  });

  it('registers every complaint, also about whoever received it: who is a respondent then does nothing but tell the complainant (Art. 5 and 10)', () => {
    const people = [...everybodyAtTheDesk, joris];
    const groups = Array.from({ length: 2 ** people.length }, (_, chosen) =>
      people.filter((_, at) => Math.floor(chosen / 2 ** at) % 2 === 1),
    );
    const view = contextOf();
    for (const respondents of groups)
      for (const by of [...people, sanne]) {
        const complaint = complaintAfter(decide(undefined, register({ by, respondents }), view));
        const isOfAll = everybodyAtTheDesk.every((one) => respondents.includes(one));
        assert.equal(complaint.handler === undefined, isOfAll);
        const isLeft = isOfAll && respondents.includes(by);
        for (const one of respondents) {
          assert(!maySeeDossier(one, complaint, view));
          assert.deepEqual(
            stepNames.filter((step) => mayCommand(one, step, complaint, view)),
            isLeft && one === by ? ['announce-no-handler'] : [],
          );
        }
        assert.equal(isToTellThemselves(complaint), isLeft);
        assert.equal(isKnownToNobodyElse(complaint), isLeft);
        if (!isOfAll) continue;
        const told = remindedOn('2026-04-02', complaint, view);
        assert.deepEqual(told, [by.id], 'each werkdag, until the complainant was told');
        const after = complaintAfter(
          decide(undefined, register({ by, respondents }), view),
          decide(complaint, announceNoHandler({ by }), view),
        );
        assert.deepEqual(remindedOn('2026-04-02', after, view), []);
        assert(!isKnownToNobodyElse(after));
      }
  });

  it('refuses a day of receipt that is still to come', () => {
    given()
      .when(register({ receivedOn: addDays(wednesday, 1) }))
      .refused('in-the-future', 4);
  });

  it('registers a complaint that lay five years in a drawer, and no older one', () => {
    const earliest = '2021-04-01';
    given()
      .when(register({ receivedOn: earliest }))
      .leadsTo(({ receivedOn }) => receivedOn === earliest);
    given()
      .when(register({ receivedOn: '2021-03-31' }))
      .refused('too-long-ago', 4);
  });

  it('refuses a form without the name of the complainant or without a summary', () => {
    given()
      .when(register({ complainant: { name: ' \n' } }))
      .refused('text-missing', 4);
    given()
      .when(register({ summary: '\t ' }))
      .refused('text-missing', 4);
  });

  it('holds of whom somebody at the desk is named in the text that it is not about them, because that was asked', () => {
    const [registered] = decide(undefined, register({ notAbout: [lars] }), contextOf());
    assert.ok(registered?.type === 'registered');
    assert.deepEqual(registered.personal.notAbout, [lars]);
    given()
      .when(register({ notAbout: [lars] }))
      .leadsTo((complaint) => complaint.handler?.person.id === lars.id && !('notAbout' in complaint));
  });
});
