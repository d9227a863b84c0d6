import { register } from '../asked.ts';
import { given } from '../given.ts';
import { sanne } from '../people.ts';

describe('Art. 1, what is remedied on the spot', () => {
  it('is registered and closed, and passed on to nobody', () => {
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
        { type: 'closed', on: '2026-04-01', outcome: 'remedied', personal: {} },
      );
  });

  it('has no handler', () => {
    given()
      .when(register({ remedied: true }))
      .leadsTo(
        ({ stage, closed, handler }) => stage === 'closed' && closed?.outcome === 'remedied' && !handler,
      );
  });

  it('is a complaint like any other where a toelichting did not help', () => {
    given()
      .when(register({ remedied: false }))
      .leadsTo(({ stage, closed }) => stage === 'registered' && !closed);
  });
});
