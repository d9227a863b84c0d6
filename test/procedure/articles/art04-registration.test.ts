import assert from 'node:assert/strict';
import { decide } from '../../../src/procedure/decide.ts';
import { addDays } from '../../../src/time/local-date.ts';
import { register } from '../asked.ts';
import { contextOf, given, wednesday } from '../given.ts';
import { everybodyAtTheDesk, joris, lars, sanne } from '../people.ts';

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

  it('leaves nobody alone who is a respondent with a complaint of which nobody else would know: another receives it (Art. 5 and 10)', () => {
    const people = [...everybodyAtTheDesk, joris];
    const groups = Array.from({ length: 2 ** people.length }, (_, chosen) =>
      people.filter((_, at) => Math.floor(chosen / 2 ** at) % 2 === 1),
    );
    for (const respondents of groups)
      for (const by of [...people, sanne]) {
        const asked = given().when(register({ by, respondents }));
        const isOfAllAtTheDesk = everybodyAtTheDesk.every((one) => respondents.includes(one));
        if (isOfAllAtTheDesk && respondents.includes(by)) asked.refused('known-to-nobody-else', 5);
        else
          asked.leadsTo(
            (complaint) =>
              complaint.handler !== undefined || !complaint.respondents.includes(complaint.receiver),
          );
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
