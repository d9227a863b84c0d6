import assert from 'node:assert/strict';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { steps } from '../../../src/procedure/steps.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { heldBack, type Message } from '../../../src/register/model/message.ts';
import { letterByHand } from '../../../src/teams/notifications/undelivered.ts';
import type { Office } from '../../../src/teams/office/office.ts';
import { titleOf } from '../../../src/teams/steps/all-steps.ts';
import { complaintAfter, contextOf, registered } from '../../procedure/given.ts';
import { letterQueued, objected } from '../../procedure/happened.ts';
import { everybodyAtTheDesk, lars, sanne } from '../../procedure/people.ts';

const at = '2026-04-01T09:00:00.000Z';
const states: Partial<Message>[] = [
  { status: 'queued' },
  { status: 'uncertain' },
  { status: 'gave-up' },
  ...Object.values(heldBack).map(
    (fault): Partial<Message> => ({ status: 'gave-up', attempts: [{ at, fault }] }),
  ),
];
const readers = [
  { who: lars, kind: 'acknowledgement', past: registered() },
  { who: sanne, kind: 'no-handler', past: registered({ respondents: everybodyAtTheDesk }) },
] as const;

describe('who reads that a letter was not accepted', () => {
  for (const { who, kind, past } of readers)
    it(`has every button that the text names: ${who.name}`, () => {
      const complaint = complaintAfter(past, [letterQueued(kind)]);
      const open = openSteps(who, complaint, contextOf()).map(titleOf);
      const closed = (Object.keys(steps) as (keyof typeof steps)[])
        .map(titleOf)
        .filter((one) => !open.includes(one));
      for (const state of states) {
        const mailing: Message = {
          ...{
            id: 'letter',
            to: { kind: 'mail' },
            content: { kind: 'letter', letter: 1 },
            queuedAt: at,
            attempts: [],
          },
          ...{ status: 'queued', dueAt: at },
          ...state,
        };
        const dossier = { complaint, outbox: [mailing] } as unknown as Dossier;
        const text = letterByHand({ message: 'letter', who: '', why: '', dossier, office: {} as Office });
        assert.match(text, /“Brief zelf verstuurd”/);
        assert(open.includes('Brief zelf verstuurd'));
        for (const title of closed) assert(!text.includes(`“${title}”`), `${title}: ${text}`);
      }
    });

  it('offers another hearing once an invitation that is outdated is out of the post, for the button is not there before', () => {
    const complaint = complaintAfter(registered(), objected(), [letterQueued('hearing-invitation')]);
    assert(!openSteps(lars, complaint, contextOf()).includes('offer-hearing'));
    const attempts = [{ at, fault: heldBack.outdated }];
    const mailing = { id: 'letter', content: { kind: 'letter', letter: 3 }, status: 'gave-up', attempts };
    const dossier = { complaint, outbox: [mailing] } as unknown as Dossier;
    const text = letterByHand({ message: 'letter', who: '', why: '', dossier, office: {} as Office });
    assert.match(text, /“Hoorgesprek aanbieden” bied je een nieuw gesprek aan, zodra dat is vastgelegd\.$/);
  });
});
