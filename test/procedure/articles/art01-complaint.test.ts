import assert from 'node:assert/strict';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { register } from '../asked.ts';
import { calendar, given, registered } from '../given.ts';
import { fatima, joris, lars, sanne } from '../people.ts';

describe('Art. 1, what is remedied on the spot', () => {
  it('is registered, passed on for information and closed', () => {
    given()
      .when(register({ remedied: true }))
      .happened(
        {
          type: 'registered',
          number: 'K-2026-0001',
          receivedOn: '2026-04-01',
          registeredOn: '2026-04-01',
          origin: 'client',
          manner: 'oral',
          personal: {
            complainant: { name: 'Mevrouw Van Dam', email: 'vandam@example.nl' },
            summary: 'Er is drie weken niet teruggebeld.',
            respondents: [],
            receiver: sanne,
          },
        },
        {
          type: 'forwarded',
          on: '2026-04-01',
          role: 'officer',
          daysLate: 0,
          personal: { to: lars },
        },
        { type: 'closed', on: '2026-04-01', outcome: 'remedied', personal: {} },
      );
  });

  it('has no deadline: not to be passed on either, however long ago it was', () => {
    given()
      .when(register({ remedied: true, receivedOn: '2026-03-02' }))
      .leadsTo((complaint) => runningDeadlines(complaint, calendar).length === 0);
    const events = registered({ remedied: true, receivedOn: '2026-03-02', today: '2026-04-01' });
    assert.ok(events.some((event) => event.type === 'forwarded' && event.daysLate === 0));
  });

  it('is read by somebody whom it is not about', () => {
    given()
      .when(register({ remedied: true, respondents: [lars] }))
      .leadsTo(({ handler }) => handler?.person.id === fatima.id);
  });

  it('is an ordinary complaint where the receiver is who it is about: nobody buries their own', () => {
    given()
      .when(register({ remedied: true, respondents: [joris, sanne] }))
      .refused('remedied-by-respondent', 1);
    given()
      .when(register({ remedied: true, respondents: [joris] }))
      .leadsTo(({ closed }) => closed?.outcome === 'remedied');
    given()
      .when(register({ remedied: false, respondents: [sanne] }))
      .leadsTo(({ stage }) => stage === 'registered');
  });

  it('is a complaint like any other where a toelichting did not help', () => {
    given()
      .when(register({ remedied: false }))
      .leadsTo(({ stage, closed }) => stage === 'registered' && !closed);
  });
});
