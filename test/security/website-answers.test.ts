import assert from 'node:assert/strict';
import { aFile, type Filled, websiteForEach } from '../feedback/a-website.ts';
import { everybodyAtTheDesk } from '../procedure/people.ts';

/** What one complainant fills in: their own word stands in every field, and in the name and the content of their document. */
const formOf = (word: string) => {
  const fields: Filled = {
    ...{ naam: `Mevrouw ${word}`, namens: `${word} senior`, email: `${word}@voorbeeld.nl` },
    ...{ telefoon: `030 ${word}`, postadres: `${word}straat 1`, vestiging: word, overWie: word },
    inhoud: `Het ging om ${word}.`,
  };
  return { word, fields, file: aFile(`${word}.pdf`, `%PDF-1.7 ${word}`) };
};
const forms = ['zqeerste', 'zqtweede', 'zqderde'].map(formOf);

const surnames = new RegExp(everybodyAtTheDesk.map(({ name }) => name.split(' ').at(-1)).join('|'), 'i');

/** Art. 4 and 5: nobody reads on the internet what another wrote, nor who at the desk handles or is named. */
describe('what the website answers and what is logged of it', () => {
  const site = websiteForEach({ mail: true });

  /** With which statuses was answered. */
  const statuses = new Set<number>();

  /** Sends a form in every way that has an answer of its own, each ten minutes after the other; returns all the answers. */
  async function everyAnswerTo({ fields, file, word }: ReturnType<typeof formOf>): Promise<string[]> {
    const { html, stamp } = await site.open();
    const page = [html];
    const took = ({ status, html }: { status: number; html: string }) => {
      statuses.add(status);
      page.push(html);
      site.clock.real += 600_000;
    };
    const sends = async (more: Filled = {}, files: File[] = []) =>
      took(await site.send({ stempel: stamp, ...fields, ...more }, files));
    await sends({ naam: '' }, [file]);
    await sends({ email: 'geen adres' });
    await sends({ inhoud: word.repeat(400) });
    await sends({ stempel: 'nagemaakt' });
    await sends({}, [aFile(`${word}.exe`, 'MZ\x90\x00')]);
    await sends({}, [file]);
    await sends({}, [file]);
    await sends({ inhoud: `Toch anders: ${word}.` });
    took(await site.fillIn({ ...fields, zonder: 'ja' }, [file]));
    took(await site.fillIn({ ...fields, website: word }));
    for (const [key, body, by] of [
      [`key-of-${word}`, fields],
      [`key-of-${word}`, fields],
      [`key-of-${word}`, { ...fields, inhoud: `Anders: ${word}.` }],
      [`other-of-${word}`, { ...fields, naam: '' }],
      [`wrong-of-${word}`, { ...fields, [word]: word }],
      [`false-of-${word}`, fields, 'a-secret-of-somebody-else-of-32-or-more'],
    ] as const) {
      const { status, body: said } = await site.post(body, { 'Idempotency-Key': key }, by);
      took({ status, html: JSON.stringify(said) });
    }
    return page;
  }

  it('is nothing of anybody else, and nobody of the desk', async () => {
    for (const form of forms) {
      const others = forms.filter(({ word }) => word !== form.word).map(({ word }) => word);
      for (const answer of await everyAnswerTo(form)) {
        for (const word of others) assert.ok(!answer.includes(word), `${word} in ${answer}`);
        assert.doesNotMatch(answer, surnames);
      }
    }
    assert.deepEqual([...statuses].sort(), [200, 201, 400, 401, 409, 429]);
  });

  it('says the same of whoever it names, as of nobody: not who handles it, nor that somebody was passed over', async () => {
    const words = (text: string) => text.replace(/K-\d{4}-\d{4}/g, 'K').replace(/value="[^"]*"/g, '');
    const said: string[] = [];
    for (const overWie of ['iemand', ...everybodyAtTheDesk.map(({ name }) => name)]) {
      const { html } = await site.fillIn({ ...forms[0]?.fields, email: '', overWie });
      said.push(words(html).replaceAll(overWie, ''));
      site.clock.real += 3_600_000;
    }
    const [ofNobody, ...ofTheDesk] = said;
    for (const one of ofTheDesk) assert.equal(one, ofNobody);
    for (const [at, { name }] of everybodyAtTheDesk.entries()) {
      const about = formOf(`zq${at}`);
      const said = await everyAnswerTo({
        ...about,
        fields: { ...about.fields, vestiging: name.toLowerCase() },
      });
      const others = everybodyAtTheDesk.filter((one) => one.name !== name).map((one) => one.name);
      for (const answer of said) for (const other of others) assert.ok(!answer.includes(other), answer);
    }
  });

  it('writes nothing of what was filled in to the log, nor from where it came', async () => {
    for (const form of forms) await everyAnswerTo(form);
    assert.ok(site.log.lines.length > 0);
    for (const line of site.log.lines) assert.doesNotMatch(line, /zq|voorbeeld\.nl|127\.0\.0\.1|::1/);
    assert.deepEqual(site.failures, []);
  });

  it('keeps a document under no name that tells anything', async () => {
    for (const form of forms) await everyAnswerTo(form);
    assert.ok(site.contents().length > 0);
    for (const name of site.contents()) assert.doesNotMatch(name, /zq|K-\d{4}/);
  });
});
