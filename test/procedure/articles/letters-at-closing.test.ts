import assert from 'node:assert/strict';
import { hasOpenWork } from '../../../src/procedure/access.ts';
import { type LetterKind, letterKinds, waitingLetters } from '../../../src/procedure/model/letter.ts';
import { agree, announceNoHandler, letter, reopen, withdraw } from '../asked.ts';
import { course } from '../course.ts';
import { given, registered } from '../given.ts';
import { acknowledged, answered, letterQueued, withdrawn } from '../happened.ts';
import { everybodyAtTheDesk, joris, sanne } from '../people.ts';

/** What a letter says that tells of something to come, which the closing prevents. */
const isToCome: readonly LetterKind[] = [
  'acknowledgement',
  'new-handler',
  'no-handler',
  'delay',
  'hearing-invitation',
];

/** Reading 18: "what tells of something to come is untrue by that, and is taken out of the post". */
describe('a letter that waits for the mail server when the complaint is closed', () => {
  for (const kind of letterKinds) {
    const goes = !isToCome.includes(kind);
    it(`${goes ? 'still goes' : 'does not go any more'}: ${kind}`, () => {
      given(registered(), [letterQueued(kind)])
        .when(withdraw())
        .leadsTo(
          (complaint) => complaint.stage === 'closed' && waitingLetters(complaint).length === (goes ? 1 : 0),
        );
    });
  }

  it('does not go whichever step closes it', () => {
    const invited = letterQueued('hearing-invitation');
    given(registered(), acknowledged(), answered(), [invited])
      .when(agree())
      .leadsTo((complaint) => complaint.closed?.outcome === 'agreed' && !waitingLetters(complaint).length);
  });

  it('is not the letter of the closing itself, which goes', () => {
    given(registered(), [letterQueued('acknowledgement')])
      .withMail()
      .when(withdraw({ letter: letter('Wij sluiten uw klacht.') }))
      .leadsTo((complaint) => {
        assert.deepEqual(
          complaint.letters.map(({ kind, withdrawnOn }) => [kind, withdrawnOn !== undefined]),
          [
            ['acknowledgement', true],
            ['withdrawal', false],
          ],
        );
        return true;
      });
  });

  it('does not go where it says that the complaint is closed, and that is open again', () => {
    for (const kind of letterKinds) {
      const says = ['withdrawal', 'closure', 'dismissal', 'merger', 'mediation', 'settlement'].includes(kind);
      given(registered(), [letterQueued(kind)], withdrawn())
        .when(reopen())
        .leadsTo(
          (complaint) =>
            complaint.stage === 'registered' && waitingLetters(complaint).length === (says ? 0 : 1),
        );
    }
  });

  it('leaves nothing to do of a complaint that nobody might handle, also when somebody may later', () => {
    const story = course({ respondents: everybodyAtTheDesk, by: sanne }, { mail: true })
      .on(
        '2026-04-02',
        () => announceNoHandler({ by: sanne }),
        () => withdraw({ by: sanne }),
      )
      .deskBecomes({ substitutes: [joris] });
    const complaint = story.complaint();
    assert.equal(complaint.stage, 'closed');
    assert.deepEqual(waitingLetters(complaint), []);
    assert(!hasOpenWork(complaint));
  });
});
