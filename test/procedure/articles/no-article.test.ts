import { acknowledge, addNote, handOver, letter, withdraw } from '../asked.ts';
import { given, registered } from '../given.ts';
import { acknowledged, handedOver, letterSent, withdrawn } from '../happened.ts';
import { everybodyAtTheDesk, fatima, joris, lars, sanne } from '../people.ts';

describe('a note', () => {
  it('goes into the journal and leaves the rest as it was', () => {
    given(registered(), acknowledged())
      .on('2026-04-02')
      .when(addNote({ text: '**Gebeld** ${naam}' }))
      .happened({ type: 'note-added', on: '2026-04-02', personal: { text: '**Gebeld** ${naam}' } });
    given(registered(), acknowledged())
      .when(addNote())
      .leadsTo(({ stage, handler }) => stage === 'acknowledged' && handler?.person.id === lars.id);
  });

  it('says something', () => {
    given(registered())
      .when(addNote({ text: ' ' }))
      .refused('text-missing');
  });

  it('is for the handler, not for who received the complaint or handed it over', () => {
    given(registered())
      .when(addNote({ by: sanne }))
      .refused('not-the-handler', 5);
    given(registered(), handedOver())
      .when(addNote({ by: lars }))
      .refused('not-the-handler', 5);
  });

  it('is for a board member in charge where there is no handler', () => {
    given(registered({ respondents: everybodyAtTheDesk }))
      .with({ board: [joris] })
      .when(addNote({ by: joris }))
      .leadsTo(({ handler }) => handler === undefined);
  });
});

describe('a withdrawal', () => {
  it('closes the complaint, with the reason', () => {
    given(registered())
      .on('2026-04-08')
      .when(withdraw({ on: '2026-04-07' }))
      .happened({
        type: 'closed',
        on: '2026-04-07',
        outcome: 'withdrawn',
        recordedOn: '2026-04-08',
        personal: { reason: 'Het is opgelost.' },
      });
    given(registered(), acknowledged())
      .when(withdraw())
      .leadsTo(({ stage, closed }) => stage === 'closed' && closed?.outcome === 'withdrawn');
  });

  it('is confirmed by letter where the handler wants to', () => {
    given(registered())
      .when(withdraw({ letter: letter('Ingetrokken') }))
      .happened(
        { type: 'closed', on: '2026-04-01', outcome: 'withdrawn', personal: { reason: 'Het is opgelost.' } },
        letterSent('withdrawal', { personal: { text: 'Ingetrokken' } }),
      );
  });

  it('of a complaint that nobody may handle is recorded by its receiver', () => {
    given(registered({ respondents: everybodyAtTheDesk }))
      .when(withdraw({ by: sanne }))
      .leadsTo(({ stage }) => stage === 'closed');
  });

  it('refuses a day to come, a day before receipt, and no reason', () => {
    given(registered())
      .when(withdraw({ on: '2026-04-02' }))
      .refused('in-the-future');
    given(registered())
      .when(withdraw({ on: '2026-03-31' }))
      .refused('before-receipt');
    given(registered())
      .when(withdraw({ reason: '' }))
      .refused('text-missing');
  });

  it('is the end: nothing happens to the complaint any more', () => {
    for (const command of [acknowledge(), handOver(), addNote(), withdraw()]) {
      given(registered(), withdrawn()).when(command).refused('closed');
    }
    given(registered(), withdrawn())
      .when(addNote({ by: fatima }))
      .refused('not-the-handler', 5);
  });
});
