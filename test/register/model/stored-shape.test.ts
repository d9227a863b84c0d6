import assert from 'node:assert/strict';
import { copyFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { complaintFields } from '../../../src/register/model/complaint-check.ts';
import type { Document } from '../../../src/register/model/dossier.ts';
import { eventTypes } from '../../../src/register/model/event-check.ts';
import { messageKinds } from '../../../src/register/model/message-check.ts';
import { schema, schemaOf } from '../../../src/register/model/upcast.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { aFolder } from '../../a-folder.ts';
import golden from '../../golden/stored-shape.json' with { type: 'json' };
import { contentOf } from '../a-register.ts';
import { closeOffices } from '../an-office.ts';
import { currentShape } from '../frozen.ts';

const whatToDo = `What is stored is not as test/golden/stored-shape.json says for version ${golden.schema}; the code writes version ${schema}.
Put it back as it was, or let the registers that are there follow: see “How to change what is stored” in CONTRIBUTING.md.`;

/** Who may handle it is asked first, so nobody at the desk is left to be told that nobody may. */
const neverStored = 'unassigned';

/** Compares versions by their numbers: 0.10 comes after 0.9. */
const { compare } = new Intl.Collator('en', { numeric: true });

describe('the shape of what is stored', () => {
  afterEach(closeOffices);

  it('is that of its version', async () => {
    const current = await currentShape();
    const missing = golden.shape.filter((path) => !current.shape.includes(path));
    const added = current.shape.filter((path) => !golden.shape.includes(path));
    const changed = [...missing.map((path) => `- ${path}`), ...added.map((path) => `+ ${path}`)];
    assert.deepEqual(current, golden, [whatToDo, ...changed].join('\n'));
  });

  it('is known of every event, and of every kind of message', () => {
    const { shape, words } = golden;
    for (const type of words.eventTypes)
      assert(
        shape.some((path) => path.startsWith(`dossier.journal[](${type}).`)),
        type,
      );
    for (const kind of words.messageKinds.filter((one) => one !== neverStored))
      assert(
        shape.some((path) => path.includes(`.content(${kind}).kind:`)),
        kind,
      );
  });

  it('is known of every field of a complaint', () => {
    const known = new Set(golden.shape.map((path) => /^dossier\.complaint\.(\w+)/.exec(path)?.[1]));
    const missing = complaintFields.filter((field) => !known.has(field));
    assert.deepEqual(missing, [], 'no course of test/register/frozen.ts has them: let one play them');
  });

  const newest = globSync('test/fixtures/register-*.db').sort(compare).at(-1) ?? assert.fail('there is none');

  async function frozen(): Promise<Document[]> {
    const folder = aFolder();
    const file = join(folder.path, 'klachten.db');
    copyFileSync(newest, file);
    const store = sqliteStore(file);
    const documents = await contentOf(store);
    await store.close();
    folder.remove();
    return documents;
  }

  it('has every event and every kind of message in the newest frozen register', async () => {
    const documents = await frozen();
    const held = new Set<string>(
      documents.flatMap((one) => [
        ...(one.kind === 'dossier' ? one.journal.map(({ type }) => type) : []),
        ...('outbox' in one ? one.outbox.map(({ content }) => content.kind) : []),
      ]),
    );
    const missing = [...eventTypes, ...messageKinds].filter((one) => one !== neverStored && !held.has(one));
    assert.deepEqual(missing, [], `${newest} lacks them: let test/register/every-life.ts play them`);
  });

  it('is that of the newest frozen register', async () => {
    const documents = await frozen();
    const versions = new Set(
      documents.flatMap((one) => [one, ...(one.kind === 'dossier' ? one.journal : [])].map(schemaOf)),
    );
    assert.deepEqual([...versions], [schema], `${newest} is of another version: ${whatToDo}`);
  });
});
