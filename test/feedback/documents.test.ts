import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ofEachKind } from '../register/some-documents.ts';
import { aFile, aWebsite, filledIn, stampIn, websiteForEach } from './a-website.ts';

const of = (kind: string, name = `brief.${kind}`): File =>
  aFile(name, new Uint8Array(ofEachKind[kind] ?? assert.fail()));

describe('the documents of the form of the website', () => {
  const site = websiteForEach();

  const documents = async () => (await site.complaints()).flatMap(({ documents = [] }) => documents);

  it('are kept under the dossier, as the complainant sent them', async () => {
    const { status, html } = await site.fillIn(filledIn, [of('pdf', 'Brief van <mij>.pdf'), of('jpg')]);
    assert.equal(status, 200);
    assert.match(html, /Brief van &lt;mij&gt;\.pdf\nbrief\.jpg/);
    const kept = await documents();
    assert.deepEqual(
      kept.map(({ name, kind, from, sha256 }) => ({ name, kind, from, sha256 })),
      [
        { name: 'Brief van <mij>.pdf', kind: 'pdf' },
        { name: 'brief.jpg', kind: 'jpg' },
      ].map((one) => ({
        ...one,
        from: 'complainant',
        sha256: createHash('sha256')
          .update(ofEachKind[one.kind] ?? '')
          .digest('hex'),
      })),
    );
    assert.equal(site.contents().length, 2);
  });

  it('are taken once when the form is sent again, and those that are missing are added', async () => {
    const { stamp } = await site.open();
    await site.send({ stempel: stamp, ...filledIn }, [of('pdf')]);
    await Promise.all([1, 2].map(() => site.send({ stempel: stamp, ...filledIn }, [of('pdf'), of('png')])));
    assert.deepEqual(
      (await documents()).map(({ name }) => name),
      ['brief.pdf', 'brief.png'],
    );
    assert.equal(site.contents().length, 2);
  });

  it('that went away since the form was sent are not missed when it is sent again', async () => {
    const { stamp } = await site.open();
    await site.send({ stempel: stamp, ...filledIn }, [of('pdf')]);
    const { status, html } = await site.send({ stempel: stamp, ...filledIn }, [
      aFile('brief.pdf', ''),
      aFile('x.pdf', ''),
    ]);
    assert.equal(status, 200);
    assert.match(html, /Deze documenten hebben wij niet<\/h2>\s*<ul>\s*<li>x\.pdf<\/li>\s*<\/ul>/);
    assert.match(html, /<dd>brief\.pdf<\/dd>/);
  });

  it('are written nowhere while the form is not right, and are to be chosen again', async () => {
    const { status, html } = await site.fillIn({ ...filledIn, naam: '' }, [
      of('pdf', 'a.pdf'),
      of('png', 'b.png'),
    ]);
    assert.equal(status, 400);
    assert.match(html, /Kies uw documenten opnieuw: a\.pdf, b\.png\. Uw browser bewaart ze niet\./);
    assert.match(html, /<a href="#documenten">/);
    assert.deepEqual(site.contents(), []);
    const { stamp } = await site.open();
    await site.send({ ...filledIn, stempel: `${stamp}x` }, [of('pdf')]);
    await site.send({ ...filledIn, stempel: stamp, website: 'x' }, [of('pdf')]);
    assert.deepEqual(site.contents(), []);
  });

  it('are refused by what they are, and then nothing is sent and nothing stays', async () => {
    const large = new Uint8Array(25 * 1024 * 1024 + 1);
    large.set(ofEachKind.pdf ?? []);
    for (const [file, says] of [
      [aFile('leeg.pdf', ''), /leeg\.pdf is leeg/],
      [
        aFile('virus.pdf', 'MZ\u0000\u0000\u0000'),
        /virus\.pdf is een soort document dat wij niet kunnen bewaren/,
      ],
      [aFile('groot.pdf', large), /groot\.pdf is te groot: hoogstens 25 MB/],
    ] as const) {
      const { status, html } = await site.fillIn(filledIn, [
        of('pdf', 'goed.pdf'),
        file,
        of('png', 'ook.png'),
      ]);
      assert.equal(status, 400);
      assert.match(html, says);
      assert.match(html, /Kies uw documenten opnieuw: goed\.pdf, [a-z]+\.pdf, ook\.png/);
      assert.match(html, /<html lang="nl">/);
    }
    assert.deepEqual([site.contents(), await site.complaints()], [[], []]);
    const { html } = await site.fillIn(filledIn, [aFile('x.exe', 'MZ\u0000')], {}, '?taal=en');
    assert.match(html, /x\.exe is a kind of document that we cannot keep/);
  });

  it('are five at most', async () => {
    const { status, html } = await site.fillIn(
      filledIn,
      Array.from({ length: 6 }, (_, at) => of('pdf', `${at}.pdf`)),
    );
    assert.equal(status, 400);
    assert.match(html, /Kies hoogstens 5 documenten/);
    assert.deepEqual(site.contents(), []);
    const five = Array.from({ length: 5 }, (_, at) => aFile(`${at}.txt`, `Brief ${at} van mij.`));
    assert.equal((await site.fillIn(filledIn, five)).status, 200);
    assert.equal((await documents()).length, 5);
  });

  it('may come before what was typed in a form that we did not make, and are not taken then', async () => {
    const { stamp } = await site.open();
    const form = new FormData();
    form.append('documenten', of('pdf'));
    for (const [name, value] of Object.entries({ stempel: stamp, ...filledIn })) form.append(name, value);
    const response = await fetch(site.url, { method: 'POST', body: form });
    assert.equal(response.status, 400);
    assert.deepEqual(site.contents(), []);
  });

  it('have names that harm nobody', async () => {
    const names = [
      '../../../etc/passwd.pdf',
      'C:\\geheim\\brief.pdf',
      '\u202egpj.pdf',
      '<img src=x>.pdf',
      'a"b.pdf',
    ];
    const { html } = await site.fillIn(
      filledIn,
      names.map((name, at) => aFile(name, `%PDF-1.7 ${at} ${'x'.repeat(4_000)}`)),
    );
    assert.ok(!html.includes('<img') && !html.includes('\u202e'));
    for (const { name } of await documents()) assert.doesNotMatch(name, /[\\/\u202e]/);
    assert.equal((await documents()).length, 5);
    assert.ok(
      site.contents().every((name) => /^[\da-f-]{36}$/.test(name)),
      site.contents().join(),
    );
    assert.doesNotMatch(site.log.lines.join(), /passwd|brief|geheim/);
  });

  it('that stop halfway leave nothing, and nobody waits for them', async () => {
    const brief = await aWebsite({ patience: { whole: 300, piece: 100 }, inTime: 400 });
    const { stamp } = await brief.open();
    const part = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const texts = Object.entries({ stempel: stamp, ...filledIn }).map(([name, value]) => part(name, value));
    const file =
      '--x\r\nContent-Disposition: form-data; name="documenten"; filename="a.pdf"\r\n\r\n%PDF-1.7 ';
    const body = texts.join('') + file;
    const head = (size: number) =>
      `POST /feedback HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${size}\r\n\r\n`;
    // Says that it is whole, and breaks off within the document.
    const cut = await brief.raw(`${head(Buffer.byteLength(body))}${body}`);
    assert.match(cut, /^HTTP\/1\.1 400 /);
    await brief.gone(`${head(10_000)}${body}`, 150);
    await pause(300);
    assert.deepEqual([brief.contents(), await brief.complaints(), brief.failures], [[], [], []]);
    await brief.close();
  });

  it('are told of when the dossier does not take them, by name', async () => {
    const full = await aWebsite({
      between: (intake) => ({
        ...intake,
        documents: { ...intake.documents, add: () => Promise.reject(new Error('vol')) },
      }),
    });
    const { status, html } = await full.fillIn(filledIn, [of('pdf')]);
    assert.equal(status, 200);
    assert.match(html, /K-2026-0001/);
    assert.match(
      html,
      /Deze documenten hebben wij niet[\s\S]*brief\.pdf[\s\S]*Mail ze naar klachten@ballance\.example/,
    );
    assert.deepEqual(full.contents(), []);
    await full.close();
  });

  it('are not asked for where none are kept', async () => {
    const none = await aWebsite({
      between: (intake) => ({ ...intake, documents: { ...intake.documents, on: false } }),
    });
    const { html } = await none.open();
    assert.ok(!html.includes('type="file"'));
    const sent = await none.send({ stempel: stampIn(html), ...filledIn }, [of('pdf')]);
    assert.equal(sent.status, 200);
    assert.match(sent.html, /Deze documenten hebben wij niet[\s\S]*brief\.pdf/);
    await none.close();
  });
});
