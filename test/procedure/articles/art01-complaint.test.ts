import assert from 'node:assert/strict';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { dismiss, letter, register, registration } from '../asked.ts';
import { calendar, given, registered } from '../given.ts';
import { acknowledged, answered, letterSent } from '../happened.ts';
import { desk, fatima, joris, lars, sanne } from '../people.ts';

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
            complainant: registration.complainant,
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
      .leadsTo((complaint) => runningDeadlines(complaint, calendar, desk).length === 0);
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

describe('Art. 1, "inzake de dienstverlening van Ballance [...] inzake het handelen of nalaten van individuele medewerkers"', () => {
  const bare = { name: 'Iemand van de markt' };

  it('what is no complaint, or not about Ballance, is not taken up: closed with that outcome, and a letter that says why', () => {
    for (const because of ['no-complaint', 'not-about-us'] as const) {
      given(registered())
        .when(dismiss({ because, letter: letter('Daarom niet.') }))
        .happened(
          {
            type: 'closed',
            on: '2026-04-01',
            outcome: because,
            personal: { reason: 'Een vraag over de factuur.' },
          },
          letterSent('dismissal', { personal: { text: 'Daarom niet.' } }),
        );
    }
  });

  it('who has an address hears why: without a letter it is refused', () => {
    given(registered())
      .when(dismiss({ letter: undefined }))
      .refused('letter-missing', 1);
    given(registered({ complainant: { ...bare, address: 'Markt 1, Gouda' } }))
      .when(dismiss({ letter: undefined }))
      .refused('letter-missing', 1);
  });

  it('a complainant who is unknown or cannot be reached gets none', () => {
    given(registered({ complainant: bare }))
      .when(dismiss({ because: 'complainant-unknown', letter: undefined }))
      .leadsTo(({ closed, letters }) => closed?.outcome === 'complainant-unknown' && letters.length === 0);
    given(registered())
      .when(dismiss({ because: 'complainant-unknown', letter: undefined }))
      .leadsTo(({ closed }) => closed?.outcome === 'complainant-unknown');
  });

  it('is possible until the answer, because who has that may disagree with it (Art. 7)', () => {
    given(registered(), acknowledged())
      .when(dismiss())
      .leadsTo(({ stage }) => stage === 'closed');
    given(registered(), acknowledged(), answered()).when(dismiss()).refused('answered-already', 6);
  });

  it('asks for a reason, refuses a letter with a gap, and is for who handles it: nobody buries their own', () => {
    given(registered())
      .when(dismiss({ reason: ' ' }))
      .refused('text-missing', 1);
    given(registered())
      .when(dismiss({ letter: letter('Omdat [reden]') }))
      .refused('gap-in-letter', 1);
    for (const by of [joris, sanne]) {
      given(registered({ respondents: [joris] }))
        .when(dismiss({ by }))
        .refused('not-the-handler', 5);
    }
  });
});
