import assert from 'node:assert/strict';
import { mayCommand, maySeeDossier, maySeeStage, standings } from '../../src/procedure/access.ts';
import type { Person } from '../../src/procedure/complaint.ts';
import { openSteps, type Step } from '../../src/procedure/open-steps.ts';
import { complaintAfter, registered } from './given.ts';
import { acknowledged, handedOver, withdrawn } from './happened.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from './people.ts';

const everybody = [lars, fatima, willem, ingrid, sanne, joris];
const steps: Step[] = ['acknowledge', 'add-note', 'hand-over', 'withdraw'];

/** The register at Ballance as it may stand, and who can do what with it; who is not named can do nothing. */
const table: [string, ReturnType<typeof registered>[], Record<string, Step[]>, { sees: Person[] }][] = [
  [
    'registered',
    [registered()],
    { [lars.id]: ['acknowledge', 'add-note', 'hand-over', 'withdraw'] },
    { sees: [lars] },
  ],
  [
    'acknowledged',
    [registered(), acknowledged()],
    { [lars.id]: ['add-note', 'hand-over', 'withdraw'] },
    { sees: [lars] },
  ],
  ['closed', [registered(), withdrawn()], {}, { sees: [lars] }],
  ['remedied on the spot', [registered({ remedied: true })], {}, { sees: [lars] }],
  [
    'handed over to Fatima',
    [registered(), handedOver()],
    { [fatima.id]: ['acknowledge', 'add-note', 'hand-over', 'withdraw'] },
    { sees: [lars, fatima] },
  ],
  [
    'about Lars',
    [registered({ respondents: [lars] })],
    { [fatima.id]: ['acknowledge', 'add-note', 'hand-over', 'withdraw'] },
    { sees: [fatima] },
  ],
  ['about Lars, and closed', [registered({ respondents: [lars] }), withdrawn()], {}, { sees: [fatima] }],
  [
    'about Lars and Fatima',
    [registered({ respondents: [lars, fatima] }), acknowledged()],
    { [willem.id]: ['add-note', 'hand-over', 'withdraw'] },
    { sees: [willem] },
  ],
  ['about everybody at the desk', [registered({ respondents: everybodyAtTheDesk })], {}, { sees: [] }],
];

describe('who may do what', () => {
  for (const [situation, past, open, { sees }] of table) {
    describe(`with a complaint that is ${situation}`, () => {
      const complaint = complaintAfter(...past);

      for (const person of everybody) {
        const can = open[person.id] ?? [];

        it(`${person.name}: ${can.join(', ') || 'nothing'}`, () => {
          assert.deepEqual(openSteps(person, complaint, desk), can);
        });

        it(`${person.name} ${sees.includes(person) ? 'sees' : 'does not see'} the dossier`, () => {
          assert.equal(maySeeDossier(person, complaint, desk), sees.includes(person));
        });
      }
    });
  }
});

describe('somebody whom a complaint is about', () => {
  it('can do nothing and sees nothing, be he officer, substitute, board or receiver', () => {
    for (const person of everybody) {
      const complaint = complaintAfter(registered({ respondents: [person], by: person }));
      assert.deepEqual(standings(person, complaint, desk), ['respondent']);
      assert(!maySeeDossier(person, complaint, desk));
      assert(!maySeeStage(person, complaint, desk));
      assert(steps.every((step) => !mayCommand(person, step, complaint, desk)));
    }
  });

  it('is known by his id, whatever his name has become', () => {
    const complaint = complaintAfter(registered({ respondents: [{ ...lars, name: 'L. Brouwer' }] }));
    assert(!maySeeDossier(lars, complaint, desk));
  });

  it('would see nothing even if he stood in the dossier as its handler', () => {
    const complaint = complaintAfter(registered({ respondents: [fatima] }), handedOver());
    assert.equal(complaint.handler?.person.id, fatima.id);
    assert.deepEqual(openSteps(fatima, complaint, desk), []);
    assert(!maySeeDossier(fatima, complaint, desk));
  });
});

describe('the receiver', () => {
  it('sees the stage of what he registered and not the dossier', () => {
    const complaint = complaintAfter(registered({ by: sanne }));
    assert(maySeeStage(sanne, complaint, desk));
    assert(!maySeeDossier(sanne, complaint, desk));
    assert(!maySeeStage(joris, complaint, desk));
    assert(!maySeeStage(lars, complaint, desk));
  });
});

describe('a complaint that nobody could handle', () => {
  const board = [willem, ingrid, joris];

  it('is for a board member who came later and is no respondent, as long as it is open', () => {
    const complaint = complaintAfter(registered({ respondents: everybodyAtTheDesk }));
    assert.deepEqual(openSteps(joris, complaint, { ...desk, board }), ['add-note', 'hand-over']);
    assert(maySeeDossier(joris, complaint, { ...desk, board }));
    assert(!maySeeDossier(willem, complaint, { ...desk, board }));
    const closed = complaintAfter(registered({ remedied: true }));
    assert(!maySeeDossier(joris, closed, { ...desk, board }));
  });
});
