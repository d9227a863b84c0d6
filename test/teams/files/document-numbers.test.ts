import assert from 'node:assert/strict';
import type { DocumentId } from '../../../src/procedure/model/document.ts';
import { statementRequestCard } from '../../../src/teams/cards/respondent.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { offeredFile } from '../../../src/teams/files/file-consent.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { buttonsOf, parts, textOf } from '../../e2e/a-card.ts';
import { joris, lars } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { inPieces } from '../../register/some-documents.ts';
import { aChat, type Chat } from '../a-chat.ts';
import { wordIn } from './opened-file.ts';

// Algemeen (hoor en wederhoor) and AVG art. 5: who chooses a document knows which, and both sides speak of the same one.
describe('the number of a document', () => {
  let chat: Chat;
  let ids: DocumentId[];

  beforeEach(async () => {
    chat = await aChat();
    ids = [];
    for (let index = 0; index < 4; index += 1) await add(`Foto ${index}`, 'complainant', lars);
  });
  afterEach(closeOffices);

  async function add(content: string, from: 'complainant' | 'respondent', by: typeof lars) {
    const received = await chat.ours.documents.receive(inPieces(content), 'Afbeelding.txt', by.id);
    await chat.ours.documents.add(received, { number: chat.number, from, by });
    ids.push(received.id);
  }

  const shares = (...places: number[]) =>
    chat.take('Wederhoor vragen', {
      'Waar gaat de klacht over?': 'Over bellen.',
      'Welke documenten mag de beklaagde lezen?': places.map((place) => ids[place - 1]).join(','),
    });

  const removes = (place: number) =>
    chat.take('Document verwijderen', {
      'Welk document hoort hier niet?': ids[place - 1] ?? '',
      Reden: 'Hoort bij een andere klacht.',
    });

  /** Reads the choices of a document in a form. */
  async function choices(title: string, label: string): Promise<string[]> {
    await chat.open();
    const form = await chat.press(title);
    const field = parts(form).find((one) => one.label === label) ?? assert.fail(label);
    return (field.choices as { title: string }[]).map((one) => one.title);
  }

  /** Draws the last request for a statement, as Joris gets it now. */
  async function asked(): Promise<Card> {
    const dossier = await chat.dossier();
    const message =
      dossier.outbox.findLast(({ content }) => content.kind === 'statement-request') ?? assert.fail();
    return (await outgoing(message, dossier, chat.office)).card;
  }

  it('stands in every choice of one, as it does on the card, and tells those of one name apart', async () => {
    await removes(1);
    await chat.open();
    for (const place of [1, 2, 3, 4]) assert.match(chat.text(), new RegExp(`Document ${place}`));
    for (const [title, label] of [
      ['Document verwijderen', 'Welk document hoort hier niet?'],
      ['Wederhoor vragen', 'Welke documenten mag de beklaagde lezen?'],
      ['Document downloaden', 'Welk document?'],
    ] as const) {
      const found = await choices(title, label);
      assert.deepEqual(
        found.map((one) => one.split(': ')[0]),
        ['Document 2', 'Document 3', 'Document 4'],
        title,
      );
    }
  });

  it('is the same for a respondent: in the request, on its buttons and in the name of the file, also after a removal', async () => {
    await shares(2, 4);
    await removes(2);
    await add('Mijn kant', 'respondent', joris);
    const card = await asked();
    assert.match(textOf(card), /Document 4: txt, 1 kB\s/);
    assert.match(textOf(card), /Document 5: txt, 1 kB, van jou/);
    assert.deepEqual(
      buttonsOf(card).filter((title) => /^Document \d/.test(title)),
      ['Document 4 downloaden', 'Document 5 downloaden'],
    );
    for (const place of [4, 5]) {
      const { fileName } = await chat.ours.documents.read(chat.number, ids[place - 1] ?? '', joris);
      assert.equal(fileName, `K-2026-0001-document-${place}.txt`);
    }
    assert.ok(!textOf(card).includes('Afbeelding'), 'the name is not for them');
  });

  it('says whose a document is by who sent it, and not by the side that it came from', async () => {
    const one = { id: ids[0] ?? assert.fail(), name: 'a.txt', kind: 'txt', size: 1, sha256: '' } as const;
    const shown = { ...one, addedOn: '2026-04-01', from: 'respondent', place: 7, own: false } as const;
    const card = statementRequestCard({
      ...{ complaint: await chat.complaint(), handler: undefined, about: 'Bellen.', formId: 'form' },
      documents: [shown],
    });
    assert.doesNotMatch(textOf(card), /van jou/);
  });

  it('stands in the log where a document was shared, and in "Inzage" beside its name', async () => {
    await shares(3);
    assert.match(textOf(await chat.open()), /Mag ook lezen: Document 3: Afbeelding\.txt/);
    await removes(1);
    const file = await offeredFile({ number: chat.number, letter: 'dossier' }, lars, chat.office);
    assert.match(await wordIn(file, 'logboek'), /Mag ook lezen: Document 3: Afbeelding\.txt/);
    const given = await offeredFile({ number: chat.number, letter: 'disclosure' }, lars, chat.office);
    const text = await wordIn(given, 'inzage');
    assert.match(text, /Document 1: een document dat wij op .* verwijderden/);
    assert.match(text, /Document 3: Afbeelding\.txt, toegevoegd op/);
  });
});
