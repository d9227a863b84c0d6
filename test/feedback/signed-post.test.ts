import assert from 'node:assert/strict';
import { withdraw } from '../procedure/asked.ts';
import { everybodyAtTheDesk } from '../procedure/people.ts';
import { aWebsite, filledIn, websiteForEach } from './a-website.ts';

describe('what the website sends', () => {
  const site = websiteForEach({ mail: true });

  it('is a complaint, with its number and the days of articles 5 and 6', async () => {
    const { status, body } = await site.post(filledIn);
    assert.equal(status, 201);
    assert.deepEqual(body, {
      nummer: 'K-2026-0001',
      bevestigd: true,
      bevestigingUiterlijk: '2026-04-09',
      antwoordUiterlijk: '2026-04-22',
    });
    const [complaint] = await site.complaints();
    assert.equal(complaint?.summary, filledIn.inhoud);
    assert.equal(complaint?.receiver.name, 'Website');
  });

  it('promises no letter to who gave nowhere to send one', async () => {
    const { body } = await site.post({ naam: 'A', telefoon: '030 123', inhoud: 'Kort.' });
    assert.deepEqual(body, { nummer: 'K-2026-0001', bevestigd: false });
  });

  it('is one complaint for one key, and one for what is filled in the same within a day', async () => {
    await site.post(filledIn);
    const again = await site.post(filledIn);
    assert.deepEqual([again.status, again.body.nummer], [200, 'K-2026-0001']);
    const other = await site.post(filledIn, { 'Idempotency-Key': 'another-key' });
    assert.deepEqual([other.status, other.body.nummer], [200, 'K-2026-0001']);
    const otherKey = { 'Idempotency-Key': 'another-key' };
    assert.equal((await site.post({ ...filledIn, inhoud: 'Iets anders.' }, otherKey)).status, 409);
    assert.deepEqual((await site.post(filledIn, otherKey)).body.nummer, 'K-2026-0001');
    const conflict = await site.post({ ...filledIn, inhoud: 'Iets anders.' });
    assert.deepEqual([conflict.status, Object.keys(conflict.body)], [409, ['melding']]);
    assert.equal((await site.complaints()).length, 1);
  });

  it('gives no days where it names everybody who may handle it, but what to tell the complainant', async () => {
    const overWie = everybodyAtTheDesk.map(({ name }) => name).join(', ');
    const { status, body } = await site.post({ ...filledIn, overWie });
    const { melding, ...rest } = body;
    assert.deepEqual([status, rest], [201, { nummer: 'K-2026-0001', bevestigd: false }]);
    const { phone, email, address } = site.office.organisation;
    for (const text of ['mag dus niemand bij Ballance', 'rechter (artikel 10', phone, email, address])
      assert.ok(melding.includes(text), text);
    assert.equal((await site.post({ ...filledIn, overWie })).body.melding, melding);
  });

  it('gives no days of a complaint that was closed when it is sent again', async () => {
    await site.post({ ...filledIn, inhoud: 'Zie www.voorbeeld.nl/1' });
    await site.office.execute(withdraw());
    const { status, body } = await site.post({ ...filledIn, inhoud: 'Zie www.voorbeeld.nl/1' });
    assert.deepEqual([status, body], [200, { nummer: 'K-2026-0001', bevestigd: false }]);
  });

  it('is one complaint however many of the same come at once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => site.post(filledIn)));
    assert.deepEqual(all.map(({ status }) => status).sort(), [...Array(9).fill(200), 201]);
    assert.equal((await site.complaints()).length, 1);
  });

  it('is refused field by field, in sentences', async () => {
    const { status, body } = await site.post(
      '{"naam":" ","email":"geen adres","inhoud":5,"vestiging":"Utrecht","__proto__":{"a":1},"bsn":"1"}',
    );
    assert.equal(status, 400);
    assert.deepEqual(body, {
      melding: 'Het formulier is niet goed ingevuld.',
      fouten: [
        { field: 'naam', message: 'Vul uw naam in.' },
        {
          field: 'email',
          message: 'Dit is geen e-mailadres dat wij kunnen gebruiken. Schrijf het zo: naam@voorbeeld.nl.',
        },
        { field: 'inhoud', message: 'Schrijf hier een tekst.' },
        { field: '__proto__', message: 'Dit veld kennen wij niet.' },
        { field: 'bsn', message: 'Dit veld kennen wij niet.' },
      ].map(({ field, message }) => ({ veld: field, melding: message })),
    });
    for (const wrong of ['[]', 'null', '"tekst"', '{', '', '\u0000'])
      assert.equal((await site.post(wrong)).status, 400, wrong);
  });

  it('needs a key of its own', async () => {
    for (const key of ['', 'kort', 'met een spatie', 'x'.repeat(201)])
      assert.equal((await site.post(filledIn, { 'Idempotency-Key': key })).status, 400, key);
  });

  it('is refused without a signature that is right, of now, and over every byte', async () => {
    const now = Math.floor(site.clock.real / 1000);
    for (const more of [
      { 'X-Signature': '' },
      { 'X-Signature': 'sha256=abc' },
      { 'X-Signature': `sha256=${'0'.repeat(64)}` },
      { 'X-Signature': `sha1=${'0'.repeat(64)}` },
      { 'X-Timestamp': '' },
      { 'X-Timestamp': String(now - 301) },
      { 'X-Timestamp': String(now + 301) },
      { 'X-Timestamp': `${now}.0` },
      { 'X-Timestamp': 'nu' },
    ] as Record<string, string>[])
      assert.equal((await site.post(filledIn, more)).status, 401, JSON.stringify(more));
    assert.equal((await site.post(filledIn, {}, 'another-secret-of-at-least-32-characters')).status, 401);
    for (const apart of [-300, 300])
      assert.ok((await site.post(filledIn, { 'X-Timestamp': String(now + apart) })).status < 300);
    assert.equal((await site.complaints()).length, 1);
  });

  it('is JSON in UTF-8, of no more than a form can have', async () => {
    for (const type of [
      'text/plain',
      'application/json; charset=utf-16',
      'application/json; charset=utf-7',
      'application/jsonp',
      '',
    ])
      assert.equal((await site.post(filledIn, { 'Content-Type': type })).status, 415, type);
    assert.equal((await site.post(filledIn, { 'Content-Encoding': 'gzip' })).status, 415);
    assert.equal((await site.post({ ...filledIn, inhoud: 'x'.repeat(70_000) })).status, 413);
    const utf8 = await site.post(filledIn, { 'Content-Type': 'application/json; charset=UTF-8' });
    assert.equal(utf8.status, 201);
  });

  it('says when to come back to who sends too much: signed, and sooner to who does not sign', async () => {
    for (let count = 0; count < 60; count++) await site.post(filledIn);
    const signed = await site.post(filledIn);
    assert.equal(signed.status, 429);
    assert.match(signed.headers.get('retry-after') ?? '', /^\d+$/);
    for (let count = 0; count < 20; count++)
      assert.equal((await site.post(filledIn, {}, 'x'.repeat(40))).status, 401);
    const unsigned = await site.post(filledIn, {}, 'x'.repeat(40));
    assert.equal(unsigned.status, 429);
    assert.match(unsigned.headers.get('retry-after') ?? '', /^\d+$/);
  });

  it('is kept as it is written: links, HTML, and from right to left', async () => {
    const inhoud = '<script>alert(1)</script> https://kwaad.example {{naam}} שלום مرحبا';
    const { body } = await site.post({ ...filledIn, naam: '<b>O\'Neil & "co"</b>', inhoud });
    assert.equal(body.nummer, 'K-2026-0001');
    const [complaint] = await site.complaints();
    assert.deepEqual([complaint?.summary, complaint?.complainant.name], [inhoud, '<b>O\'Neil & "co"</b>']);
  });

  it('leaves nothing that was typed in the log', async () => {
    await site.post({ ...filledIn, inhoud: 'GEHEIM', bsn: 'GEHEIM' });
    await site.post('{"GEHEIM":');
    await site.post({ ...filledIn, inhoud: 'GEHEIM' }, {}, 'x'.repeat(40));
    await site.post({ ...filledIn, inhoud: 'GEHEIM' });
    assert.doesNotMatch(site.log.lines.join('\n'), /GEHEIM|vandam|Van Dam/);
    assert.deepEqual(site.failures, []);
  });

  it('is not there without a secret, nor the page without a site that may show it', async () => {
    const neither = await aWebsite({ page: false, signed: false });
    assert.deepEqual([(await neither.post(filledIn)).status, (await fetch(neither.url)).status], [404, 404]);
    await neither.close();
    const onlySigned = await aWebsite({ page: false });
    assert.equal((await onlySigned.post(filledIn)).status, 201);
    assert.equal((await fetch(onlySigned.url)).status, 405);
    assert.equal((await onlySigned.send(filledIn)).status, 401);
    await onlySigned.close();
    const onlyPage = await aWebsite({ signed: false });
    assert.equal((await fetch(onlyPage.url)).status, 200);
    assert.equal((await fetch(onlyPage.url, { method: 'POST', body: '{}' })).status, 404);
    await onlyPage.close();
  });
});
