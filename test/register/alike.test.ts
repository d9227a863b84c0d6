import assert from 'node:assert/strict';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import type { Complainant } from '../../src/procedure/model/complainant.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import type { Store } from '../../src/register/model/store.ts';
import { asking, letter, registration, wednesday } from '../procedure/asked.ts';
import { fatima, lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const ask = asking(wednesday);

let forms = 0;

describe('complaints that may belong with another', () => {
  afterEach(closeOffices);

  type Office = ReturnType<typeof anOffice>;

  /** Registers the complaint of that complainant, with that text; returns its number. */
  const filed = async (
    office: Office,
    complainant: Complainant,
    { summary = 'Er werd niet gebeld.', respondents = [] }: { summary?: string; respondents?: Person[] } = {},
  ) => {
    const form = `${forms++}-${complainant.name}`;
    return (await office.file({ ...registration, complainant, summary, respondents }, form, sanne)).id;
  };

  const alike = async (office: Office, number: CaseNumber, by: Person): Promise<string[]> => {
    const dossier = (await office.dossier(number)) ?? assert.fail();
    return (await office.alike(dossier, by)).alike.map(
      ({ complaint, because }) => `${complaint.number} ${because}`,
    );
  };

  it('have the same name, e-mail address or telephone number, however they are written', async () => {
    const office = anOffice();
    await filed(office, { name: 'Mevrouw N. Güneş', phone: '06-12345678' });
    await filed(office, { name: 'Onbekende beller', phone: '+31 6 1234 5678' });
    await filed(office, { name: 'Nadia Gunes', email: 'n.gunes@voorbeeld.nl' });
    await filed(office, { name: 'De heer Gunesh', email: 'gunesh@voorbeeld.nl' });
    const last = await filed(office, {
      name: 'Mw. Gunes',
      email: 'N.Gunes@voorbeeld.nl',
      phone: '0612345678',
    });
    assert.deepEqual((await alike(office, last, lars)).sort(), [
      'K-2026-0001 complainant',
      'K-2026-0002 complainant',
      'K-2026-0003 complainant',
    ]);
    assert.deepEqual(await alike(office, 'K-2026-0004', lars), []);
  });

  it('may name the complainant in their text', async () => {
    const office = anOffice();
    await filed(office, { name: 'De heer Dijkstra' }, { summary: 'Ik en mevrouw Zwaluw wachtten samen.' });
    const last = await filed(office, { name: 'Mevrouw Zwaluw' });
    assert.deepEqual(await alike(office, last, lars), ['K-2026-0001 mentioned']);
  });

  it('are shown to nobody who may not see them, and never an erased or a merged one, or the complaint itself', async () => {
    const office = anOffice();
    const zwaluw = { name: 'Mevrouw Zwaluw' };
    await filed(office, zwaluw, { respondents: [lars] });
    await filed(office, zwaluw);
    await office.execute(ask.withdraw({ number: 'K-2026-0002' }));
    await office.execute(ask.requestErasure({ number: 'K-2026-0002' }));
    await office.execute(ask.answerErasure({ number: 'K-2026-0002', by: fatima }));
    const third = await filed(office, zwaluw);
    const last = await filed(office, zwaluw);
    assert.deepEqual(await alike(office, last, lars), ['K-2026-0003 complainant']);
    assert.deepEqual(await alike(office, last, fatima), ['K-2026-0001 complainant']);
    const into = (await office.dossier(last))?.complaint ?? assert.fail();
    await office.execute(
      ask.merge({ number: third, into, letter: { ...letter('Samen'), manner: 'handed' } }),
    );
    assert.deepEqual(await alike(office, last, lars), []);
  });

  it('are found behind ten that only begin like it, and ten that may not be seen', async () => {
    const office = anOffice();
    const zwaluw = { name: 'Mevrouw Zwaluw' };
    const right = await filed(office, zwaluw);
    for (let n = 0; n < 10; n += 1) {
      await filed(office, { name: 'De heer Zwaluwstaart' });
      await filed(office, zwaluw, { respondents: [lars] });
    }
    const last = await filed(office, zwaluw);
    assert.deepEqual(await alike(office, last, lars), [`${right} complainant`]);
    const dossier = (await office.dossier(last)) ?? assert.fail();
    assert.equal((await office.alike(dossier, lars)).tooMany, undefined);
  });

  it('are found by an address among any number with that name, of which it is said that not all were read', async () => {
    const office = anOffice();
    const email = 'zwaluw@voorbeeld.nl';
    const right = await filed(office, { name: 'De heer Vogel', email });
    for (let n = 0; n < 60; n += 1) await filed(office, { name: 'Zwaluw' }, { respondents: [lars] });
    const last = await filed(office, { name: 'Zwaluw', email });
    const dossier = (await office.dossier(last)) ?? assert.fail();
    const found = await office.alike(dossier, lars);
    assert.deepEqual(
      found.alike.map(({ complaint }) => complaint.number),
      [right],
    );
    assert(found.tooMany);
  });

  it('are looked for in as few requests as it takes, and in a number that is known', async () => {
    const asked: string[][] = [];
    const between = (store: Store): Store => ({
      ...store,
      search(search) {
        asked.push([...search.words]);
        return store.search(search);
      },
    });
    const office = anOffice({ between });
    const mail = (n: number) => ({ name: 'Zwaluw', email: `zwaluw@voorbeeld${n}.nl` });
    for (let n = 0; n < 4; n += 1) await filed(office, mail(1));
    await alike(office, 'K-2026-0004', lars);
    assert.equal(asked.length, 1, 'by the address; the name tells nothing more');
    for (let n = 0; n < 60; n += 1) await filed(office, { name: 'Zwaluw' }, { respondents: [lars] });
    const last = await filed(office, mail(2));
    asked.length = 0;
    await alike(office, last, lars);
    assert(asked.length <= 6, `${asked.length} requests`);
  });

  it('are three at most, the newest first', async () => {
    const office = anOffice();
    for (let n = 0; n < 6; n += 1) await filed(office, { name: 'Mevrouw Zwaluw' });
    assert.equal((await alike(office, 'K-2026-0006', lars)).length, 3);
  });
});
