import assert from 'node:assert/strict';
import {
  type ABot,
  aBot,
  aComplaint,
  channel,
  fatima,
  idOf,
  ingrid,
  joris,
  lars,
  sanne,
  willem,
} from './a-bot.ts';
import { textOf } from './a-card.ts';
import { type APage, aPage } from './a-page.ts';

describe('filling the try-out with twelve complaints', () => {
  let bot: ABot;
  let room: APage;

  before(async () => {
    bot = await aBot({ SMTP_URL: '' });
    room = await aPage(bot.url());
  });
  after(async () => {
    await room?.close();
    await bot?.end();
  });

  const fill = async () => {
    await room.page.getByRole('button', { name: 'Register', exact: true }).click();
    await room.page.getByRole('button', { name: 'Vul met 12 klachten', exact: true }).click();
  };
  const ready = async () => {
    const ended = room.page.getByText(/Klaar: er staan twaalf klachten|ging niet verder/);
    await ended.waitFor({ timeout: 200_000 });
    assert.match((await ended.textContent()) ?? '', /^Klaar/);
  };

  it('does it at once in an empty register, tells how far it is, and the officer sees a believable day', async () => {
    const began = performance.now();
    await fill();
    await room.page.getByText(/worden twaalf klachten ingevuld/).waitFor();
    await ready();
    console.log(`      filled in ${Math.round((performance.now() - began) / 100) / 10} s`);
    assert.equal((await bot.state()).today, '2026-11-23');
    const stages: string[] = [];
    for (let nth = 1; nth <= 12; nth++) {
      const { complaint } = await bot.dossier(`K-2026-00${String(nth).padStart(2, '0')}`);
      stages.push(complaint.closed ? `closed: ${complaint.closed.outcome}` : complaint.stage);
    }
    assert.deepEqual(stages, [
      ...[
        'closed: lapsed',
        'closed: settled',
        'closed: decided',
        'hearing-offered',
        'objected',
        'acknowledged',
      ],
      ...['answered', 'acknowledged', 'acknowledged', 'acknowledged', 'registered', 'registered'],
    ]);
    assert.equal((await bot.dossier('K-2026-0008')).complaint.handler?.person.name, fatima);
    assert.deepEqual((await bot.dossier('K-2026-0009')).complaint.statementsRequested, [idOf(joris)]);
    assert.equal((await bot.dossier('K-2026-0011')).complaint.complainant.unnamed, 'anonymous');
    await room.page.getByRole('button', { name: 'Bekijk de zaken' }).click();
    const list = await bot.arrives(lars, /Mijn zaken/);
    assert.match(textOf(list.card), /K-2026-0006\n · 2 werkdagen te laat\nDe heer M\. Kuiper/);
    await room.picture('sample');
    for (const one of [sanne, lars, fatima, willem, ingrid, joris, channel, 'Postbus'])
      assert((await bot.said(one)).length > 0, `nobody told ${one} anything`);
    assert.doesNotMatch(await bot.everythingIn(lars), /Willems/);
    for (const one of [fatima, willem, ingrid, channel])
      assert.doesNotMatch(await bot.everythingIn(one), /weer bereikt|niet bereikt|worden doorgegeven/, one);
    assert.doesNotMatch(await bot.everythingIn(joris), /Pietersen|Vermeulen/);
    assert.deepEqual(room.faults, []);
  });

  it('asks first where something was said, and begins anew', async () => {
    await bot.register(sanne, aComplaint);
    await fill();
    await room.page.getByRole('dialog').getByText('gaan verloren').waitFor();
    await room.page.getByRole('dialog').getByRole('button', { name: 'Nee, terug' }).click();
    assert.match((await bot.dossier('K-2026-0013')).complaint.number, /13/);
    await fill();
    await room.page.getByRole('button', { name: 'Ja, vul opnieuw' }).click();
    await room.page.getByText(/worden twaalf klachten ingevuld/).waitFor();
    await ready();
    assert.equal(await bot.stored('K-2026-0013'), undefined);
    assert.deepEqual(room.faults, []);
  });
});
