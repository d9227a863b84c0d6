import assert from 'node:assert/strict';
import { maySeeDossier } from '../../../src/procedure/access.ts';
import { personIn } from '../../../src/register/model/message.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { textOf } from '../../e2e/a-card.ts';
import { asking, wednesday } from '../../procedure/asked.ts';
import { fatima, ingrid, lars, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat } from '../a-chat.ts';

const ask = asking(wednesday);

/** What is late is told to the board as well, who open only what they handle or decide: they ask who handles it. */
describe('a reminder to a board member of what is late', () => {
  afterEach(closeOffices);

  const measures = [{ what: 'Bellen', owner: 'Joris', dueOn: '2026-04-08' as const }];
  const late = {
    'a receipt that was not confirmed': [],
    'an answer': [ask.acknowledge()],
    'a measure': [ask.acknowledge(), ask.answer({ measures })],
    'a hearing': [ask.acknowledge(), ask.answer(), ask.object()],
    'a decision': [ask.acknowledge(), ask.answer(), ask.object(), ask.waiveHearing()],
  };

  for (const [what, steps] of Object.entries(late))
    for (const away of [false, true])
      it(`says whom they ask, where they cannot open it: ${what}${away ? ', while its handler is away' : ''}`, async () => {
        const chat = await aChat();
        for (const step of steps) await chat.ours.execute(step);
        if (away) await chat.ours.setAbsence(lars, { from: wednesday, until: '2026-07-01' });
        await chat.ours.sweepAt('2026-05-12T09:30');
        const dossier = await chat.dossier();
        const told = dossier.outbox.filter(
          ({ content, to }) =>
            content.kind === 'reminder' && [willem.id, ingrid.id].some((id) => id === personIn(to)),
        );
        assert.notEqual(told.length, 0);
        for (const message of told) {
          const reader = personIn(message.to) === willem.id ? willem : ingrid;
          const text = textOf((await outgoing(message, dossier, chat.office)).card);
          const sees = maySeeDossier(reader, dossier.complaint, chat.office.register.context());
          const asked = new RegExp(
            `Je kunt deze klacht zelf niet openen\\. ${(away ? fatima : lars).name} behandelt haar: vraag daar wat er nog nodig is`,
          );
          if (sees) assert.doesNotMatch(text, /niet openen/);
          else assert.match(text, asked);
        }
      });
});
