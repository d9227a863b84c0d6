import assert from 'node:assert/strict';
import type { Context } from '../../src/procedure/model/commands.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { claim, settle, settleBrokenOff } from '../../src/register/model/outbox.ts';
import { acknowledge, answer, registration, sendByHand } from '../procedure/asked.ts';
import { lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const number = 'K-2026-0001';

type Office = ReturnType<typeof anOffice>;

/** The letters of which the handler was told that they were not, or perhaps not, sent. */
async function toldOf(office: Office): Promise<string[]> {
  const dossier = await office.dossier(number);
  return (dossier?.outbox ?? []).flatMap(({ to, content }) =>
    content.kind === 'undelivered' && to.kind === 'person' && to.id === lars.id && content.what === 'letter'
      ? content.message
      : [],
  );
}

const lettersOf = async (office: Office): Promise<string[]> =>
  ((await office.dossier(number))?.outbox ?? []).flatMap(({ id, content }) =>
    content.kind === 'letter' ? id : [],
  );

/** The two outcomes of a letter that was not certainly sent. */
const ends: Record<string, (office: Office) => Promise<void>> = {
  'is given up': (office) =>
    ended(office, (outbox, id, now) => settle(outbox, id, 'dead', { at: now, fault: '550' })),
  'is broken off': (office) =>
    ended(office, (outbox, id) => settleBrokenOff(outbox, id, '2299-01-01T00:00:00.000Z')),
};

/** Gives the waiting letter that outcome. */
async function ended(
  office: Office,
  end: (outbox: Dossier['outbox'], id: string, now: Context['now']) => Dossier['outbox'],
): Promise<void> {
  const now = office.clock.now();
  await office.amendDossier(number, (dossier) => {
    const { outbox, claimed } = claim(dossier.outbox, now, 'dead', now, ({ to }) => to.kind === 'mail');
    const [letter] = claimed;
    assert(letter, 'no letter waits');
    const next = end(outbox, letter.id, now);
    const settled = next.find(({ id }) => id === letter.id);
    assert(settled && settled.status !== 'queued');
    return office.afterDelivery({ ...dossier, outbox: next }, settled);
  });
  await office.deliver(number);
}

describe('the handler, of letters that were not sent', () => {
  afterEach(closeOffices);

  async function acknowledged(): Promise<Office> {
    const office = anOffice({ mail: true });
    await office.file(registration, 'form', sanne);
    await office.deliver(number);
    await office.execute(acknowledge());
    return office;
  }

  for (const [first, endFirst] of Object.entries(ends)) {
    for (const [later, endLater] of Object.entries(ends)) {
      it(`is told of the answer that ${later}, after the acknowledgement ${first.replace('is', 'was')} and was sent by hand`, async () => {
        const office = await acknowledged();
        await endFirst(office);
        await office.execute(sendByHand());
        office.moveTo('2026-04-10T09:00');
        await office.execute(answer());
        await endLater(office);
        assert.deepEqual(await toldOf(office), await lettersOf(office));
        assert.equal((await toldOf(office)).length, 2);
      });

      it(`is asked again when the same letter, which ${first.replace('is', 'was')} and was sent again, ${later}`, async () => {
        const office = await acknowledged();
        await endFirst(office);
        for (let round = 0; round < 3; round++) {
          await office.execute(sendByHand({ manner: 'again' }));
          await endLater(office);
        }
        assert.equal((await toldOf(office)).length, 4);
        assert.equal(new Set(await toldOf(office)).size, 4);
      });
    }
  }
});
