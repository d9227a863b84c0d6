import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { asking, registration, wednesday } from '../../procedure/asked.ts';
import { fatima, sanne } from '../../procedure/people.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';
import {
  afterTheCopy,
  beforeTheCopy,
  commandsUnder,
  done,
  goesOn,
  keepsDocuments,
  marker,
  placeForEach,
  resumed,
  startsAnew,
  typed,
  withDocuments,
} from './a-rehearsal.ts';

const ask = asking(wednesday);

describe('a backup of a SQLite register that is put back', () => {
  const place = placeForEach();

  it('goes on after the last number, without what was erased since, as the page says, and so after a second loss', async () => {
    const [backup = '', ...putBack] = commandsUnder('Een bestand van SQLite');
    const file = place.there('data/klachten.db');
    mkdirSync(place.there('data'));
    const office = anOffice({ file });
    await beforeTheCopy(office);
    const contents = await withDocuments(office);
    await done(backup, place.path);
    await done('mkdir bewaard && cp -r kopie-* bewaard/', place.path);
    await afterTheCopy(office);
    await office.store.close();

    for (const line of putBack.slice(0, -3)) await done(line, place.path);
    assert(readFileSync(file).includes(marker));
    await resumed(putBack.slice(-3), place.path);
    const restored = anOffice({ file, now: '2026-04-02T10:00' });
    await goesOn(restored, restored.bare);
    await keepsDocuments(restored, contents);
    await closeOffices();
    await startsAnew(place.path);
    for (const part of [file, `${file}-wal`])
      if (existsSync(part)) assert(!readFileSync(part).includes(marker));

    // Lost once more: the same old copy is put back, with what stood beside the register that was lost now.
    const copies = ['', '.heads', '.documents'].map((end) => `"$(date +%F)".db${end}`);
    renameSync(place.there('weggezet'), place.there('weggezet-eerder'));
    for (const name of copies) await done(`cp -r bewaard/kopie-${name} kopie-${name}`, place.path);
    for (const line of putBack.slice(0, -3)) await done(line, place.path);
    assert(readFileSync(file).includes(marker));
    const [, resume = '', verify = ''] = putBack.slice(-3);
    const { code, out, err } = await typed(resume, place.path);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, '2026: de nummers gaan verder na 5.\nOpnieuw gewist: K-2026-0001.\n');
    assert.match((await typed(verify, place.path)).out, /alles klopt/);
    const again = anOffice({ file, now: '2026-04-03T10:00' });
    assert.equal((await again.file(registration, 'six', sanne)).complaint.number, 'K-2026-0006');
    await closeOffices();
    for (const part of [file, `${file}-wal`])
      if (existsSync(part)) assert(!readFileSync(part).includes(marker));
  });

  it('is resumed also after work went on in it: what was lost is erased, no number is given again, and all is sound', async () => {
    const [backup = '', ...putBack] = commandsUnder('Een bestand van SQLite');
    const [resume = '', verify = ''] = putBack.slice(-2);
    const K2 = 'K-2026-0002';
    const file = place.there('data/klachten.db');
    mkdirSync(place.there('data'));
    const office = anOffice({ file });
    await beforeTheCopy(office);
    await withDocuments(office);
    await office.file({ ...registration, summary: 'Een andere.' }, 'closed', sanne);
    await office.execute({ ...ask.withdraw(), number: 'K-2026-0003' });
    await done(backup, place.path);
    for (const number of ['K-2026-0001', 'K-2026-0003'] as const) await office.deliver(number);
    await afterTheCopy(office);
    await office.execute({ ...ask.withdraw(), number: K2 });
    await office.execute({ ...ask.requestErasure(), number: K2 });
    await office.execute({ ...asking(wednesday, fatima).answerErasure(), number: K2 });
    await office.store.close();
    for (const line of putBack.slice(0, -3)) await done(line, place.path);

    // Forgotten: a message is delivered, and the number of what was lost is given to another complaint, which is closed.
    const forgetting = anOffice({ file, now: '2026-04-02T10:00' });
    await forgetting.deliver('K-2026-0001');
    await forgetting.deliver('K-2026-0003');
    await forgetting.file(registration, 'another', sanne);
    await forgetting.store.close();
    const first = await typed(resume, place.path);
    assert.deepEqual([first.code, first.out], [1, '']);
    assert.match(first.err, /^2026: de nummers gaan verder na 4\.\nOpnieuw gewist: K-2026-0001\.\n/);
    assert.match(first.err, /K-2026-0002: was gewist, en is in deze kopie nog open\. Laat/);
    assert.match(first.err, /gingen hier anders verder dan is genoteerd\. .*: K-2026-0001, K-2026-0003\./);
    assert.match(
      first.err,
      /K-2026-0004: niets hiervan is zoals genoteerd\. Misschien kreeg een andere klacht/,
    );

    // Closed, as it asks.
    const closing = anOffice({ file, now: '2026-04-02T11:00' });
    await closing.execute({ ...ask.withdraw(), number: K2 });
    assert.equal((await closing.file(registration, 'next', sanne)).complaint.number, 'K-2026-0005');
    await closing.store.close();
    const second = await typed(resume, place.path);
    assert.deepEqual([second.code, second.err], [0, '']);
    assert.match(second.out, /Opnieuw gewist: K-2026-0002\.\n/);
    assert.match(second.out, /genoteerd\. .*: K-2026-0002, K-2026-0003\./);
    assert.match((await typed(verify, place.path)).out, /alles klopt/);
    for (const part of [file, `${file}-wal`])
      if (existsSync(part)) assert(!readFileSync(part).includes(marker));

    // Of another register: nothing is done.
    const other = anOffice();
    await beforeTheCopy(other);
    writeFileSync(
      place.there('other.heads'),
      [...(other.heads?.all() ?? [])].map((head) => JSON.stringify(head)).join('\n'),
    );
    const { code, err } = await typed(
      resume.replace('weggezet/klachten.db.heads', 'other.heads'),
      place.path,
    );
    assert.equal(code, 1);
    assert.match(err, /^Er is niets gedaan: dit bestand hoort bij een ander register\./);
  });
});
