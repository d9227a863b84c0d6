import assert from 'node:assert/strict';
import { course, objected } from '../course.ts';
import { everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

/** Received on Wednesday 1 April 2026; Good Friday is the 3rd, Easter Monday the 6th, King's Day the 27th. */
describe('the life of a complaint about somebody who would have to handle it', () => {
  it('about Lars: Fatima handles it from beginning to end', () => {
    objected({ respondents: [lars] })
      .isHandledBy(fatima)
      .not((ask) => ask.waiveHearing({ by: lars }), 'not-the-handler', 5)
      .hasNothingOpen(lars)
      .on('2026-04-24', (ask) => ask.waiveHearing())
      .on('2026-05-01', (ask) => ask.decide({ by: willem }))
      .closedAs('decided');
  });

  it('about Lars and Fatima: a board member handles it, and another one decides', () => {
    objected({ respondents: [lars, fatima] })
      .isHandledBy(willem)
      .on('2026-04-24', (ask) => ask.waiveHearing())
      .not((ask) => ask.decide({ by: willem }), 'not-the-handler', 5)
      .on('2026-05-01', (ask) => ask.decide({ by: ingrid }))
      .closedAs('decided');
  });

  it('about everybody at the desk: registered all the same, and for who joins the board', () => {
    course({ respondents: everybodyAtTheDesk, receivedOn: '2026-04-01' })
      .isHandledBy(undefined)
      .hasNothingOpen(...everybodyAtTheDesk)
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .on('2026-04-07')
      .deskBecomes({ board: [willem, ingrid, joris] })
      .isHandledBy(joris)
      .on('2026-04-08', (ask) => ask.acknowledge())
      .on('2026-04-15', (ask) => ask.answer())
      .on('2026-04-16', (ask) => ask.object())
      .on('2026-04-17', (ask) => ask.waiveHearing())
      .on('2026-04-20', (ask) => ask.decide({ by: joris }))
      .closedAs('decided');
  });

  it('about everybody at the desk: its receiver tells the complainant, and who joins later says that they handle it now', () => {
    course({ respondents: everybodyAtTheDesk })
      .on('2026-04-02', (ask) => ask.announceNoHandler({ by: sanne }))
      .sent('no-handler 2026-04-02')
      .not((ask) => ask.announceNoHandler({ by: sanne }), 'nothing-changed', 5)
      .on('2026-05-11')
      .deskBecomes({ board: [willem, ingrid, joris] })
      .isHandledBy(joris)
      .opens(sanne)
      .on('2026-05-12', (ask) => ask.announceHandler())
      .on('2026-05-13', (ask) => ask.answer())
      .is('answered');
  });

  it('about a board member, who never decides', () => {
    objected({ respondents: [willem] })
      .isHandledBy(lars)
      .on('2026-04-24', (ask) => ask.waiveHearing())
      .not((ask) => ask.decide({ by: willem }), 'not-the-handler', 5)
      .on('2026-05-01', (ask) => ask.decide({ by: ingrid }))
      .closedAs('decided');
  });

  it('about the whole board: nobody is free to decide, and the handler closes', () => {
    objected({ respondents: [willem, ingrid] })
      .on('2026-04-24', (ask) => ask.waiveHearing())
      .hasNothingOpen(willem, ingrid)
      .on('2026-05-06', (ask) => ask.close())
      .closedAs('not-settled');
  });

  it('the handler turns out to be a respondent half-way, and is out of it at once', () => {
    const story = course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-03', (ask) => ask.addRespondent({ respondent: lars }))
      .isHandledBy(fatima)
      .hasNothingOpen(lars)
      .not((ask) => ask.addNote({ by: lars }), 'not-the-handler', 5)
      .on('2026-04-07', (ask) => ask.requestStatement({ respondent: lars.id }));
    assert.deepEqual(story.steps(lars), ['give-statement']);
    story
      .on(
        '2026-04-08',
        (ask) => ask.giveStatement({ by: lars }),
        (ask) => ask.recordStatement(),
      )
      .on('2026-04-15', (ask) => ask.answer({ notHeardBecause: undefined }))
      .on('2026-04-20', (ask) => ask.agree())
      .closedAs('agreed');
  });

  it('the handler leaves Ballance: who comes next takes their place', () => {
    course({ respondents: [lars] })
      .isHandledBy(fatima)
      .on('2026-04-02')
      .deskBecomes({ substitutes: [] })
      .on('2026-04-07', (ask) => ask.acknowledge({ by: willem }))
      .on('2026-04-07', (ask) => ask.handOver({ by: willem, to: ingrid.id }))
      .isHandledBy(ingrid);
  });
});
