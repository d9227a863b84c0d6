import assert from 'node:assert/strict';
import { assign, successors } from '../../../src/procedure/articles/art05-handler.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { nobody } from '../../../src/procedure/model/person-id.ts';
import { addRespondent, handOver, register } from '../asked.ts';
import { complaintAfter, contextOf, given, plain, registered, wednesday } from '../given.ts';
import { answered, handedOver, withdrawn } from '../happened.ts';
import { awayAtEaster, desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, willem } from '../people.ts';

describe('Art. 5, who handles a complaint', () => {
  const handledBy = (person: Person, about: Person[], away: Person[] = []) =>
    given()
      .with({ absences: away.map(awayAtEaster) })
      .when(register({ respondents: about }))
      .leadsTo(({ handler }) => handler?.person.id === person.id);

  it('is Lars, the officer, for a complaint about any other person at Ballance', () => {
    handledBy(lars, []);
    handledBy(lars, [joris]);
    handledBy(lars, [fatima, willem, ingrid]);
  });

  it('is the substitute where it is about Lars, and then the board, in order', () => {
    handledBy(fatima, [lars]);
    handledBy(fatima, [joris, lars]);
    handledBy(willem, [lars, fatima]);
    handledBy(ingrid, [lars, fatima, willem]);
  });

  it('is the next in order where somebody is away', () => {
    handledBy(fatima, [], [lars]);
    handledBy(willem, [], [lars, fatima]);
    handledBy(willem, [fatima], [lars]);
    handledBy(lars, [], [fatima]);
  });

  it('is a board member who is there rather than a substitute who is away', () => {
    handledBy(willem, [lars], [fatima]);
  });

  it('is somebody who is away rather than nobody or somebody it is about', () => {
    handledBy(lars, [], [lars, fatima, willem, ingrid]);
    handledBy(fatima, [lars, willem, ingrid], [fatima]);
  });

  it('depends on who is away on the day of registering, first and last day included', () => {
    for (const [today, handler] of [
      ['2026-03-29', lars],
      ['2026-03-30', fatima],
      ['2026-04-10', fatima],
      ['2026-04-11', lars],
    ] as const) {
      given()
        .on(today)
        .with({ absences: [awayAtEaster(lars)] })
        .when(register({ receivedOn: '2026-03-29' }))
        .leadsTo((complaint) => complaint.handler?.person.id === handler.id);
    }
  });

  it('is nobody where it is about everybody at the desk, and yet it is registered', () => {
    given()
      .when(register({ respondents: everybodyAtTheDesk }))
      .leadsTo(({ stage, handler }) => stage === 'registered' && handler === undefined);
  });

  it('stands in the dossier with the capacity in which they handle', () => {
    given()
      .when(register({ respondents: [lars] }))
      .leadsTo(({ handler }) => handler?.role === 'substitute');
    given()
      .when(register({ respondents: [lars, fatima] }))
      .leadsTo(({ handler }) => handler?.role === 'board');
  });
});

describe('Art. 5, handing over', () => {
  it('makes another the handler, with the reason', () => {
    given(registered())
      .on('2026-04-02')
      .when(handOver())
      .happened({
        type: 'handed-over',
        on: '2026-04-02',
        role: 'substitute',
        personal: { to: fatima, reason: 'Vakantie' },
      });
    given(registered())
      .when(handOver())
      .leadsTo(({ handler }) => handler?.person.id === fatima.id);
  });

  it('goes back to the officer, and on to the board', () => {
    for (const [to, role] of [
      [lars, 'officer'],
      [ingrid, 'board'],
    ] as const) {
      given(registered(), handedOver())
        .when(handOver({ by: fatima, to: to.id }))
        .leadsTo(({ handler }) => handler?.person.id === to.id && handler.role === role);
    }
  });

  it('is no longer for the one who handed it over, but for the officer, who can always take it back', () => {
    given(registered(), handedOver())
      .when(handOver({ by: lars, to: lars.id }))
      .leadsTo(({ handler }) => handler?.person.id === lars.id);
    given(
      registered({ respondents: [lars] }),
      handedOver({ role: 'board', personal: { to: willem, reason: 'x' } }),
    )
      .when(handOver({ by: fatima, to: ingrid.id }))
      .refused('not-the-handler', 5);
  });

  it('is for no officer it is about', () => {
    given(registered({ respondents: [lars] }))
      .when(handOver({ by: lars, to: willem.id }))
      .refused('not-the-handler', 5);
  });

  it('refuses one it is about, one who is away, the handler, a colleague, and somebody unknown', () => {
    const about = given(registered({ respondents: [fatima] }));
    about.when(handOver()).refused('not-eligible', 5);
    given(registered())
      .with({ absences: [awayAtEaster(fatima)] })
      .when(handOver())
      .refused('not-eligible', 5);
    for (const to of [lars.id, joris.id, nobody]) {
      given(registered()).when(handOver({ to })).refused('not-eligible', 5);
    }
  });

  it('asks for the reason', () => {
    given(registered())
      .when(handOver({ reason: '  ' }))
      .refused('text-missing', 5);
  });

  it('is for a new board member where nobody could handle it, to themselves if need be', () => {
    const orphan = given(registered({ respondents: everybodyAtTheDesk })).with({ board: [willem, joris] });
    orphan
      .when(handOver({ by: joris, to: joris.id }))
      .leadsTo(({ handler }) => handler?.person.id === joris.id && handler.role === 'board');
    orphan.when(handOver({ by: willem, to: joris.id })).refused('not-the-handler', 5);
  });

  it('offers everybody it can go to, in the order of handling', () => {
    const offered = (about: Person[], away: Person[] = []) =>
      successors(complaintAfter(registered({ respondents: about })), {
        desk: { ...desk, absences: away.map(awayAtEaster) },
        today: wednesday,
      }).map(({ person }) => person.name);
    assert.deepEqual(offered([]), [fatima.name, willem.name, ingrid.name]);
    assert.deepEqual(offered([lars]), [willem.name, ingrid.name]);
    assert.deepEqual(offered([willem], [fatima]), [ingrid.name]);
    assert.deepEqual(offered(everybodyAtTheDesk), []);
  });
});

