import assert from 'node:assert/strict';
import type { Event } from '../../../src/procedure/model/events.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { addRespondent, announceHandler, answer, handOver, withdraw } from '../asked.ts';
import { complaintAfter, contextOf, given, registered } from '../given.ts';
import { acknowledged, handedOver, letterQueued, letterSent, withdrawn } from '../happened.ts';
import { fatima, lars } from '../people.ts';

const view = contextOf();
const toFatima = () =>
  handedOver({ personal: { to: fatima, reason: 'Vakantie', complainantKnows: lars.id } });
const back = () =>
  handedOver({ role: 'officer', personal: { to: lars, reason: 'Terug', complainantKnows: undefined } });

describe('Art. 5, a complainant who knows an earlier handler from a letter', () => {
  it('is told who it is now, at once: the new handler finds the letter first among their buttons', () => {
    const complaint = complaintAfter(registered(), acknowledged(), toFatima());
    assert.equal(openSteps(fatima, complaint, view)[0], 'announce-handler');
    given(registered(), acknowledged(), toFatima())
      .when(announceHandler({ by: fatima }))
      .happened(letterSent('new-handler', { personal: { text: 'Een ander behandelt uw klacht.' } }));
    given(registered(), acknowledged(), toFatima())
      .when(announceHandler({ by: fatima }))
      .leadsTo(({ stage, complainantKnows }) => stage === 'acknowledged' && complainantKnows === undefined);
  });

  it('is so after a hand-over, and where the handler turns out to be a respondent', () => {
    for (const command of [handOver(), addRespondent({ respondent: lars })])
      given(registered(), acknowledged())
        .when(command)
        .leadsTo(
          ({ handler, complainantKnows }) => handler?.person.id === fatima.id && complainantKnows === lars.id,
        );
  });

  it('is not where no letter named anybody, nor where it came back to who they know', () => {
    given(registered())
      .when(handOver())
      .leadsTo(({ complainantKnows }) => complainantKnows === undefined);
    given(registered(), acknowledged(), toFatima())
      .when(handOver({ by: fatima, to: lars.id }))
      .leadsTo(({ complainantKnows }) => complainantKnows === undefined);
    given(registered(), acknowledged(), toFatima(), back())
      .when(announceHandler({ by: lars }))
      .refused('not-now');
  });

  it('is not once another letter of the new handler names them', () => {
    given(registered(), acknowledged(), toFatima())
      .when(answer({ by: fatima }))
      .leadsTo(({ complainantKnows }) => complainantKnows === undefined);
  });

  it('is where the letter that the mail server accepts later was written before the hand-over', () => {
    const accepted = [letterSent('acknowledgement', { letter: 1 })];
    const complaint = complaintAfter(registered(), [letterQueued('acknowledgement')], toFatima(), accepted);
    assert.equal(complaint.complainantKnows, lars.id);
  });

  describe('while the letter that would tell them waits', () => {
    const waits = () => [registered(), acknowledged(), toFatima(), [letterQueued('new-handler')]];
    const takenOut: Event = { type: 'letter-withdrawn', on: '2026-04-01', letter: 2, because: 'closed' };
    const reopened: Event = {
      type: 'reopened',
      on: '2026-04-01',
      to: 'acknowledged',
      personal: { reason: 'Toch.' },
    };
    const again = () => [...waits(), [takenOut], withdrawn(), [reopened]];

    it('still know only the earlier one where it is taken out of the post: it is offered again', () => {
      const complaint = complaintAfter(...again());
      assert.equal(complaint.complainantKnows, lars.id);
      assert.equal(openSteps(fatima, complaint, view)[0], 'announce-handler');
      given(...again())
        .when(announceHandler({ by: fatima }))
        .leadsTo(({ complainantKnows }) => complainantKnows === undefined);
    });

    it('is taken out by the closing itself', () => {
      given(...waits())
        .when(withdraw({ by: fatima }))
        .leadsTo(
          ({ complainantKnows, letters }) => complainantKnows === lars.id && !!letters[1]?.withdrawnOn,
        );
    });

    it('know the new one where the mail server took it at that very moment', () => {
      const complaint = complaintAfter(...again(), [letterSent('new-handler', { letter: 2 })]);
      assert.equal(complaint.complainantKnows, undefined);
    });

    it('know again who they knew where the complaint comes back to them', () => {
      const complaint = complaintAfter(...waits(), back(), [takenOut], withdrawn(), [reopened]);
      assert.equal(complaint.complainantKnows, undefined);
    });

    it('know nobody where no letter ever went', () => {
      const acknowledgement: Event = { ...takenOut, letter: 1 };
      const past = [
        registered(),
        [letterQueued('acknowledgement')],
        toFatima(),
        [acknowledgement],
        withdrawn(),
      ];
      const open: Event = { ...reopened, to: 'registered' };
      const complaint = complaintAfter(...past, [open]);
      assert.equal(complaint.complainantKnows, undefined);
      given(...past, [open])
        .when(handOver({ by: fatima, to: lars.id }))
        .leadsTo(({ complainantKnows }) => complainantKnows === undefined);
    });
  });

  it('is told by the handler only, and not after the dossier is closed', () => {
    given(registered(), acknowledged(), toFatima())
      .when(announceHandler({ by: lars }))
      .refused('not-the-handler', 5);
    given(registered(), acknowledged(), toFatima(), withdrawn())
      .when(announceHandler({ by: fatima }))
      .refused('closed');
  });
});
