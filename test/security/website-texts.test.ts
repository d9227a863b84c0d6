import assert from 'node:assert/strict';
import type { Feedback } from '../../src/register/website-form.ts';
import { FeedbackRefused } from '../../src/register/website-form.ts';
import { websiteIntake } from '../../src/register/website-intake.ts';
import { addressBook } from '../../src/teams/adapter/address-book.ts';
import { everybody } from '../../src/teams/adapter/colleagues.ts';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import type { Office } from '../../src/teams/office/office.ts';
import { cases, viewCase } from '../../src/teams/office/pages.ts';
import { calendar } from '../procedure/given.ts';
import { lars } from '../procedure/people.ts';
import { anOffice, closeOffices, config } from '../register/an-office.ts';
import { hostileTexts, mark } from './corpus.ts';
import { markupIn } from './markup.ts';

const fields = ['naam', 'namens', 'telefoon', 'postadres', 'vestiging', 'overWie', 'inhoud'] as const;

describe('what anybody on the internet can type on the website', () => {
  afterEach(closeOffices);

  it('is text on every card of it, and never more; or is refused in words', async function () {
    this.timeout(120_000);
    const ours = anOffice({ mail: true });
    const log = { ...ours.log, fault: (msg: string, error: unknown) => assert.fail(`${msg}: ${error}`) };
    const office: Office = {
      ...ours,
      ...{
        register: ours.register,
        calendar,
        config,
        addresses: addressBook(ours.store),
        colleagues: everybody,
      },
      names: async (ids) => ids.map((id) => ({ id, name: 'Een collega' })),
      log,
    };
    const sent = websiteIntake(ours);
    let registered = 0;
    for (const [at, text] of hostileTexts.entries())
      for (const field of fields) {
        const plain: Feedback = {
          naam: `Jan ${mark}`,
          email: 'jan@example.nl',
          inhoud: `Klacht ${at} ${field} ${mark}`,
        };
        const taken = await sent({ ...plain, [field]: text }, `${at} ${field}`).catch((error: unknown) => {
          if (!(error instanceof FeedbackRefused)) throw error;
          for (const said of Object.values(error.errors)) assert(!said.includes(mark), said);
        });
        if (!taken?.number) continue;
        registered += 1;
        const dossier = (await ours.dossier(taken.number)) ?? assert.fail();
        const handler = dossier.complaint.handler?.person ?? lars;
        const cards: unknown[] = [
          await viewCase(taken.number, handler, office),
          await cases(handler, office),
        ];
        for (const message of dossier.outbox)
          if (message.to.kind === 'person') {
            const { card, summary } = await outgoing(message, dossier, office);
            assert(!summary.includes(mark), summary);
            cards.push(card);
          }
        for (const card of cards) assert.deepEqual(markupIn(card), [], `${field}: ${text}`);
      }
    assert(registered > hostileTexts.length, `${registered} were registered`);
  });
});