describe('Art. 5, a respondent who turns out to be one later', () => {
  it('is added, with the reason, and leaves the handler as they are', () => {
    given(registered())
      .when(addRespondent())
      .happened({
        type: 'respondent-added',
        on: '2026-04-01',
        personal: { respondent: joris, reason: 'Blijkt uit het gesprek.' },
      });
    given(registered())
      .when(addRespondent())
      .leadsTo(
        ({ handler, respondents }) => handler?.person.id === lars.id && respondents[0]?.id === joris.id,
      );
  });

  it('and is its handler, hands it over to the next in the same breath', () => {
    given(registered())
      .when(addRespondent({ respondent: lars }))
      .happened(
        {
          type: 'respondent-added',
          on: '2026-04-01',
          personal: { respondent: lars, reason: 'Blijkt uit het gesprek.' },
        },
        {
          type: 'handed-over',
          on: '2026-04-01',
          role: 'substitute',
          personal: { to: fatima, reason: 'Blijkt uit het gesprek.' },
        },
      );
  });

  it('and was the last who could handle it, leaves it unassigned', () => {
    given(registered({ respondents: [lars, fatima, willem] }))
      .when(addRespondent({ by: ingrid, respondent: ingrid }))
      .leadsTo(({ handler, stage }) => handler === undefined && stage === 'registered');
  });

  it('and is added after the answer, is asked for their side at once', () => {
    given(registered(), answered())
      .when(addRespondent({ respondent: joris }))
      .happened(
        {
          type: 'respondent-added',
          on: '2026-04-01',
          personal: { respondent: joris, reason: 'Blijkt uit het gesprek.' },
        },
        {
          type: 'statement-requested',
          on: '2026-04-01',
          dueOn: '2026-04-08',
          personal: { respondent: joris, text: 'Over het terugbellen.' },
        },
      );
  });

  it('and is asked in a text that somebody wrote for them, which says who complains only where that was confirmed', () => {
    const ask = (about?: { text: string; mayIdentify: boolean }) =>
      given(registered(), answered()).when(
        addRespondent({ respondent: joris, about: about && { ...about, dueOn: '2026-04-09' } }),
      );
    ask(undefined).refused('text-missing');
    ask({ text: ' ', mayIdentify: false }).refused('text-missing');
    ask({ text: 'Over [wat].', mayIdentify: false }).refused('gap-in-message');
    ask({ text: 'Mevrouw Van Dam belde.', mayIdentify: false }).refused('identifies-complainant');
    ask({ text: 'Mevrouw Van Dam belde.', mayIdentify: true }).leadsTo(({ statementsRequested }) =>
      statementsRequested.includes(joris.id),
    );
    given(registered())
      .when(addRespondent({ respondent: joris, about: undefined }))
      .leadsTo(({ statementsRequested }) => statementsRequested.length === 0);
  });

  it('is added once, with a reason, by the handler', () => {
    given(registered({ respondents: [joris] }))
      .when(addRespondent())
      .refused('respondent-already', 5);
    given(registered())
      .when(addRespondent({ reason: ' ' }))
      .refused('text-missing', 5);
    given(registered())
      .when(addRespondent({ by: joris }))
      .refused('not-the-handler', 5);
    given(registered(), withdrawn()).when(addRespondent()).refused('closed');
  });
});

describe('Art. 5, a complaint that nobody could handle', () => {
  const orphan = complaintAfter(registered({ respondents: everybodyAtTheDesk }));
  const newcomer = contextOf({ today: '2026-04-08', desk: { ...desk, board: [willem, joris] } });

  it('is passed on to the first who may, as soon as the desk is another, and says how late', () => {
    assert.deepEqual(plain(assign(orphan, newcomer)), [
      { type: 'forwarded', on: '2026-04-08', role: 'board', daysLate: 7, personal: { to: joris } },
    ]);
    assert.deepEqual(assign(orphan, contextOf()), []);
  });

  it('is passed on once, and not when it is closed', () => {
    assert.deepEqual(assign(complaintAfter(registered()), newcomer), []);
    assert.deepEqual(assign(complaintAfter(registered({ remedied: true })), newcomer), []);
  });
});
