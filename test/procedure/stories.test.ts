import assert from 'node:assert/strict';
import { letter } from './asked.ts';
import { course } from './course.ts';
import { everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from './people.ts';

/** Received on Wednesday 1 April 2026; Good Friday is the 3rd, Easter Monday the 6th, King's Day the 27th. */
describe('the life of a complaint', () => {
  /** Acknowledged, both sides heard, and answered on Wednesday 15 April. */
  const answered = (...given: Parameters<typeof course>) =>
    course(...given)
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-15', (ask) => ask.answer());

  /** Answered, and on 22 April the complainant does not agree. */
  const objected = (...given: Parameters<typeof course>) =>
    answered(...given).on('2026-04-22', (ask) => ask.object());

  it('answered, and the complainant agrees', () => {
    course({ respondents: [joris] })
      .isHandledBy(lars)
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .on('2026-04-02', (ask) => ask.acknowledge())
      .runs('answer 2026-04-22')
      .on('2026-04-07', (ask) => ask.requestStatement({ respondent: joris.id }))
      .on(
        '2026-04-08',
        (ask) => ask.giveStatement({ by: joris }),
        (ask) => ask.recordStatement(),
      )
      .on('2026-04-15', (ask) => ask.answer({ notHeardBecause: undefined }))
      .runs('objection 2026-05-15')
      .on('2026-04-20', (ask) => ask.agree())
      .sent('acknowledgement 2026-04-02', 'answer 2026-04-15')
      .closedAs('agreed')
      .runs()
      .hasNothingOpen(lars, fatima, willem, ingrid, sanne, joris);
  });

  it('objected to, heard and settled in the hearing', () => {
    objected()
      .runs('hearing 2026-04-29', 'decision 2026-05-06')
      .on('2026-04-23', (ask) =>
        ask.offerHearing({ on: '2026-04-28', form: 'office', branch: 'Utrecht', agreed: true }),
      )
      .runs('hearing 2026-04-29')
      .on('2026-04-28', (ask) =>
        ask.recordHearing({
          form: 'office',
          proposal: 'Elke week een gesprek.',
          reaction: 'Dat is goed.',
          settlement: 'Elke week een gesprek.',
        }),
      )
      .sent(
        'acknowledgement 2026-04-02',
        'answer 2026-04-15',
        'hearing-invitation 2026-04-23',
        'settlement 2026-04-28',
      )
      .closedAs('settled');
  });

  it('objected to and heard, but not settled: the way to court is explained', () => {
    const story = objected()
      .on('2026-04-23', (ask) => ask.offerHearing({ on: '2026-04-29' }))
      .on('2026-04-29', (ask) => ask.recordHearing({ proposal: 'Een gesprek.', reaction: 'Nee.' }))
      .is('heard')
      .runs()
      .on('2026-05-20', (ask) => ask.close())
      .closedAs('not-settled');
    assert.equal(story.complaint().letters.at(-1)?.kind, 'court-route');
  });

  it('not settled the first time, heard again, and settled then', () => {
    objected()
      .on('2026-04-28', (ask) => ask.recordHearing())
      .is('heard')
      .on('2026-05-06', (ask) => ask.offerHearing({ on: '2026-06-03', agreed: true }))
      .runs('hearing 2026-06-03')
      .on('2026-06-03', (ask) => ask.recordHearing({ settlement: 'Een nieuwe begeleider.' }))
      .closedAs('settled');
  });

  it('the complainant wants no hearing: the board decides, two weeks after the objection', () => {
    const story = objected()
      .on('2026-04-24', (ask) => ask.waiveHearing())
      .runs('decision 2026-05-06')
      .not((ask) => ask.decide(), 'not-the-handler', 5)
      .not((ask) => ask.close(), 'board-decides', 8)
      .on('2026-05-01', (ask) => ask.decide({ by: ingrid }))
      .closedAs('decided');
    assert.deepEqual(story.complaint().decision?.by, ingrid);
  });

  it('an agreed hearing is not used: two weeks from that day', () => {
    objected()
      .on('2026-04-23', (ask) => ask.offerHearing({ on: '2026-04-29', agreed: true }))
      .on('2026-04-29', (ask) => ask.waiveHearing())
      .runs('decision 2026-05-13')
      .on('2026-05-12', (ask) => ask.decide({ by: willem }))
      .closedAs('decided');
  });

  it('a hearing that was offered, never agreed, is not used: two weeks from the objection all the same', () => {
    objected()
      .on('2026-04-23', (ask) => ask.offerHearing({ on: '2026-04-29' }))
      .runs('hearing 2026-04-29', 'decision 2026-05-06')
      .on('2026-04-29', (ask) => ask.waiveHearing())
      .runs('decision 2026-05-06');
  });

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

  it('about everybody at the desk: registered all the same, and for whoever joins the board', () => {
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

  it('the objection comes late and is accepted, for a reason', () => {
    const story = answered()
      .on('2026-05-18')
      .not((ask) => ask.object(), 'late-objection', 7)
      .on('2026-05-18', (ask) => ask.object({ late: { accept: true, reason: 'Lag in het ziekenhuis.' } }))
      .runs('hearing 2026-05-25', 'decision 2026-06-01')
      .is('objected');
    assert.equal(story.complaint().objection?.lateBecause, 'Lag in het ziekenhuis.');
  });

  it('the objection comes late and is refused, by letter', () => {
    answered()
      .on('2026-05-18', (ask) =>
        ask.object({
          late: { accept: false, reason: 'Geen reden.', letter: letter('Te laat', '2026-05-18') },
        }),
      )
      .sent('acknowledgement 2026-04-02', 'answer 2026-04-15', 'late-objection-refused 2026-05-18')
      .closedAs('late-objection-refused');
  });

  it('the month lapses: nothing closes by itself, the handler does', () => {
    answered()
      .on('2026-05-15')
      .not((ask) => ask.close(), 'month-not-over', 7)
      .on('2026-05-16')
      .is('answered')
      .on('2026-06-15', (ask) => ask.close())
      .closedAs('lapsed');
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

  it('remedied on the spot: registered, and over', () => {
    course({ remedied: true })
      .isHandledBy(undefined)
      .closedAs('remedied')
      .runs()
      .hasNothingOpen(lars, fatima, willem, ingrid, sanne, joris);
  });

  it('withdrawn, and confirmed by letter', () => {
    course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-07', (ask) => ask.withdraw({ letter: letter('Ingetrokken', '2026-04-07') }))
      .sent('acknowledgement 2026-04-02', 'withdrawal 2026-04-07')
      .closedAs('withdrawn');
  });

  it('letters go by e-mail: nothing counts as sent until the mail server has accepted it', () => {
    course({}, { mail: true })
      .on('2026-04-08', (ask) => ask.acknowledge())
      .sent()
      .is('registered')
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .not((ask) => ask.acknowledge(), 'letter-waits')
      .on('2026-04-09')
      .mailAccepted()
      .sent('acknowledgement 2026-04-09')
      .is('acknowledged')
      .on('2026-04-15', (ask) => ask.answer())
      .mailAccepted()
      .on('2026-04-20', (ask) => ask.agree())
      .closedAs('agreed');
  });

  it('the mail server never accepts the letter: it is sent by hand after all', () => {
    const story = course({}, { mail: true })
      .on('2026-04-08', (ask) => ask.acknowledge())
      .on('2026-04-10', (ask) => ask.sendByHand({ letter: 1, manner: 'handed' }))
      .sent('acknowledgement 2026-04-10')
      .is('acknowledged')
      .mailAccepted()
      .sent('acknowledgement 2026-04-10');
    const sent = story.journal.at(-1);
    assert(sent?.type === 'letter-sent');
    assert.deepEqual([sent.manner, sent.daysLate], ['handed', 1]);
  });

  it('the final decision waits for the mail server, and so does closing', () => {
    course({}, { mail: true })
      .on('2026-04-02', (ask) => ask.acknowledge())
      .mailAccepted()
      .on('2026-04-15', (ask) => ask.answer())
      .mailAccepted()
      .on(
        '2026-04-22',
        (ask) => ask.object(),
        (ask) => ask.waiveHearing(),
      )
      .on('2026-05-01', (ask) => ask.decide({ by: willem }))
      .is('waived')
      .on('2026-05-04')
      .mailAccepted()
      .closedAs('decided', '2026-05-04');
  });

  it('withdrawn while the final decision waits: it stays withdrawn, though the letter goes out', () => {
    course({}, { mail: true })
      .on('2026-04-02', (ask) => ask.acknowledge())
      .mailAccepted()
      .on('2026-04-15', (ask) => ask.answer())
      .mailAccepted()
      .on(
        '2026-04-22',
        (ask) => ask.object(),
        (ask) => ask.waiveHearing(),
      )
      .on(
        '2026-05-01',
        (ask) => ask.decide({ by: willem }),
        (ask) => ask.withdraw(),
      )
      .mailAccepted()
      .closedAs('withdrawn');
  });

  it('the day of receipt was wrong: what is still to be done moves with it', () => {
    course({ receivedOn: '2026-04-08' })
      .runs('acknowledge 2026-04-15', 'answer 2026-04-29')
      .on('2026-04-09', (ask) => ask.correctDate({ to: '2026-04-01' }))
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .on('2026-04-09', (ask) => ask.acknowledge())
      .runs('answer 2026-04-22');
  });

  it('the answer came later than it was sent: the month runs from the day the complainant had it', () => {
    answered()
      .runs('objection 2026-05-15')
      .on('2026-04-20', (ask) => ask.correctDate({ field: 'answerReceivedOn', to: '2026-04-20' }))
      .runs('objection 2026-05-20')
      .on('2026-05-20', (ask) => ask.object())
      .is('objected');
  });

  it('measures that were promised are ticked off, also after closing', () => {
    const measures = [
      { what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' },
      { what: 'Training', owner: 'Sanne', dueOn: '2026-06-01' },
    ];
    const story = course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-15', (ask) => ask.answer({ measures }))
      .runs('measure 2026-05-01', 'objection 2026-05-15', 'measure 2026-06-01')
      .on('2026-04-20', (ask) => ask.agree())
      .runs('measure 2026-05-01', 'measure 2026-06-01')
      .on('2026-04-30', (ask) => ask.completeMeasure({ measure: 'm1' }))
      .runs('measure 2026-06-01');
    assert.deepEqual(story.steps(lars), ['complete-measure']);
    story
      .on('2026-05-29', (ask) => ask.completeMeasure({ measure: 'm2' }))
      .runs()
      .hasNothingOpen(lars)
      .closedAs('agreed', '2026-04-20');
  });

  it('the handler leaves Ballance: who comes next takes his place', () => {
    course({ respondents: [lars] })
      .isHandledBy(fatima)
      .on('2026-04-02')
      .deskBecomes({ substitutes: [] })
      .on('2026-04-07', (ask) => ask.acknowledge({ by: willem }))
      .on('2026-04-07', (ask) => ask.handOver({ by: willem, to: ingrid.id }))
      .isHandledBy(ingrid);
  });
});
