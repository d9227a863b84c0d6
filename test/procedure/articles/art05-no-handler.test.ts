import assert from 'node:assert/strict';
import { mustHearOfNoHandler } from '../../../src/procedure/articles/art05-no-handler.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { acknowledge, announceNoHandler, answer, sendByHand } from '../asked.ts';
import { complaintAfter, contextOf, given, registered } from '../given.ts';
import { letterQueued, letterSent } from '../happened.ts';
import { everybodyAtTheDesk, lars, sanne, willem } from '../people.ts';

const view = contextOf();
const aboutAll = () => registered({ respondents: everybodyAtTheDesk });
const told = () => letterSent('no-handler');

/** Art. 5, "tenzij hij degene is tot wie de klacht zich in persoon richt", and Art. 10, where that is so of everybody. */
describe('Art. 5 and 10, a complaint that nobody may handle', () => {
  it('is told to the complainant by letter, by who registered it and nobody else', () => {
    given(aboutAll())
      .when(announceNoHandler({ by: sanne }))
      .happened(letterSent('no-handler', { personal: { text: 'Niemand mag uw klacht behandelen.' } }));
    for (const by of [lars, willem])
      given(aboutAll()).when(announceNoHandler({ by })).refused('not-the-handler', 5);
    given(registered())
      .when(announceNoHandler({ by: sanne }))
      .refused('not-the-handler', 5);
  });

  it('gives who registered it this letter, a note and a withdrawal, and nothing else', () => {
    assert.deepEqual(openSteps(sanne, complaintAfter(aboutAll()), view), [
      'announce-no-handler',
      'add-note',
      'withdraw',
    ]);
    assert.deepEqual(openSteps(sanne, complaintAfter(aboutAll(), [told()]), view), ['add-note', 'withdraw']);
    for (const command of [acknowledge({ by: sanne }), answer({ by: sanne })])
      given(aboutAll()).when(command).refused('not-the-handler', 5);
  });

  it('is told once: a letter that waits is sent by hand where the mail server does not take it', () => {
    given(aboutAll(), [told()])
      .when(announceNoHandler({ by: sanne }))
      .refused('nothing-changed', 5);
    const waits = [letterQueued('no-handler')];
    assert(mustHearOfNoHandler(complaintAfter(aboutAll(), waits)));
    given(aboutAll(), waits)
      .when(announceNoHandler({ by: sanne }))
      .refused('letter-waits');
    given(aboutAll(), waits)
      .when(sendByHand({ by: sanne }))
      .leadsTo((complaint) => !mustHearOfNoHandler(complaint));
  });

  it('cannot be told where nobody knows who complained', () => {
    const anonymous = { name: 'Anoniem', unnamed: 'anonymous' } as const;
    const past = registered({ respondents: everybodyAtTheDesk, complainant: anonymous });
    given(past)
      .when(announceNoHandler({ by: sanne }))
      .refused('complainant-unknown', 5);
    assert(!mustHearOfNoHandler(complaintAfter(past)));
  });
});
