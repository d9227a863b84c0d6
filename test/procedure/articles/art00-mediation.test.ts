import assert from 'node:assert/strict';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import type { CommandOf } from '../../../src/procedure/model/commands.ts';
import { letter, mediate, reopen } from '../asked.ts';
import { calendar, complaintAfter, given, registered } from '../given.ts';
import { acknowledged, answered, drawnUp, letterSent, withdrawn } from '../happened.ts';
import { desk, fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

const aboutJoris = registered({ respondents: [joris] });
const nobodyKnown = registered({ complainant: { name: 'Onbekend', unnamed: 'unknown' } });

/** A talk tomorrow at ten. */
const toCome = (over: Partial<CommandOf<'mediate'>> = {}) =>
  mediate({
    on: '2026-04-02',
    time: '10:00',
    solved: undefined,
    result: undefined,
    agreements: undefined,
    letter: undefined,
    ...over,
  });

const notYet = (over: Partial<CommandOf<'mediate'>> = {}) =>
  mediate({ solved: false, agreements: undefined, letter: undefined, ...over });

const running = (...past: Parameters<typeof complaintAfter>) =>
  runningDeadlines(complaintAfter(...past), calendar, desk).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

describe('Inleiding: "Wat ons betreft begint dit met een goed gesprek"', () => {
  it('a talk that is to come is recorded as offered, without a letter', () => {
    given(aboutJoris)
      .when(toCome({ ledBy: lars.id }))
      .happened({
        type: 'mediation-offered',
        on: '2026-04-01',
        appointment: { on: '2026-04-02', time: '10:00', form: 'conversation' },
        personal: { partner: 'Joris Bakker', ledBy: 'Lars Brouwer' },
      });
    given(aboutJoris)
      .when(toCome())
      .leadsTo(({ talkToCome, stage }) => talkToCome?.on === '2026-04-02' && stage === 'registered');
  });

  it('is to come: a moment that has passed is refused, and so is a result of it, and no time', () => {
    given(aboutJoris)
      .when(toCome({ on: '2026-04-01', time: '09:59' }))
      .refused('not-to-come');
    given(aboutJoris)
      .when(toCome({ time: undefined }))
      .refused('time-missing');
    given(aboutJoris)
      .when(toCome({ result: 'Zij zijn eruit.' }))
      .refused('not-held-yet');
    given(aboutJoris)
      .when(toCome({ agreements: 'Bellen.' }))
      .refused('not-held-yet');
  });

  it('is "met de persoon waar u een klacht over heeft of [...] met een andere collega"', () => {
    for (const partner of ['Joris Bakker', 'Sanne Vos']) {
      given(aboutJoris)
        .when(notYet({ partner }))
        .leadsTo(({ talks: [one] = [] }) => one?.partner === partner);
    }
    given(aboutJoris)
      .when(notYet({ partner: ' ' }))
      .refused('text-missing');
  });

  it('is never led by who the complaint is about, or by who is not at the desk; mediation is led by somebody', () => {
    const aboutFatima = registered({ respondents: [fatima, joris] });
    for (const ledBy of [fatima.id, joris.id, sanne.id]) {
      given(aboutFatima).when(notYet({ ledBy })).refused('not-eligible');
    }
    for (const leader of [lars, willem, ingrid]) {
      given(aboutFatima)
        .when(notYet({ form: 'mediation', ledBy: leader.id }))
        .leadsTo(({ talks: [one] = [] }) => one?.ledBy === leader.name);
    }
    given(aboutFatima)
      .when(notYet({ form: 'mediation' }))
      .refused('mediator-missing');
  });

  it('is recorded by who handles it: nobody talks a complaint about themselves out of the way', () => {
    for (const by of [joris, sanne, fatima])
      given(aboutJoris).when(mediate({ by })).refused('not-the-handler', 5);
  });
});

describe('Inleiding: "samen naar een oplossing te zoeken"', () => {
  it('what was solved closes the complaint, with a letter that says what was agreed and confirms receipt as well', () => {
    given(aboutJoris)
      .when(mediate({ letter: letter('Dit is afgesproken.') }))
      .happened(
        {
          type: 'mediated',
          on: '2026-04-01',
          form: 'conversation',
          solved: true,
          personal: {
            partner: 'Joris Bakker',
            result: 'Zij hebben het uitgesproken.',
            agreements: 'Joris belt u elke maandag.',
          },
        },
        letterSent('mediation', { acknowledgedDaysLate: 0, personal: { text: 'Dit is afgesproken.' } }),
        { type: 'closed', on: '2026-04-01', outcome: 'mediated', personal: {} },
      );
  });

  it('confirms receipt too late, and says by how much, after the fifth werkdag', () => {
    given(aboutJoris)
      .on('2026-04-14')
      .when(mediate({ on: '2026-04-13', letter: letter('Dit is afgesproken.', '2026-04-14') }))
      .leadsTo(({ closed }) => closed?.outcome === 'mediated');
    given(aboutJoris)
      .on('2026-04-14')
      .when(mediate({ on: '2026-04-13', letter: letter('Dit is afgesproken.', '2026-04-14') }))
      .happened(
        {
          type: 'mediated',
          on: '2026-04-13',
          form: 'conversation',
          solved: true,
          personal: {
            partner: 'Joris Bakker',
            result: 'Zij hebben het uitgesproken.',
            agreements: 'Joris belt u elke maandag.',
          },
        },
        letterSent('mediation', {
          sentOn: '2026-04-14',
          acknowledgedDaysLate: 5,
          personal: { text: 'Dit is afgesproken.' },
        }),
        { type: 'closed', on: '2026-04-14', outcome: 'mediated', personal: {} },
      );
  });

  it('confirms nothing that was confirmed already', () => {
    given(aboutJoris, acknowledged())
      .when(mediate())
      .leadsTo(({ letters }) => letters.at(-1)?.kind === 'mediation');
    const closed = given(aboutJoris, acknowledged()).when(mediate());
    closed.leadsTo(({ closed: one }) => one?.from === 'acknowledged');
  });

  it('is a solution only where it is known what was agreed, and what came of it', () => {
    given(aboutJoris)
      .when(mediate({ agreements: '  ' }))
      .refused('agreement-missing');
    given(aboutJoris)
      .when(mediate({ result: '' }))
      .refused('text-missing');
  });

  it('nobody is closed out without a letter, except who cannot be written to', () => {
    given(aboutJoris)
      .when(mediate({ letter: undefined }))
      .refused('letter-missing');
    given(aboutJoris)
      .when(mediate({ letter: letter('Afgesproken is [afspraken].') }))
      .refused('gap-in-letter');
    given(nobodyKnown)
      .when(mediate({ letter: undefined }))
      .leadsTo(({ closed, letters }) => closed?.outcome === 'mediated' && letters.length === 0);
  });

  it('can hold measures, which are guarded after it is closed', () => {
    const measures = [{ what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' } as const];
    given(aboutJoris)
      .when(mediate({ measures }))
      .leadsTo(
        (complaint) =>
          runningDeadlines(complaint, calendar, desk)[0]?.kind === 'measure' && !!complaint.closed,
      );
    given(aboutJoris).when(notYet({ measures })).refused('agreement-missing');
  });

  it('can be regretted: it is reopened as a complaint of which receipt is confirmed, with its own day for the answer', () => {
    const solved = [
      letterSent('mediation', { acknowledgedDaysLate: 0 }),
      { type: 'closed', on: '2026-04-01', outcome: 'mediated', personal: {} } as const,
    ];
    given(aboutJoris, solved)
      .on('2026-04-08')
      .when(reopen())
      .leadsTo(
        (complaint) =>
          complaint.stage === 'acknowledged' &&
          runningDeadlines(complaint, calendar, desk).map(({ dueOn }) => dueOn)[0] === '2026-04-22',
      );
  });
});

describe('Inleiding: "Levert een persoonlijk gesprek of bemiddeling niet het gewenste resultaat op"', () => {
  const held = {
    type: 'mediated',
    on: '2026-04-01',
    form: 'conversation',
    solved: false,
    personal: { partner: 'Joris Bakker', result: 'Nog boos.' },
  } as const;

  it('the complaint goes on, in the stage it had and with the days it had: no period stops for a talk', () => {
    given(aboutJoris)
      .when(notYet())
      .leadsTo(({ stage, closed }) => stage === 'registered' && !closed);
    assert.deepEqual(running(aboutJoris, [held]), running(aboutJoris));
    assert.deepEqual(running(aboutJoris, acknowledged(), [held]), ['answer 2026-04-22']);
  });

  it('the talk that was to come has taken place; another can follow', () => {
    given(aboutJoris, [
      {
        type: 'mediation-offered',
        on: '2026-03-31',
        appointment: { on: '2026-04-01', time: '09:00', form: 'conversation' },
        personal: { partner: 'Joris Bakker' },
      },
    ])
      .when(notYet())
      .leadsTo(({ talkToCome, talks }) => talkToCome === undefined && talks?.length === 1);
    given(aboutJoris, [held])
      .when(toCome())
      .leadsTo(({ talkToCome, talks }) => talkToCome?.on === '2026-04-02' && talks?.length === 1);
  });

  const offered = {
    type: 'mediation-offered',
    on: '2026-04-01',
    appointment: { on: '2026-04-02', time: '09:00', form: 'conversation' },
    personal: { partner: 'Joris Bakker' },
  } as const;

  it('did not take place: it is called off, with the reason where there is one, and another can follow', () => {
    const calledOff = (over: Partial<CommandOf<'mediate'>> = {}) => toCome({ calledOff: true, ...over });
    given(aboutJoris, [offered])
      .on('2026-04-08')
      .when(calledOff({ on: '2026-04-02', result: 'De klager was ziek.' }))
      .happened({
        type: 'mediation-called-off',
        on: '2026-04-08',
        personal: { reason: 'De klager was ziek.' },
      });
    given(aboutJoris, [offered])
      .when(calledOff())
      .leadsTo(({ talkToCome, talks, stage }) => !talkToCome && !talks && stage === 'registered');
    given(aboutJoris).when(calledOff()).refused('not-now');
    given(aboutJoris, [offered])
      .when(calledOff({ agreements: 'Bellen.' }))
      .refused('not-held-yet');
    assert.deepEqual(running(aboutJoris, [offered]), running(aboutJoris));
  });

  it('is no longer to come once the answer is out, or the dossier closed, and reopening does not bring it back', () => {
    const open = complaintAfter(aboutJoris, [offered]);
    assert(open.talkToCome);
    assert(complaintAfter(aboutJoris, [offered], acknowledged()).talkToCome, 'before the answer');
    assert(
      complaintAfter(aboutJoris, [offered], acknowledged(), [drawnUp()]).talkToCome,
      'while it is not out',
    );
    assert.equal(complaintAfter(aboutJoris, [offered], answered()).talkToCome, undefined);
    assert.equal(complaintAfter(aboutJoris, [offered], withdrawn()).talkToCome, undefined);
    given(aboutJoris, [offered], withdrawn())
      .when(reopen())
      .leadsTo(({ talkToCome, stage }) => talkToCome === undefined && stage === 'registered');
  });

  it('it took place on a day since receipt, and no later than today', () => {
    given(aboutJoris)
      .when(notYet({ on: '2026-04-02' }))
      .refused('in-the-future');
    given(aboutJoris)
      .when(notYet({ on: '2026-03-31' }))
      .refused('out-of-order');
  });

  it('is for before the answer: who was answered has Art. 7 and 8', () => {
    given(aboutJoris, answered()).when(mediate()).refused('answered-already', 6);
    given(aboutJoris, answered()).when(toCome()).refused('answered-already', 6);
  });
});
