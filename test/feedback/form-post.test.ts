import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { withdraw } from '../procedure/asked.ts';
import { everybodyAtTheDesk } from '../procedure/people.ts';
import { aFile, aWebsite, filledIn, stampIn, websiteForEach } from './a-website.ts';

/** What stands in the fields of a page. */
const shownIn = (html: string, name: string): string | undefined =>
  (new RegExp(`<textarea id="${name}"[^>]*>\\n?([^<]*)</textarea>`).exec(html) ??
    new RegExp(`id="${name}" name="${name}" value="([^"]*)"`).exec(html))?.[1];

const errorsIn = (html: string): string[] =>
  [...html.matchAll(/<li>(?:<a href="#(\w+)">)?([^<]*)/g)].map(([, field, text]) =>
    field ? `${field}: ${text}` : `${text}`,
  );

describe('the form of the website', () => {
  const site = websiteForEach({ mail: true });

  it('says what happens next and until when, who reads it, and how long it is kept', async () => {
    const { html } = await site.open();
    for (const words of [
      /uiterlijk donderdag 9 april 2026 een bevestiging/,
      /uiterlijk woensdag 22 april 2026 ons schriftelijke antwoord/,
      /komt meteen bij de klachtenfunctionaris/,
      /tot 5 jaar nadat zij is afgerond/,
      /href="https:\/\/www\.ballance\.example\/privacy"/,
    ])
      assert.match(html.replaceAll('&#x2F;', '/'), words);
  });

  it('may be shown in one site only, and runs and fetches nothing', async () => {
    const { headers } = await site.open();
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /^default-src 'none'; style-src 'sha256-[^' ]+'; form-action 'self'; base-uri 'none'; /,
    );
    assert.match(policy, /frame-ancestors https:\/\/www\.ballance\.example$/);
    assert.equal(headers.get('x-frame-options'), null);
    assert.equal(headers.get('referrer-policy'), 'same-origin');
  });

  it('is in English for who reads that first, and in Dutch for all others, with a way to the other', async () => {
    for (const [accepted, lang] of [
      ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
      ['de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', 'nl'],
      ['en-GB,en;q=0.9', 'en'],
      ['nl;q=0.3, en;q=0.9', 'en'],
      ['', 'nl'],
      ['*', 'nl'],
      ['en;q=x', 'nl'],
    ] as const) {
      const { html } = await site.open({ 'Accept-Language': accepted });
      assert.match(html, new RegExp(`<html lang="${lang}">`), accepted);
      assert.match(
        html,
        new RegExp(`taal=${lang === 'nl' ? 'en' : 'nl'}"[^>]*>(This form in English|Dit formulier in)`),
      );
    }
    const asked = await fetch(`${site.url}?taal=en`, { headers: { 'Accept-Language': 'nl' } });
    assert.match(await asked.text(), /<html lang="en">[\s\S]*Thursday,? 9 April 2026/);
  });

  it('is registered as it was written, and says so with its number', async () => {
    const postadres = 'Dorpsstraat 1\n1234 AB Ede';
    const { status, html } = await site.fillIn({
      ...filledIn,
      overWie: 'Joris',
      vestiging: 'Arnhem',
      postadres,
    });
    assert.equal(status, 200);
    assert.match(html, /K-2026-0001/);
    assert.match(html, /uiterlijk woensdag 22 april 2026/);
    for (const text of [...Object.values(filledIn), 'Joris', 'Arnhem', postadres])
      assert.ok(html.includes(text), text);
    const [complaint] = await site.complaints();
    assert.equal(complaint?.summary, filledIn.inhoud);
    assert.equal(complaint?.branch, 'Arnhem');
  });

  it('promises an e-mail only where one goes, and no letter where there is no address', async () => {
    assert.match(
      (await site.fillIn()).html,
      /U krijgt zo een bevestiging per e-mail, op vandam@example\.nl\./,
    );
    const byHand = await site.fillIn({ ...filledIn, inhoud: 'Zie http://kwaad.example/' });
    assert.match(byHand.html, /uiterlijk donderdag 9 april 2026 een schriftelijke bevestiging/);
    const phoneOnly = await site.fillIn({ naam: 'B', telefoon: '030 1', inhoud: 'C' });
    assert.match(phoneOnly.html, /geen e-mailadres en geen postadres ingevuld/);
    assert.doesNotMatch(phoneOnly.html, /uiterlijk/);
  });

  it('promises no letter and no day where it names everybody who may handle it, and says what they can do', async () => {
    const typed = { ...filledIn, overWie: everybodyAtTheDesk.map(({ name }) => name).join(', ') };
    const { phone, email, address } = site.office.organisation;
    for (const [query, may, court] of [
      ['', 'mag dus niemand bij Ballance uw klacht behandelen', 'naar de rechter'],
      ['?taal=en', 'nobody at Ballance may handle your complaint', 'to court'],
    ] as const) {
      const { status, html } = await site.fillIn(typed, [], {}, query);
      assert.equal(status, 200);
      const [, said = ''] =
        /<h2>(?:Wat gebeurt er nu|What happens now)\?<\/h2>([\s\S]*?)<\/ul>/.exec(html) ?? [];
      for (const text of ['artikel 10', may, court, phone, email, address].map((one) =>
        query ? one.replace('artikel', 'article') : one,
      ))
        assert.ok(said.includes(text), text);
      assert.doesNotMatch(said, /uiterlijk|at the latest|2026/);
    }
  });

  it('comes back with everything that was typed and a list of what is wrong', async () => {
    const typed = { naam: ' ', email: 'geen <adres>', telefoon: '"030"', inhoud: '', overWie: "O'Neil" };
    const { status, html } = await site.fillIn(typed);
    assert.equal(status, 400);
    assert.deepEqual(errorsIn(html), [
      'inhoud: Schrijf op waar uw klacht over gaat.',
      'naam: Vul uw naam in.',
      'email: Dit is geen e-mailadres dat wij kunnen gebruiken. Schrijf het zo: naam@voorbeeld.nl.',
    ]);
    assert.equal(shownIn(html, 'email'), 'geen &lt;adres&gt;');
    assert.equal(shownIn(html, 'telefoon'), '&quot;030&quot;');
    assert.equal(shownIn(html, 'overWie'), 'O&#39;Neil');
    assert.match(html, /<title>Uw klacht is nog niet verstuurd/);
    assert.match(html, /id="naam"[^>]*aria-describedby="naam-fout" aria-invalid="true"/);
    assert.deepEqual(await site.complaints(), []);
    const { html: inEnglish } = await site.fillIn(typed, [], {}, '?taal=en');
    assert.deepEqual(errorsIn(inEnglish), [
      'inhoud: Write down what your complaint is about.',
      'naam: Fill in your name.',
      'email: This is no e-mail address that we can use. Write it like this: name@example.nl.',
    ]);
  });

  it('keeps a long text, to the letter, until it is short enough', async () => {
    const inhoud = ` Eerste regel\n\n  tweede "regel" ${'é'.repeat(2_000)}`;
    const { html } = await site.fillIn({ ...filledIn, inhoud });
    assert.match(html, /Maak dit korter: hoogstens 2000 tekens\. Nu zijn het er 20\d\d\./);
    assert.equal(shownIn(html, 'inhoud')?.replaceAll('&quot;', '"'), inhoud);
  });

  it('asks for a way to answer, and takes it without for who does not need one', async () => {
    const typed = { naam: 'A', inhoud: 'B' };
    const { html } = await site.fillIn(typed);
    assert.deepEqual(errorsIn(html), [
      'email: Vul ten minste uw e-mailadres, telefoonnummer of postadres in. Anders kunnen wij u niet antwoorden.',
    ]);
    assert.equal((await site.fillIn({ ...typed, zonder: 'ja' })).status, 200);
  });

  it('keeps that somebody needs no answer: the dossier says so, nothing goes by itself, and the page says that too', async () => {
    const { html } = await site.fillIn({ ...filledIn, zonder: 'ja' });
    assert.match(html, /Ik hoef geen bevestiging en geen antwoord\./);
    assert.match(html, /Daarom krijgt u die niet vanzelf/);
    assert.doesNotMatch(html, /U krijgt/);
    const [complaint] = await site.complaints();
    assert.deepEqual([complaint?.noReply, complaint?.letters], [true, []]);
    await site.fillIn(filledIn);
    const [, other] = await site.complaints();
    assert.deepEqual([other?.noReply, other?.letters.length], [undefined, 1]);
  });

  it('says that it has the form as it was, where the choice or a document that names somebody comes after it', async () => {
    const { stamp } = await site.open();
    assert.equal((await site.send({ stempel: stamp, ...filledIn })).status, 200);
    for (const answer of [
      await site.send({ stempel: stamp, ...filledIn, zonder: 'ja' }),
      await site.send({ stempel: stamp, ...filledIn }, [aFile('Klacht over Lars Brouwer.pdf')]),
    ]) {
      assert.equal(answer.status, 409);
      assert.match(answer.html, /Wat u daarna hebt veranderd, hebben wij niet/);
    }
    const [complaint, ...others] = await site.complaints();
    assert.deepEqual([complaint?.noReply, complaint?.documents, others], [undefined, undefined, []]);
    assert.equal((await site.send({ stempel: stamp, ...filledIn }, [aFile('brief.pdf')])).status, 200);
  });

  it('is one complaint when it is sent twice, at once or later, or again as another form', async () => {
    const { stamp } = await site.open();
    const sent = await Promise.all([1, 2, 3].map(() => site.send({ stempel: stamp, ...filledIn })));
    const later = await site.send({ stempel: stamp, ...filledIn });
    assert.match(later.html, /meer dan een keer verstuurd/);
    const anew = await site.fillIn(filledIn);
    assert.match(anew.html, /al eerder aan ons gestuurd/);
    for (const { status, html } of [...sent, later, anew]) {
      assert.equal(status, 200);
      assert.match(html, /K-2026-0001/);
    }
    assert.equal((await site.complaints()).length, 1);
  });

  it('promises nothing any more of a complaint that was closed, and is a new one as another form', async () => {
    const { stamp } = await site.open();
    await site.send({ stempel: stamp, ...filledIn });
    await site.office.execute(withdraw());
    const again = await site.send({ stempel: stamp, ...filledIn }, [aFile('brief.pdf')]);
    assert.match(again.html, /K-2026-0001[\s\S]*Deze klacht is al afgesloten/);
    assert.match(again.html, /Deze documenten hebben wij niet[\s\S]*brief\.pdf/);
    assert.doesNotMatch(again.html, /uiterlijk|bevestiging/);
    assert.deepEqual(site.contents(), []);
    assert.match((await site.fillIn()).html, /K-2026-0002[\s\S]*uiterlijk/);
  });

  it('asks before it sends again what was changed in a form that was sent', async () => {
    const { stamp } = await site.open();
    await site.send({ stempel: stamp, ...filledIn });
    const changed = { ...filledIn, inhoud: 'Nog iets.' };
    const { status, html } = await site.send({ stempel: stamp, ...changed });
    assert.equal(status, 409);
    assert.match(html, /Met dit formulier hebt u al een klacht verstuurd/);
    assert.equal(shownIn(html, 'inhoud'), 'Nog iets.');
    assert.match((await site.send({ stempel: stampIn(html), ...changed })).html, /K-2026-0002/);
  });

  it('asks who is faster than a person, fills in what nobody sees, or shows no stamp of ours, to look again', async () => {
    const { stamp } = await site.open();
    site.clock.real -= 58_000;
    const fast = await site.send({ stempel: stamp, ...filledIn });
    assert.match(fast.html, /Dat ging heel snel/);
    site.clock.real += 58_000;
    const trapped = await site.send({ stempel: stamp, website: 'http://x', ...filledIn });
    assert.match(trapped.html, /Kijk het formulier nog even na/);
    const [at = '', ...rest] = stamp.split('.');
    for (const stempel of ['', 'x', `${Number(at) - 1}.${rest.join('.')}`, `${stamp}x`]) {
      const { status, html } = await site.send({ stempel, ...filledIn });
      assert.equal(status, 400);
      assert.match(html, /stond lang open/);
    }
    assert.deepEqual(await site.complaints(), []);
    for (const { html } of [fast, trapped]) assert.equal(shownIn(html, 'inhoud'), filledIn.inhoud);
    site.clock.real += 60_000;
    assert.match((await site.send({ stempel: stampIn(fast.html), ...filledIn })).html, /K-2026-0001/);
    site.clock.real += 49 * 60 * 60_000;
    assert.match((await site.send({ stempel: stamp, ...filledIn })).html, /stond lang open/);
  });

  it('asks who sends too many to wait, keeps what they typed, and takes those of others', async () => {
    const from = (address: string) => ({ 'X-Forwarded-For': `10.1.1.1, ${address}` });
    for (let count = 0; count < 20; count++)
      await site.fillIn({ ...filledIn, inhoud: `Klacht ${count}` }, [], from('203.0.113.7:5501'));
    const { status, html, headers } = await site.fillIn(filledIn, [], from('203.0.113.7:5502'));
    assert.equal(status, 429);
    assert.match(headers.get('retry-after') ?? '', /^\d+$/);
    assert.match(html, /te veel formulieren binnen\. Wacht 10 minuten/);
    assert.equal(shownIn(html, 'inhoud'), filledIn.inhoud);
    assert.equal((await site.fillIn(filledIn, [], from('203.0.113.8'))).status, 200);
    for (let count = 0; count < 40; count++) await site.send({}, [], from('203.0.113.7'));
    const flood = await site.send({}, [], from('203.0.113.7'));
    assert.deepEqual([flood.status, flood.headers.get('connection')], [429, 'close']);
    assert.match(flood.html, /Er komt te veel binnen/);
  });

  it('keeps HTML, links and right-to-left text as they are in every field, and runs none of it', async () => {
    const strange = '<img src=x onerror=alert(1)> http://k.example {{{style}}} שלום "\'';
    const escaped =
      '&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; http:&#x2F;&#x2F;k.example {{{style}}} שלום &quot;&#39;';
    const names = ['naam', 'namens', 'telefoon', 'postadres', 'vestiging', 'overWie', 'inhoud'];
    const typed = { ...Object.fromEntries(names.map((name) => [name, strange])), email: 'a@example.nl' };
    const { html } = await site.fillIn(typed);
    assert.equal(html.split(escaped).length - 1, names.length);
    assert.ok(!html.includes('<img'));
    const [complaint] = await site.complaints();
    assert.deepEqual(
      [complaint?.summary, complaint?.branch, complaint?.unresolvedName],
      [strange, strange, strange],
    );
    const again = await site.fillIn({ ...typed, email: strange });
    assert.ok(!again.html.includes('<img'));
  });

  it('is refused plainly as a form that we did not make', async () => {
    const { stamp } = await site.open();
    const own = { stempel: stamp, ...filledIn };
    const broken = async (fields: Record<string, string>, files: File[] = []) => {
      const { status, html } = await site.send(fields, files);
      assert.equal(status, 400);
      assert.match(html, /Dit formulier is niet goed aangekomen/);
    };
    await broken({ ...own, ['__proto__']: 'x' });
    await broken({ ...own, constructor: 'x' });
    await broken({ ...own, inhoud: 'x'.repeat(140_000) });
    await broken({ ...own, ['x'.repeat(5_000)]: 'x' });
    await broken(Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`veld${at}`, 'x'])));
    const post = (type: string, body: string) =>
      fetch(site.url, { method: 'POST', headers: { 'Content-Type': type }, body });
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', 'x'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="naam"\r\n\r\nA'],
      ['multipart/form-data; boundary=x; charset=utf-7', '--x--\r\n'],
      ['application/x-www-form-urlencoded; charset=utf-16', 'naam=A'],
    ] as const)
      assert.ok([400, 401].includes((await post(type, body)).status), `${type} ${body}`);
    assert.deepEqual(await site.complaints(), []);
    assert.deepEqual(site.failures, []);
  });

  it('is taken in the other way in which a browser sends a form', async () => {
    const { stamp } = await site.open();
    const response = await fetch(site.url, {
      method: 'POST',
      body: new URLSearchParams({ stempel: stamp, ...filledIn, inhoud: 'é & +' }),
    });
    assert.match(await response.text(), /K-2026-0001/);
    assert.equal((await site.complaints())[0]?.summary, 'é & +');
  });

  it('takes no request without a size, with a wrong one, or with too large a one', async () => {
    const head = `POST /feedback HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\n`;
    const part = '--x\r\nContent-Disposition: form-data; name="naam"\r\n\r\nA\r\n--x--\r\n';
    assert.match(await site.raw(`${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`), /^HTTP\/1\.1 400 /);
    assert.match(await site.raw(`${head}Content-Length: ${2 ** 40}\r\n\r\n`, part), /^HTTP\/1\.1 413 /);
    assert.match(await site.raw(`${head}Content-Length: 10\r\n\r\n`, part), /^HTTP\/1\.1 400 /);
    assert.match(await site.raw(`${head}Content-Length: -1\r\n\r\n`, part), /^HTTP\/1\.1 400 /);
    assert.match(
      await site.raw(`${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\n`, part),
      /^HTTP\/1\.1 400 /,
    );
    assert.deepEqual(site.failures, []);
  });

  it('says when it could not be registered, loses nothing, and is one complaint when it is sent again', async () => {
    let isBroken = true;
    const faulty = await aWebsite({
      between: (intake) => ({
        ...intake,
        async register(...asked) {
          const taken = await intake.register(...asked);
          if (isBroken) throw new Error(`GEHEIM ${taken.number}`);
          return taken;
        },
      }),
    });
    const { status, html } = await faulty.fillIn(filledIn, [aFile('brief.pdf')]);
    assert.equal(status, 500);
    assert.match(html, /Het versturen is niet gelukt\. Dat ligt aan ons\./);
    assert.equal(shownIn(html, 'inhoud'), filledIn.inhoud);
    isBroken = false;
    const again = await faulty.send({ stempel: stampIn(html), ...filledIn });
    assert.match(again.html, /K-2026-0001/);
    assert.equal((await faulty.complaints()).length, 1);
    assert.doesNotMatch(faulty.log.lines.join('\n'), /GEHEIM|brief|vandam/);
    await faulty.close();
  });

  it('is not waited for when it hangs', async () => {
    const brief = await aWebsite({ inTime: 200 });
    const head = `POST /feedback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n`;
    const signed = `X-Signature: sha256=${'0'.repeat(64)}\r\nX-Timestamp: ${Math.floor(brief.clock.real / 1000)}\r\n\r\n`;
    assert.match(await brief.raw(`${head}${signed}{`), /^HTTP\/1\.1 408 /);
    await pause(50);
    assert.deepEqual(brief.failures, []);
    await brief.close();
  });
});
