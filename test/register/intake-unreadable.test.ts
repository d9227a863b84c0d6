import assert from 'node:assert/strict';
import { Refusal, type RefusalCode } from '../../src/procedure/model/refusal.ts';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import { intakeId } from '../../src/register/model/intake.ts';
import { schema } from '../../src/register/model/upcast.ts';
import { acknowledge, addRespondent, handOver, registration } from '../procedure/asked.ts';
import { desk, everybodyAtTheDesk, fatima, joris, lars, sanne, willem } from '../procedure/people.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { replaceInCosmos, replaceInFile } from '../store/damage.ts';
import { anOffice, closeOffices } from './an-office.ts';

type OfOurs = ReturnType<typeof anOffice>;
type Fields = Record<string, unknown>;
type Place = {
  open(people?: typeof desk): OfOurs;
  replace(change: (whole: Fields) => unknown): Promise<void> | void;
};

const number = 'K-2026-0001';
const refused = (code: RefusalCode) => (error: unknown) => error instanceof Refusal && error.code === code;

/** What is found in the place of the intake document, and what is said of it. */
const found: { name: string; code: RefusalCode; change: (whole: Fields) => Fields }[] = [
  {
    name: 'is damaged',
    code: 'register-unreadable',
    change: (whole) => ({ ...whole, content: { ...Object(whole.content), taken: 'x' } }),
  },
  {
    name: 'is of a newer version',
    code: 'register-newer',
    change: (whole) => ({ ...whole, schema: schema + 1 }),
  },
];

function appointsNobody(place: () => Promise<Place> | Place): void {
  for (const { name, code, change } of found)
    it(`appoints nobody by absences that are not known when it ${name}, and goes on once it is back`, async () => {
      const { open, replace } = await place();
      const before = open();
      await before.file({ ...registration, respondents: [joris] }, '1', sanne);
      await before.setAbsence(fatima, { from: '2026-04-01', until: '2026-04-10' });
      let whole: Fields = {};
      await replace((stored) => {
        whole = stored;
        return change(stored);
      });
      const office = open();
      await office.refresh();
      assert.throws(() => office.assertAbsencesKnown(), refused(code));
      for (const about of [handOver({ to: fatima.id }), addRespondent({ respondent: lars })])
        await assert.rejects(office.execute({ ...about, number }), refused(code));
      await assert.rejects(office.file(registration, '2', sanne), refused(code));
      await assert.rejects(
        office.setAbsence(lars, { from: '2026-04-01', until: '2026-04-02' }),
        refused(code),
      );
      assert.equal((await office.dossier(number))?.complaint.handler?.person.id, lars.id);
      assert.equal((await office.execute(acknowledge())).complaint.stage, 'acknowledged');
      await replace(() => whole);
      await office.refresh();
      const moved = await office.execute(addRespondent({ respondent: lars }));
      assert.equal(moved.complaint.handler?.person.id, willem.id);
    });

  it('leaves a complaint that nobody handles as it is until the absences are known', async () => {
    const { open, replace } = await place();
    const before = open();
    await before.file({ ...registration, respondents: everybodyAtTheDesk }, '1', sanne);
    let whole: Fields = {};
    await replace((stored) => {
      whole = stored;
      return found[0]?.change(stored);
    });
    const office = open({ ...desk, board: [...desk.board, joris] });
    await office.sweepAt('2026-04-02T10:00');
    assert.equal((await office.dossier(number))?.complaint.handler, undefined);
    await replace(() => whole);
    await office.sweepAt('2026-04-07T10:00');
    assert.equal((await office.dossier(number))?.complaint.handler?.person.id, joris.id);
  });
}

describe('the intake document that cannot be read', () => {
  let peer: CosmosPeer;
  before(async () => {
    peer = await cosmosPeer();
  });
  afterEach(closeOffices);
  after(() => peer.close());

  describe('in a SQLite file', () =>
    appointsNobody(() => {
      const { path } = anOffice();
      return {
        open: (people) => anOffice({ file: path, ...(people && { people }) }),
        replace: (change) => replaceInFile(path, intakeId, change),
      };
    }));

  describe('in Cosmos DB', () =>
    appointsNobody(() => {
      const database = newDatabase();
      return {
        open: (people) =>
          anOffice({
            ...(people && { people }),
            between: (_, log) => sealedStore(storeAt(peer.url, database), { log }),
          }),
        replace: (change) => replaceInCosmos(peer.url, database, intakeId, change),
      };
    }));
});
