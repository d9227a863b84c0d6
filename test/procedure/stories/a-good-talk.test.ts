import assert from 'node:assert/strict';
import { letter } from '../asked.ts';
import { course } from '../course.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

const komtNog = { solved: undefined, result: undefined, agreements: undefined, letter: undefined } as const;
const nogNiet = { solved: false, agreements: undefined, letter: undefined } as const;

/** Received on Wednesday 1 April 2026 about Joris; Good Friday is the 3rd, Easter Monday the 6th. */
describe('"Wat ons betreft begint dit met een goed gesprek"', () => {
  it('Lars invites by telephone, Joris and the complainant talk it out, and a letter says what was agreed', () => {
    const story = course({ respondents: [joris] })
      .isHandledBy(lars)
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .on('2026-04-02', (ask) => ask.mediate({ ...komtNog, on: '2026-04-08', time: '14:00', ledBy: lars.id }))
      // Nothing stops for it: receipt is to be confirmed on the ninth, the answer to be there on the 22nd.
      .is('registered')
      .sent()
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      // Joris takes part, and can do nothing about the complaint.
      .hasNothingOpen(joris)
      .not((ask) => ask.mediate({ by: joris }), 'not-the-handler', 5)
      .on('2026-04-08', (ask) =>
        ask.mediate({
          ledBy: lars.id,
          measures: [{ what: 'Elke maandag bellen', owner: joris.name, dueOn: '2026-05-04' }],
        }),
      )
      .sent('mediation 2026-04-08')
      .closedAs('mediated')
      // What was agreed is guarded after the closing, and ticked off.
      .runs('measure 2026-05-04')
      .on('2026-05-04', (ask) => ask.completeMeasure())
      .runs()
      .hasNothingOpen(lars, fatima, willem, ingrid, sanne, joris);
    assert.equal(story.complaint().talkToCome, undefined);
    assert.equal(story.complaint().judgement, undefined);
  });

  it('the talk does not help: the complaint goes on as if there had been none, up to the board', () => {
    course({ respondents: [joris] })
      .on('2026-04-02', (ask) => ask.acknowledge())
      .runs('answer 2026-04-22')
      .on('2026-04-08', (ask) => ask.mediate({ ...nogNiet, form: 'mediation', ledBy: fatima.id }))
      .is('acknowledged')
      .runs('answer 2026-04-22')
      // Another talk, with somebody else, is possible until the answer.
      .on('2026-04-14', (ask) => ask.mediate({ ...nogNiet, partner: 'Sanne de Vries' }))
      .on('2026-04-15', (ask) => ask.answer())
      .sent('acknowledgement 2026-04-02', 'answer 2026-04-15')
      .not((ask) => ask.mediate(), 'answered-already', 6)
      .on('2026-04-22', (ask) => ask.object())
      .on('2026-04-23', (ask) => ask.waiveHearing())
      .on('2026-04-29', (ask) => ask.decide({ by: willem }))
      .closedAs('decided');
  });

  it('what was agreed does not happen: the complainant says so, and gets the answer of Art. 6 after all', () => {
    course({ respondents: [joris] })
      .on('2026-04-03', (ask) => ask.mediate())
      .closedAs('mediated')
      .on('2026-04-17', (ask) => ask.reopen({ reason: 'Joris belde niet.' }))
      // The letter confirmed receipt; the days of the answer are those that it had.
      .is('acknowledged')
      .runs('answer 2026-04-22')
      .on('2026-04-21', (ask) => ask.answer())
      .sent('mediation 2026-04-03', 'answer 2026-04-21')
      .is('answered');
  });

  it('its letter waits for the mail server: the dossier is closed, and reopened it is one of which receipt was confirmed', () => {
    course({}, { mail: true })
      .on('2026-04-03', (ask) => ask.mediate({ partner: 'Sanne de Vries', letter: letter('Afspraken') }))
      .closedAs('mediated')
      .sent()
      .on('2026-04-04')
      .mailAccepted()
      .sent('mediation 2026-04-04')
      .on('2026-04-07', (ask) => ask.reopen())
      .is('acknowledged');
  });

  it('nobody knows who complains: what was agreed by word of mouth closes it, without a letter', () => {
    course({ complainant: { name: 'Anoniem', unnamed: 'anonymous' }, respondents: [joris] })
      .on('2026-04-07', (ask) => ask.mediate({ letter: undefined }))
      .sent()
      .closedAs('mediated')
      .hasNothingOpen(lars, joris);
  });
});
