import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Message } from '../../src/register/model/message.ts';
import { mailServer } from '../mail/mail-server.ts';
import { aRegisterFile } from './a-register-file.ts';
import { aSink } from './a-sink.ts';
import { anOfficeProcess, type OfficeProcess } from './an-office-process.ts';

/** In every second round the office dies right after the mail server accepted the letter; in the others at a random moment. */
const rounds = 12;

describe('offices that are killed while they send letters', () => {
  const server = mailServer();
  let file: ReturnType<typeof aRegisterFile>;
  let sink: Awaited<ReturnType<typeof aSink>>;
  let last: OfficeProcess;
  let dossiers: Dossier[];

  const letterOf = ({ outbox }: Dossier): Message | undefined => outbox.find(({ to }) => to.kind === 'mail');

  before(async function () {
    this.timeout(600_000);
    await server.up();
    file = aRegisterFile();
    sink = await aSink();
    const opened = async (): Promise<OfficeProcess> => {
      const office = anOfficeProcess(() => {});
      await office.open({ open: file.place, sink: sink.port, sweepEveryMs: 300, smtp: server.url() });
      return office;
    };
    for (let round = 0; round < rounds; round++) {
      const office = await opened();
      office.ask({ form: `${round}` });
      await office.answered(1);
      const number = (await file.dossiers()).at(-1)?.id ?? assert.fail();
      const atTheText = round % 2 === 0;
      server.answers.afterText = !atTheText;
      const before = server.arrived.length;
      office.ask({ letter: number });
      if (atTheText) while (server.arrived.length === before) await pause(1);
      else await office.answered(2).then(() => pause(60 * Math.random()));
      await office.kill();
      server.answers.afterText = true;
    }
    last = await opened();
    dossiers = await file.whenQuiet();
  });

  after(async () => {
    await last.kill();
    await sink.close();
    await file.remove();
    await server.down();
  });

  it('send no letter twice', () => {
    const ids = server.arrived.map(({ mail }) => mail.messageId);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('lose none unseen: it arrived, or the handler is asked', () => {
    assert.equal(dossiers.length, rounds);
    for (const dossier of dossiers) {
      const letter = letterOf(dossier);
      assert.ok(letter, dossier.id);
      assert.ok(['sent', 'uncertain'].includes(letter.status), letter.status);
      const isAsked = dossier.outbox.some(
        ({ content }) => content.kind === 'undelivered' && content.message === letter.id,
      );
      assert.equal(isAsked, letter.status === 'uncertain', dossier.id);
      const counts = dossier.complaint.letters.some(({ sentOn }) => sentOn);
      assert.equal(counts, letter.status === 'sent', dossier.id);
    }
  });

  it('know nothing of those that the mail server took right before', () => {
    const uncertain = dossiers.filter((dossier) => letterOf(dossier)?.status === 'uncertain');
    assert.ok(uncertain.length >= rounds / 2, `${uncertain.length}`);
  });
});
