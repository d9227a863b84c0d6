import assert from 'node:assert/strict';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import type { Delivery } from '../../src/register/model/delivery.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { asInWord, wordText } from '../letters/word-text.ts';
import { desk, lars } from '../procedure/people.ts';
import { mailing, mailOffice, postForEach } from './mail-office.ts';
import { mailServer } from './mail-server.ts';

/** Returns the state of the letter and of its message. */
const state = (dossier: Dossier) => {
  const { complaint } = dossier;
  const { sentOn, manner } = complaint.letters.at(-1) ?? assert.fail('there is no letter');
  return { stage: complaint.stage, sentOn, manner, message: mailing(dossier).status };
};

describe('a letter by e-mail', () => {
  const post = postForEach();

  it('reaches the complainant with the text to the letter, also as a Word file', async () => {
    const text = 'Geachte mevrouw Van Dam,\n\nWij hebben uw klacht ontvangen. Vriendelijke groet 😀\n';
    await post.office.acknowledge(text);
    await post.office.deliver();
    const [arrived, ...more] = post.server.arrived;
    const { mail, recipients } = arrived ?? assert.fail('nothing arrived');
    assert.deepEqual(more, []);
    assert.deepEqual(recipients, ['vandam@example.nl']);
    assert.equal(mail.from?.text, '"Ballance" <klachten@ballance.example>');
    assert.equal(mail.subject, 'Uw klacht K-2026-0001: ontvangstbevestiging');
    assert.equal(mail.text, text);
    assert.equal((await post.office.seen()).complaint.letters[0]?.text, text);
    const [word] = mail.attachments;
    assert.equal(word?.filename, 'K-2026-0001-ontvangstbevestiging.docx');
    assert.equal(wordText(word?.content ?? Buffer.of()), asInWord(text));
  });

  it('counts as sent on the day the mail server accepts it, and only then moves the complaint on', async () => {
    const queued = await post.office.acknowledge();
    assert.deepEqual(state(queued), {
      stage: 'registered',
      sentOn: undefined,
      manner: 'email',
      message: 'queued',
    });
    post.office.moveTo('2026-04-02T09:00');
    await post.office.deliver();
    const seen = await post.office.seen();
    assert.deepEqual(state(seen), {
      stage: 'acknowledged',
      sentOn: '2026-04-02',
      manner: 'email',
      message: 'sent',
    });
    assert.equal(seen.journal.at(-1)?.type, 'letter-sent');
    const mail = mailing(seen);
    assert.equal(mail.activityId, post.server.arrived[0]?.mail.messageId);
  });

  it('tells the respondents the position, once the answer is out', async () => {
    await post.office.acknowledge();
    await post.office.deliver();
    await post.office.step({
      type: 'answer',
      position: 'Wij hadden moeten bellen.',
      judgement: 'founded',
      proposal: 'Een vast nummer.',
      measures: [],
      notHeardBecause: 'Iedereen was met vakantie.',
      letter: { text: 'Ons antwoord', manner: 'email', sentOn: '2026-04-01' },
    });
    await post.office.deliver();
    await post.office.deliver();
    assert.equal(post.server.arrived.at(-1)?.mail.subject, 'Uw klacht K-2026-0001: antwoord');
    assert.equal(post.office.told.at(-1)?.content.kind, 'position');
    assert.equal((await post.office.seen()).complaint.stage, 'answered');
  });

  it('waits while the mail server is down: nothing counts as sent, and the deadline runs on', async () => {
    await post.server.down();
    await post.office.acknowledge();
    await post.office.deliver();
    const seen = await post.office.seen();
    assert.deepEqual(state(seen), {
      stage: 'registered',
      sentOn: undefined,
      manner: 'email',
      message: 'queued',
    });
    const running = runningDeadlines(seen.complaint, post.office.calendar, desk).map(({ kind }) => kind);
    assert.deepEqual(running, ['acknowledge', 'answer']);
    const letter = mailing(seen);
    assert.match(letter.attempts[0]?.fault ?? '', /^ECONNECTION|^ESOCKET|^ECONNREFUSED/);

    await post.server.up();
    post.office.moveTo('2026-04-02T10:00');
    await post.office.deliver();
    await post.office.deliver();
    assert.equal(post.server.arrived.length, 1);
    assert.equal((await post.office.seen()).complaint.letters[0]?.sentOn, '2026-04-02');
  });

  it('waits while the mail server is busy, or does not take our sender', async () => {
    await post.office.acknowledge();
    post.server.refusals.recipient = { code: 451, text: 'try again later' };
    await post.office.deliver();
    assert.equal(state(await post.office.seen()).message, 'queued');
    post.server.refusals.recipient = undefined;
    post.server.refusals.sender = { code: 550, text: 'who are you' };
    post.office.moveTo('2026-04-01T11:00');
    await post.office.deliver();
    assert.equal(state(await post.office.seen()).message, 'queued');
    post.server.refusals.sender = undefined;
    post.office.moveTo('2026-04-01T12:00');
    await post.office.deliver();
    assert.equal(state(await post.office.seen()).message, 'sent');
  });

  for (const refused of ['recipient', 'text'] as const) {
    it(`is given up when its ${refused} is refused for good; the handler is told, and sends it by hand`, async () => {
      post.server.refusals[refused] = { code: 550, text: 'no such user vandam@example.nl' };
      await post.office.acknowledge();
      await post.office.deliver();
      await post.office.deliver();
      const seen = await post.office.seen();
      assert.equal(state(seen).message, 'gave-up');
      assert.equal(state(seen).sentOn, undefined);
      const last = post.office.told.at(-1);
      assert.deepEqual([last?.to, last?.content.kind], [{ kind: 'person', id: lars.id }, 'undelivered']);
      const fault = mailing(seen)?.attempts.at(-1)?.fault;
      assert.match(fault ?? '', /^550 /);
      assert.doesNotMatch(JSON.stringify([fault, post.office.log.lines]), /vandam|@/);

      await post.office.step({ type: 'send-by-hand', letter: 1, manner: 'post', sentOn: '2026-04-01' });
      assert.deepEqual(state(await post.office.seen()), {
        stage: 'acknowledged',
        sentOn: '2026-04-01',
        manner: 'post',
        message: 'gave-up',
      });
    });
  }

  it('of which the sending was broken off is not sent again by itself, and the handler is asked', async () => {
    await post.office.acknowledge();
    const crashing: Delivery = {
      async deliver(message, dossier) {
        await post.office.mail.deliver(message, dossier);
        throw new Error('the machine stopped before it was written down');
      },
    };
    await post.office.deliver(crashing);
    for (const time of ['2026-04-01T12:00', '2026-04-02T12:00']) {
      post.office.moveTo(time);
      await post.office.deliver();
    }
    assert.equal(post.server.arrived.length, 1);
    assert.deepEqual(state(await post.office.seen()).message, 'uncertain');
    assert.deepEqual(post.office.told.map(({ to, content }) => [to, content.kind]).at(-1), [
      { kind: 'person', id: lars.id },
      'undelivered',
    ]);
  });

  for (const manner of ['email', 'again'] as const) {
    it(`that may have arrived ${manner === 'again' ? 'goes out once more' : 'counts as sent'} when its handler says so`, async () => {
      await post.office.acknowledge();
      post.server.breaksOff.afterText = true;
      await post.office.deliver();
      post.server.breaksOff.afterText = false;
      await post.office.step({ type: 'send-by-hand', letter: 1, manner, sentOn: '2026-04-01' });
      post.office.moveTo('2026-04-01T12:00');
      await post.office.deliver();
      await post.office.deliver();
      const { complaint, outbox } = await post.office.seen();
      assert.equal(post.server.arrived.length, manner === 'again' ? 2 : 1);
      assert.deepEqual([complaint.letters.length, complaint.letters[0]?.sentOn], [1, '2026-04-01']);
      assert.equal(complaint.stage, 'acknowledged');
      const mails = outbox.filter(({ to }) => to.kind === 'mail').map(({ status }) => status);
      assert.deepEqual(mails, manner === 'again' ? ['uncertain', 'sent'] : ['uncertain']);
    });
  }

  it('that the server took whole without an answer may have arrived, and is not sent again by itself', async () => {
    await post.office.acknowledge();
    post.server.breaksOff.afterText = true;
    await post.office.deliver();
    post.server.breaksOff.afterText = false;
    post.office.moveTo('2026-04-01T12:00');
    await post.office.deliver();
    assert.equal(post.server.arrived.length, 1);
    assert.equal(state(await post.office.seen()).message, 'uncertain');
  });

  it('that the server broke off before it had the text is sent again', async () => {
    await post.office.acknowledge();
    post.server.breaksOff.atRecipient = true;
    await post.office.deliver();
    post.server.breaksOff.atRecipient = false;
    post.office.moveTo('2026-04-01T12:00');
    await post.office.deliver();
    assert.equal(post.server.arrived.length, 1);
    assert.equal(state(await post.office.seen()).message, 'sent');
  });

  it('is no longer sent once the handler has sent it by hand', async () => {
    await post.server.down();
    await post.office.acknowledge();
    await post.office.deliver();
    await post.office.step({ type: 'send-by-hand', letter: 1, manner: 'handed', sentOn: '2026-04-01' });
    await post.server.up();
    post.office.moveTo('2026-04-01T12:00');
    await post.office.deliver();
    assert.deepEqual(post.server.arrived, []);
    assert.equal(state(await post.office.seen()).message, 'withheld');
  });
});

describe('a mail server that asks for a password', () => {
  it('gets it, and with a wrong one the letter waits until it is put right', async () => {
    const server = mailServer({ password: 'geheim' });
    await server.up();
    const wrong = await mailOffice(server.url('bot:fout'));
    await wrong.acknowledge();
    await wrong.deliver();
    assert.equal(state(await wrong.seen()).message, 'queued');
    assert.doesNotMatch(JSON.stringify([await wrong.seen(), wrong.log.lines]), /fout|geheim/);
    const right = await mailOffice(server.url('bot:geheim'));
    await right.acknowledge();
    await right.deliver();
    assert.equal(state(await right.seen()).message, 'sent');
    await wrong.close();
    await right.close();
    await server.down();
  });
});

describe('without a mail server (any more)', () => {
  it('the handler is told to send by hand what was waiting', async () => {
    const office = await mailOffice(undefined);
    await office.acknowledge();
    await office.deliver();
    await office.deliver();
    assert.equal(state(await office.seen()).message, 'gave-up');
    assert.equal(office.told.at(-1)?.content.kind, 'undelivered');
    await office.close();
  });
});
