import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../src/letters/letterhead.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { documentsPath } from '../../src/store/documents-folder.ts';
import { tryoutDesk } from '../../src/tryout/desk.ts';
import { wordText } from '../letters/word-text.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';
import { inPieces } from '../register/some-documents.ts';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, idOf, lars, sanne, willem } from './a-bot.ts';
import { buttonsOf, textOf } from './a-card.ts';

type WithFile = {
  id: string;
  offer?: { name: string; description: string; size: number };
  file?: { name: string; url: string };
};

/** More than goes in two pieces of an upload. */
const large = Buffer.alloc(12 * 1024 * 1024, 'Geachte heer Brouwer, er wordt niet teruggebeld.\n');

describe('a dossier is downloaded as one file', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, aComplaint);
    await bot.arrives(lars, /K-2026-0001/);
    const handler = { id: personId(idOf(lars)), name: lars };
    const office = anOffice({ file: bot.file, people: tryoutDesk({}) });
    const received = await office.documents.receive(
      inPieces(large, 65_536),
      'Brief van mevrouw Pietersen.txt',
    );
    const to = { number: 'K-2026-0001', from: 'complainant', by: handler } as const;
    assert.equal((await office.documents.add(received, to)).outcome, 'saved');
    await closeOffices();
  });
  after(async () => {
    await closeOffices();
    await bot?.end();
  });

  const files = async () => (await bot.said(lars)) as WithFile[];
  const offered = async () => (await files()).findLast(({ offer }) => offer);
  const accepts = async (person: string, activityId: string | undefined) => {
    const conversationId = (await bot.state()).conversations.find(({ title }) => title === lars)?.id;
    return bot.post('/tryout/api/consent', {
      personId: idOf(person),
      conversationId,
      activityId,
      accept: true,
    });
  };
  const exports = async () =>
    (await bot.dossier('K-2026-0001')).journal.filter(({ type }) => type === 'dossier-exported');

  const step = story('by who handles it, in pieces, and the log says so');

  step('is offered under a name that says nothing of a person', async () => {
    assert.ok(buttonsOf(await bot.say(lars, 'zaak K-2026-0001')).includes('Dossier als bestand'));
    const { text } = await bot.press(lars, 'Dossier als bestand');
    assert.match(text, /Neem je het aan, dan staat dat in het logboek/);
    const { offer } = (await offered()) ?? {};
    assert.equal(offer?.name, 'K-2026-0001-dossier.zip');
    assert.ok(offer.size > large.length);
    assert.doesNotMatch(JSON.stringify(offer), /Pietersen/);
    assert.deepEqual(await exports(), []);
  });

  step('goes to nobody else, even with the offer in their hands', async () => {
    await accepts(willem, (await offered())?.id);
    assert.ok(!(await files()).some(({ file }) => file));
    assert.deepEqual(await exports(), []);
  });

  step('is there when Lars accepts, whole, and journalled once', async () => {
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Dossier als bestand');
    await accepts(lars, (await offered())?.id);
    const { name, url = '' } = (await files()).findLast(({ file }) => file)?.file ?? {};
    assert.equal(name, 'K-2026-0001-dossier.zip');
    const zip = new Map(filesIn(Buffer.from(await (await fetch(url)).arrayBuffer())));
    assert.ok(zip.get('documenten/K-2026-0001-document-1.txt')?.().equals(large));
    assert.ok(zip.has('K-2026-0001-samenvatting.docx') && zip.has('sha256.txt'));
    const [entry, ...more] = await exports();
    assert.deepEqual([entry?.erasable?.by.name, more.length], [lars, 0]);
  });

  step('leaves out a document that is not as it was kept, and says so', async () => {
    const [{ id } = assert.fail()] = (await bot.dossier('K-2026-0001')).complaint.documents ?? [];
    writeFileSync(join(documentsPath(bot.file), id), Buffer.alloc(large.length, 'x'));
    const warning = /Document 1 is niet meer zoals het is bewaard/;
    for (const button of ['Dossier als bestand', 'Inzage']) {
      await bot.say(lars, 'zaak K-2026-0001');
      await bot.press(lars, button);
      await accepts(lars, (await offered())?.id);
      const { url = '' } = (await files()).findLast(({ file }) => file)?.file ?? {};
      const zip = new Map(filesIn(Buffer.from(await (await fetch(url)).arrayBuffer())));
      assert.ok(!zip.has('documenten/K-2026-0001-document-1.txt'), button);
      const said = textOf((await bot.cards(lars)).at(-1) ?? assert.fail());
      assert.match(said, warning, button);
      assert.match(said, /de beheerder.*verify/, button);
      const summary = zip.get('K-2026-0001-samenvatting.docx');
      if (button !== 'Inzage') assert.match(wordText(summary?.() ?? assert.fail()), warning);
    }
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Document downloaden');
    await bot.press(lars, 'Document downloaden', { 'Welk document?': id });
    await accepts(lars, (await offered())?.id);
    assert.match(await bot.everythingIn(lars), /Dit document is niet meer zoals het is bewaard/);
  });
});
