import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { verify } from '../../src/register/integrity/verify.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { aRegisterFile } from './a-register-file.ts';
import { aRegisterInCosmos } from './a-register-in-cosmos.ts';
import type { SharedRegister } from './a-shared-register.ts';
import { aSink } from './a-sink.ts';
import { anOfficeProcess, type OfficeProcess } from './an-office-process.ts';

const offices = 4;
const forms = 100;

/** Forms that are pressed at the same moment. */
const wave = 20;

/** Milliseconds after which a test counts as hanging, however slow the machine is. */
const longest = 1_800_000;

/** Where the register may be. */
const registers: Record<string, () => SharedRegister | Promise<SharedRegister>> = {
  SQLite: aRegisterFile,
  'Cosmos DB': aRegisterInCosmos,
};

/** A Tuesday: a complaint of the Wednesday before must be acknowledged tomorrow, so a reminder is due at once. */
const clock = '2026-04-07T09:00';

for (const [name, aRegister] of Object.entries(registers)) fourOffices(name, aRegister);

function fourOffices(name: string, aRegister: () => SharedRegister | Promise<SharedRegister>): void {
  describe(`four offices that work on one register in ${name} at the same time`, () => {
    /** The numbers that each form was answered with. */
    const numbers = new Map<string, string[]>();
    let shared: SharedRegister;
    let sink: Awaited<ReturnType<typeof aSink>>;
    let open: OfficeProcess[];
    let dossiers: Dossier[];

    before(async function () {
      this.timeout(longest);
      shared = await aRegister();
      sink = await aSink();
      open = Array.from({ length: offices }, () =>
        anOfficeProcess((answered) => {
          if ('form' in answered)
            numbers.set(answered.form, [...(numbers.get(answered.form) ?? []), answered.number]);
        }),
      );
      await Promise.all(
        open.map((office) => office.open({ open: shared.place, sink: sink.port, clock, sweepEveryMs: 300 })),
      );
      const asked = open.map(() => 0);
      for (let form = 0; form < forms; form++) {
        // Every fifth form comes in at all of them at once.
        open.forEach((office, i) => {
          if (form % offices !== i && form % 5 !== 0) return;
          office.ask({ form: `${form}` });
          asked[i] = (asked[i] ?? 0) + 1;
        });
        if (form % wave === wave - 1)
          await Promise.all(open.map((office, i) => office.answered(asked[i] ?? 0)));
      }
      dossiers = await shared.whenQuiet(2);
      // Each sweeps a few times more.
      await pause(1_000);
    });

    after(async () => {
      await Promise.all(open.map((office) => office.kill()));
      await sink.close();
      await shared.remove();
    });

    it('give a form one number, also when it comes in at all of them at once', () => {
      assert.equal(numbers.size, forms);
      for (const [form, given] of numbers) assert.equal(new Set(given).size, 1, form);
      assert.equal(new Set([...numbers.values()].flat()).size, forms);
    });

    it('leave no gap in the numbers', () => {
      assert.deepEqual(
        dossiers.map(({ id }) => id),
        Array.from({ length: forms }, (_, i) => `K-2026-${String(i + 1).padStart(4, '0')}`),
      );
    });

    it('pass each complaint on once and remind of each deadline once', () => {
      const expected = dossiers.flatMap(({ outbox }) => outbox.map(({ id }) => id)).sort();
      assert.deepEqual(sink.arrivals.map(({ id }) => id).sort(), expected);
      for (const { id, outbox } of dossiers) {
        const kinds = outbox.map(({ content }) => content.kind).sort();
        assert.deepEqual(kinds, ['case', 'receipt', 'reminder'], id);
      }
    });

    it('keep every journal whole', async () => {
      assert.deepEqual((await verify(shared.documents())).flaws, []);
    });
  });
}
