import assert from 'node:assert/strict';
import { sealedStore } from '../../../src/register/integrity/sealed-store.ts';
import { acknowledge, addNote, answer, registration } from '../../procedure/asked.ts';
import { lars, sanne } from '../../procedure/people.ts';
import { contentOf } from '../../register/a-register.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';
import { cosmosPeer, storeAt } from '../../store/cosmos-peer.ts';
import { spoilText } from '../../store/damage.ts';
import { running } from './a-command.ts';

const run = running('calendar');

/** One that waits for an answer, one that was answered on the day it came in, and one with nothing to do on those days. */
async function filled(office: ReturnType<typeof anOffice>): Promise<void> {
  await office.file(registration, '1', sanne);
  await office.execute(acknowledge());
  await office.execute(addNote({ text: 'Gevoelig.' }));
  await office.file({ ...registration, respondents: [lars] }, '2', sanne);
  office.moveTo('2026-04-03T10:00');
  await office.file({ ...registration, receivedOn: '2026-04-03' }, '3', sanne);
}

const answered = [
  'Als woensdag 22 april 2026 wordt gelijkgesteld met een feestdag:',
  'K-2026-0001: Schriftelijk antwoord geven (artikel 6): per e-mail uiterlijk dinsdag 21 april 2026 in plaats van woensdag 22 april 2026; per post uiterlijk donderdag 16 april 2026 in plaats van vrijdag 17 april 2026. De brief van woensdag 1 april 2026 (ontvangstbevestiging) noemde woensdag 22 april 2026: dat blijft staan.',
  'K-2026-0002: Schriftelijk antwoord geven (artikel 6): per e-mail uiterlijk dinsdag 21 april 2026 in plaats van woensdag 22 april 2026; per post uiterlijk donderdag 16 april 2026 in plaats van vrijdag 17 april 2026.',
  'K-2026-0003: Schriftelijk antwoord geven (artikel 6): per e-mail uiterlijk vrijdag 24 april 2026 (ongewijzigd); per post uiterlijk maandag 20 april 2026 in plaats van dinsdag 21 april 2026.',
  'Lukt een toegezegde dag niet? Open dan de zaak en druk op “Uitstel melden”.',
  '3 open klachten nagelopen: er verschuift iets in 3. Er is niets veranderd.',
];

describe('the days of a new decree, on the command line', () => {
  afterEach(closeOffices);

  const ofFile = (path: string) => ({ STORE: `sqlite:${path}` });

  it('show each deadline that would move and each letter that named the old day, and write nothing', async () => {
    const office = anOffice();
    await filled(office);
    const before = await contentOf(office.bare);
    assert.deepEqual(await run(ofFile(office.path), '2026-04-22'), {
      code: 0,
      out: `${answered.join('\n')}\n`,
      err: '',
    });
    assert.deepEqual(await contentOf(office.bare), before);
  });

  it('say the same of a register in Cosmos DB', async () => {
    const peer = await cosmosPeer();
    try {
      const store = storeAt(peer.url, 'klachten');
      await filled(anOffice({ between: (_, log) => sealedStore(store, { log }) }));
      const before = await contentOf(store);
      const env = { STORE: 'cosmos', COSMOS_ENDPOINT: peer.url, COSMOS_KEY: 'a2V5' };
      assert.equal((await run(env, '2026-04-22')).out, `${answered.join('\n')}\n`);
      assert.deepEqual(await contentOf(store), before);
      await closeOffices();
    } finally {
      await peer.close();
    }
  });

  it('show what the complainant owes, and what becomes of it when a day is taken away', async () => {
    const office = anOffice({ now: '2026-05-15T10:00' });
    await office.file({ ...registration, receivedOn: '2026-05-13' }, '1', sanne);
    await office.execute(
      answer({ letter: { text: 'Geachte heer', manner: 'handed', sentOn: '2026-05-15' } }),
    );
    const { out } = await run(ofFile(office.path), '--without', '2026-05-15');
    assert.match(out, /^Als vrijdag 15 mei 2026 niet langer is gelijkgesteld met een feestdag:\n/);
    assert.match(
      out,
      /tot en met donderdag 18 juni 2026 \(ongewijzigd\); volgens het artikel maandag 15 juni 2026 in plaats van donderdag 18 juni 2026\. De brief van vrijdag 15 mei 2026 \(antwoord\) noemde donderdag 18 juni 2026: dat blijft staan\./,
    );
    const later = await run({ ...ofFile(office.path), EXTRA_HOLIDAYS: '2026-05-20' }, '2026-05-18');
    assert.match(
      later.out,
      /Klager laat weten of hij het niet eens is \(artikel 7\): tot en met vrijdag 19 juni 2026 in plaats van donderdag 18 juni 2026\. De brief .* noemde donderdag 18 juni 2026: wie later reageert, is tot en met de nieuwe dag op tijd\./,
    );
  });

  it('say so where nothing moves: no open complaint, a day that is no werkdag already, or was never equated', async () => {
    const office = anOffice();
    const nothing = await run(ofFile(office.path), '2029-05-11');
    assert.equal(nothing.code, 0);
    assert.match(
      nothing.out,
      /0 open klachten nagelopen: er verschuift geen termijn\. Er is niets veranderd\./,
    );
    await filled(office);
    const days = ['2026-04-25', '2026-04-27', '2026-05-15', '--without', '2029-05-11'];
    assert.deepEqual(await run(ofFile(office.path), ...days), {
      code: 0,
      out: [
        'zaterdag 25 april 2026 is al geen werkdag (weekend).',
        'maandag 27 april 2026 is al geen werkdag (Koningsdag).',
        'vrijdag 15 mei 2026 is al geen werkdag (gelijkgesteld bij KB).',
        'vrijdag 11 mei 2029 is nu niet bij besluit gelijkgesteld met een feestdag.',
        'Er verschuift dus niets.\n',
      ].join('\n'),
      err: '',
    });
    const known = await run({ ...ofFile(office.path), EXTRA_HOLIDAYS: '2026-04-22' }, '2026-04-22');
    assert.match(known.out, /is al geen werkdag \(gelijkgesteld bij KB\)/);
  });

  it('are refused where they are no day, or there is none', async () => {
    const office = anOffice();
    for (const day of ['2029-02-30', '11-05-2029', 'morgen']) {
      const { code, out, err } = await run(ofFile(office.path), '2029-05-11', day);
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, new RegExp(`Dat is niet gelukt:\n- geen datum als 2029-05-11: ${day}\n`));
    }
    for (const days of [[], ['--without'], ['2029-05-11', '--without']])
      assert.match(
        (await run(ofFile(office.path), ...days)).err,
        /^Gebruik: npm run -s register -- OPDRACHT/,
      );
    assert.match((await run(ofFile('/nowhere.db'), '2029-05-11')).err, /er is geen register \/nowhere\.db/);
  });

  it('name a complaint that cannot be read, and end with a fault', async () => {
    const office = anOffice();
    await filled(office);
    await office.store.close();
    spoilText(office.path, 'K-2026-0002');
    const { code, err } = await run(ofFile(office.path), '2026-04-22');
    assert.equal(code, 1);
    assert.match(
      err,
      /K-2026-0002: is beschadigd en niet te lezen; is niet nagelopen\n[\s\S]*2 open klachten/,
    );
  });
});
