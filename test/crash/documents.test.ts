import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CaseNumber, caseNumber } from '../../src/procedure/model/case-number.ts';
import { documentFlawsOf } from '../../src/register/integrity/documents-in-place.ts';
import { verify } from '../../src/register/integrity/verify.ts';
import { readMemo } from '../../src/register/model/memo.ts';
import { waitingDocuments } from '../../src/register/model/waiting-documents.ts';
import { documentsPath } from '../../src/store/documents-folder.ts';
import { aFolder } from '../a-folder.ts';
import { contentOf } from '../register/a-register.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';
import { anOfficeProcess, type OfficeProcess } from './an-office-process.ts';

/** Two offices work side by side on one register; each is killed and replaced so many times. */
const lanes = 2;
const roundsALane = 100;

/** How many documents one round sends to the office that dies in it, and how many milliseconds it may live on. */
const documentsARound = 4;
const moment = (): number => 120 * Math.random() ** 2;
const bytes = (): number => 1 + Math.floor(400_000 * Math.random() ** 3);

/** Each dossier gets the documents of so many rounds: it does not hold more than two hundred. */
const roundsADossier = 25;

describe('offices that are killed at random moments while they keep documents, 200 times', () => {
  const folder = aFolder();
  const file = join(folder.path, 'klachten.db');
  const confirmed: { id: string; number: string }[] = [];
  const numbers: CaseNumber[] = [];
  let killed = 0;

  const start = (): OfficeProcess =>
    anOfficeProcess((answered) => {
      if ('form' in answered) numbers.push(caseNumber(answered.number));
      if ('kept' in answered) confirmed.push({ id: answered.kept, number: answered.in });
    });

  async function opened(office: OfficeProcess): Promise<OfficeProcess> {
    await office.open({ open: { kind: 'sqlite', path: file }, sink: 1, sweepEveryMs: 3_600_000 });
    return office;
  }

  async function live(lane: number): Promise<void> {
    let living = await opened(start());
    for (let round = 0; round < roundsALane; round++) {
      const next = start();
      const number = numbers[((lane * roundsALane + round) / roundsADossier) >> 0] ?? assert.fail();
      for (let i = 0; i < documentsARound; i++) living.ask({ document: number, bytes: bytes() });
      await living.answered(Math.floor((documentsARound + 1) * Math.random()));
      await pause(moment());
      await living.kill();
      killed += 1;
      living = await opened(next);
    }
    await living.kill();
  }

  before(async function () {
    // Long enough for any machine: it ends only a test that hangs.
    this.timeout(3_600_000);
    const dossiers = (lanes * roundsALane) / roundsADossier;
    const first = await opened(start());
    for (let form = 0; form < dossiers; form++) first.ask({ form: `form ${form}` });
    await first.answered(dossiers);
    await first.kill();
    await Promise.all(Array.from({ length: lanes }, (_, lane) => live(lane)));
  });

  after(async () => {
    await closeOffices();
    folder.remove();
  });

  it('name nothing that is absent, keep what they confirmed, and nothing else once it was swept', async () => {
    assert.equal(killed, lanes * roundsALane);
    const office = anOffice({ file });
    const documents = await contentOf(office.bare);
    const { flaws } = await verify(whole());
    assert.deepEqual(flaws, []);
    for (const document of documents) assert.deepEqual(await documentFlawsOf(document, office.folder), []);
    const named = documents.flatMap((one) =>
      one.kind === 'dossier'
        ? (one.complaint.documents ?? []).map(({ id }) => ({ id: `${id}`, number: `${one.id}` }))
        : [],
    );
    assert.ok(confirmed.length > killed / 2, `only ${confirmed.length} were confirmed`);
    for (const one of confirmed)
      assert.ok(
        named.some(({ id, number }) => id === one.id && number === one.number),
        one.id,
      );
    const kept = () => readdirSync(documentsPath(file)).sort();
    const left = kept().length - named.length;
    assert.ok(left > 0, 'no office was killed while it kept a document');
    const at = Date.now() + 25 * 60 * 60_000;
    office.moveTo(new Date(at).toISOString());
    await office.sweepAt(new Date(at).toISOString());
    assert.deepEqual(kept(), named.map(({ id }) => id).sort());
    assert.deepEqual((await readMemo(office.store, waitingDocuments)).content ?? [], []);

    async function* whole() {
      yield* documents;
    }
  }).timeout(600_000);
});
