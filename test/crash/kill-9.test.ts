import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { caseNumber } from '../../src/procedure/model/case-number.ts';
import { verify } from '../../src/register/integrity/verify.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { aRegisterFile } from './a-register-file.ts';
import { aSink } from './a-sink.ts';
import { anOfficeProcess, type OfficeProcess } from './an-office-process.ts';

/** Two offices work side by side on one register; each is killed and replaced so many times. */
const lanes = ['one', 'other'];
const roundsALane = 100;
const rounds = lanes.length * roundsALane;

/** The forms that one round sends to the office that dies in it. */
const formsARound = 3;

/** How many answers an office gives before it is killed, and how many milliseconds it lives on after the last one. */
const answers = (): number => Math.floor((formsARound + 1) * Math.random());
const moment = (): number => 150 * Math.random() ** 2;

describe('offices that are killed at random moments, 200 times', () => {
  const confirmed = new Map<string, string>();
  const noted = new Map<string, number>();
  const asked: string[] = [];
  const killed = new Set<number>();
  let dossiers: Dossier[];
  let file: ReturnType<typeof aRegisterFile>;
  let sink: Awaited<ReturnType<typeof aSink>>;

  const start = (): OfficeProcess =>
    anOfficeProcess((answered) => {
      if ('noted' in answered) noted.set(answered.noted, (noted.get(answered.noted) ?? 0) + 1);
      if (!('form' in answered)) return;
      const { form, number } = answered;
      assert.equal(confirmed.get(form) ?? number, number, 'a form has one number');
      confirmed.set(form, number);
    });

  const opened = async (office: OfficeProcess): Promise<OfficeProcess> => {
    await office.open({ open: file.place, sink: sink.port, sweepEveryMs: 500 });
    return office;
  };

  /** Every second form without an answer, which is sent again as Teams does. */
  const repeated = (): string[] => asked.filter((form, i) => i % 2 === 0 && !confirmed.has(form)).slice(-2);

  function giveWork(office: OfficeProcess, round: string): void {
    for (const form of repeated()) office.ask({ form });
    for (let i = 0; i < formsARound; i++) {
      const form = `form-${round}-${i}`;
      asked.push(form);
      office.ask({ form });
    }
    const [number] = [...confirmed.values()].slice(-1);
    if (number) office.ask({ note: caseNumber(number) });
  }

  /** Returns the office that was not killed. */
  async function live(lane: string): Promise<OfficeProcess> {
    let living = await opened(start());
    for (let round = 0; round < roundsALane; round++) {
      const next = start();
      giveWork(living, `${lane}-${round}`);
      await living.answered(answers());
      await pause(moment());
      killed.add(living.pid);
      await living.kill();
      living = await opened(next);
    }
    return living;
  }

  before(async function () {
    // Long enough for any machine: it ends only a test that hangs.
    this.timeout(3_600_000);
    file = aRegisterFile();
    sink = await aSink();
    const last = await Promise.all(lanes.map(live));
    dossiers = await file.whenQuiet();
    await Promise.all(last.map((office) => office.kill()));
    await sink.close();
  });

  after(() => file?.remove());

  const arrivalsOf = (id: string) => sink.arrivals.filter((arrival) => arrival.id === id);

  it('has every registration that was confirmed, under the number that was confirmed', () => {
    assert.equal(killed.size, rounds);
    assert.ok(confirmed.size > rounds / 2, `only ${confirmed.size} were confirmed`);
    for (const [form, number] of confirmed) {
      const dossier = dossiers.find(({ id }) => id === number);
      assert.ok(
        dossier?.forms.some((one) => one.includes(`/${form}/`)),
        `${form} as ${number}`,
      );
    }
  });

  it('has every note that was confirmed', () => {
    for (const [number, count] of noted) {
      const notes = dossiers
        .find(({ id }) => id === number)
        ?.journal.filter(({ type }) => type === 'note-added');
      assert.ok((notes?.length ?? 0) >= count, number);
    }
  });

  it('passed every one of them on', () => {
    for (const { id, outbox } of dossiers) {
      const [message, ...more] = outbox.filter(({ content }) => content.kind === 'case');
      assert.ok(message && more.length === 0, id);
      assert.equal(message.status, 'sent', id);
      assert.ok(arrivalsOf(message.id).length > 0, id);
    }
  });

  it('sent nothing twice but what was sent and not yet written down when it was killed', () => {
    let twice = 0;
    for (const id of new Set(sink.arrivals.map((arrival) => arrival.id))) {
      const senders = arrivalsOf(id).map(({ pid }) => pid);
      assert.equal(new Set(senders).size, senders.length, `${id} was sent twice by one process`);
      for (const pid of senders.slice(0, -1))
        assert.ok(killed.has(pid), `${id} was sent by one that lived on`);
      twice += senders.length - 1;
    }
    console.log(
      `      ${rounds} kills, ${confirmed.size} confirmed, ${dossiers.length} registered, ${twice} messages sent twice`,
    );
  });

  it('gave out each number once, and left none out but those claimed by who was then killed', async () => {
    const numbers = dossiers.map(({ id }) => Number(id.slice(-4)));
    const last = await file.lastNumber();
    const lost = Array.from({ length: last }, (_, i) => i + 1).filter((number) => !numbers.includes(number));
    assert.equal(new Set(numbers).size, numbers.length);
    assert.ok(Math.max(...numbers) <= last);
    assert.ok(lost.length <= asked.length - confirmed.size, `${lost.length} numbers were lost`);
    const told = new Set([...confirmed.values()].map((id) => Number(id.slice(-4))));
    for (const number of lost) assert.ok(!told.has(number), `${number}`);
  });

  it('kept every journal whole', async () => {
    const { flaws, dossiers: seen } = await verify(file.documents());
    assert.deepEqual(flaws, []);
    assert.equal(seen, dossiers.length);
  });
});
