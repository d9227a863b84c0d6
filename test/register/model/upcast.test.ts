import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentsIn, exported } from '../../../src/register/export.ts';
import { broughtUpToDate } from '../../../src/register/integrity/at-start.ts';
import { verify } from '../../../src/register/integrity/verify.ts';
import type { Document } from '../../../src/register/model/dossier.ts';
import { addNote, registration } from '../../procedure/asked.ts';
import { fatima, lars, sanne } from '../../procedure/people.ts';
import { anOffice, closeOffices } from '../an-office.ts';

const fixture = (version: string): URL => new URL(`../../fixtures/register-${version}.db`, import.meta.url);

/** An office on a copy of the register that a release has written, some weeks later. */
function anOfficeOn(version: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'register-')), 'klachten.db');
  copyFileSync(fixture(version), file);
  return anOffice({ file, now: '2026-05-11T10:00' });
}

async function* documentsOf(store: { all(): AsyncIterable<{ document: Document }> }) {
  for await (const { document } of store.all()) yield document;
}

describe('a register that an earlier version has written', () => {
  afterEach(closeOffices);

  for (const version of ['0.2.0', '0.3.0', '0.4.0', '0.5.0', '0.6.0']) {
    describe(version, () => {
      it('verifies clean', async () => {
        const { flaws, dossiers } = await verify(documentsOf(anOfficeOn(version).bare));
        assert.deepEqual(flaws, []);
        assert.equal(dossiers, 6);
      });

      it('is listed, each to whom it is', async () => {
        const office = anOfficeOn(version);
        assert.equal((await office.registeredBy(sanne)).length, version < '0.4' ? 6 : 5);
        const cases = await office.casesOf(fatima);
        assert.ok(cases.some(({ id }) => id === 'K-2026-0004'));
      });

      it('counts in the figures of its year, with every judgement', async () => {
        const figures = await anOfficeOn(version).figures('2026', fatima);
        const judgements = figures.map(({ judgement }) => judgement).filter((one) => one !== undefined);
        assert.deepEqual(judgements.sort(), ['founded', 'partly-founded', 'unfounded']);
      });

      it('goes on: a note, and the next number', async () => {
        const office = anOfficeOn(version);
        const noted = await office.execute({ ...addNote(), number: 'K-2026-0006', by: lars });
        assert.equal(noted.journal.at(-1)?.type, 'note-added');
        const next = await office.file({ ...registration, receivedOn: '2026-05-11' }, 'later', sanne);
        assert.equal(next.id, 'K-2026-0007');
        assert.deepEqual((await verify(documentsOf(office.bare))).flaws, []);
      });

      it('is exported, and read back as it was', async () => {
        const documents: Document[] = [];
        for await (const document of documentsOf(anOfficeOn(version).store)) documents.push(document);
        const each = async function* <T>(items: readonly T[]) {
          yield* items;
        };
        const lines: string[] = [];
        for await (const line of exported(each(documents), '2026-05-11T08:00:00.000Z')) lines.push(line);
        const back: Document[] = [];
        for await (const document of documentsIn(each(lines))) back.push(document);
        assert.deepEqual(back, documents);
      });

      it('is erased when its years are over, and what counts stays', async () => {
        const office = anOfficeOn(version);
        await broughtUpToDate(office);
        await office.sweepAt('2026-05-11T10:00');
        await office.sweepAt('2031-04-02T09:30');
        await office.sweepAt('2031-05-12T09:30');
        const agreed = await office.dossier('K-2026-0002');
        assert.equal(agreed?.complaint.erased?.because, 'retention');
        assert.equal(agreed?.complaint.judgement, 'unfounded');
        assert.ok(!JSON.stringify(agreed).includes('Yılmaz'));
        assert.deepEqual((await verify(documentsOf(office.bare))).flaws, []);
      });
    });
  }
});
