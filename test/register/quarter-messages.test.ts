import assert from 'node:assert/strict';
import { personIn } from '../../src/register/model/message.ts';
import { bulletinCards } from '../../src/teams/notifications/bulletin-cards.ts';
import { registration } from '../procedure/asked.ts';
import { everybodyAtTheDesk, sanne, willem } from '../procedure/people.ts';
import { aChat } from '../teams/a-chat.ts';
import { anOffice, closeOffices } from './an-office.ts';

type Office = ReturnType<typeof anOffice>;

const march = { ...registration, receivedOn: '2026-03-30' as const };

describe('the message of a quarter', () => {
  afterEach(closeOffices);

  /** Lists who was told, and of which quarter. */
  async function told({ store }: Office): Promise<string[]> {
    const found: string[] = [];
    for await (const { document } of store.all())
      if (document?.kind === 'bulletin')
        for (const { to, content } of document.outbox)
          if (content.kind === 'quarter') {
            const name = everybodyAtTheDesk.find(({ id }) => id === personIn(to))?.name;
            found.push(`${name} ${content.year} ${content.quarter}`);
          }
    return found.sort();
  }

  it('goes to every board member on the first werkdag after its end, once over restarts and instances', async () => {
    const office = anOffice();
    await office.file(march, '1', sanne);
    const board = office
      .desk()
      .board.map(({ name }) => `${name} 2026 1`)
      .sort();
    await office.sweepAt('2026-04-02T09:30');
    assert.deepEqual(await told(office), board);
    const [one, other] = [anOffice({ file: office.path }), anOffice({ file: office.path })];
    await Promise.all([one.sweepAt('2026-04-03T09:30'), other.sweepAt('2026-04-03T09:30')]);
    assert.deepEqual(await told(office), board);
  });

  it('waits for the first werkdag, and for the hour of reminders', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    // Sunday 4 October, after a first of the month that passed while the bot stood still; Monday before the hour.
    for (const still of ['2026-09-30T16:00', '2026-10-04T12:00', '2026-10-05T06:00']) {
      await office.sweepAt(still);
      assert.deepEqual(await told(office), [], still);
    }
    await office.sweepAt('2026-10-05T09:30');
    assert.equal((await told(office)).length, office.desk().board.length);
  });

  it('comes not while there was no complaint by the end of the quarter, nor to whom it is about', async () => {
    const office = anOffice();
    await office.sweepAt('2026-04-01T09:30');
    await office.file(registration, '1', sanne);
    await office.sweepAt('2026-04-02T09:30');
    assert.deepEqual(await told(office), []);
    const another = anOffice();
    await another.file({ ...march, respondents: [willem] }, '1', sanne);
    await another.sweepAt('2026-04-02T09:30');
    assert.ok(!(await told(another)).some((one) => one.startsWith(willem.name)));
  });

  it('has totals alone, of what its reader may count, and the button of the report', async () => {
    const { ours, office } = await aChat({ receivedOn: '2026-03-30' });
    await ours.file({ ...march, respondents: [willem] }, '2', sanne);
    ours.moveTo('2026-04-02T09:30');
    const { card } = await bulletinCards.quarter.card(
      { kind: 'quarter', year: '2026', quarter: 1 },
      office,
      willem,
    );
    const said = JSON.stringify(card);
    assert.match(said, /In het eerste kwartaal van 2026 kwam er 1 klacht binnen/);
    assert.match(said, /"title":"Jaarverslag 2026 kwartaal 1"/);
    assert.doesNotMatch(said, /K-2026|Joris|Willem/);
  });
});
