import assert from 'node:assert/strict';
import { websiteIntake } from '../../src/register/website-intake.ts';
import { mailing, postForEach } from './mail-office.ts';

const number = 'K-2026-0002';

/** Art. 5: "Ontvangst ervan wordt zo spoedig mogelijk [...] aan de klager schriftelijk bevestigd." */
describe('what came by the website, at a real mail server', () => {
  const post = postForEach();
  const written = {
    naam: 'Jan, <evil@example.nl>\r\nBcc: other@example.nl',
    email: 'jan@example.nl',
    inhoud: '<b>vet</b> {{x}} **nee**\n.\nQUIT\n שלום مرحبا 👩‍👩‍👧 é',
  };
  const arrives = async (filled = written) => {
    const taken = await websiteIntake(post.office)(filled, 'key');
    assert.deepEqual(taken, { outcome: 'registered', number, acknowledged: true });
    await post.office.deliver(undefined, number);
    return post.office.dossier(number);
  };

  it('is confirmed at once, to the letter, with the number and where an answer goes', async () => {
    const { complaint } = await arrives();
    const { mail, recipients } = post.server.arrived.at(-1) ?? assert.fail();
    assert.deepEqual(recipients, ['jan@example.nl']);
    assert.equal(mail.headers.has('bcc'), false);
    assert.equal(mail.html, false);
    assert.equal(mail.text, complaint.letters[0]?.text);
    for (const line of written.inhoud.split('\n')) assert(mail.text?.includes(line.trim()), line);
    assert.match(mail.subject ?? '', /K-2026-0002/);
    assert.equal(mail.replyTo?.value[0]?.address, post.office.organisation.email);
    assert.match(mail.replyTo?.text ?? '', /K-2026-0002/);
    assert.equal(complaint.stage, 'acknowledged');
  });

  it('waits for the mail server, and is confirmed when that is there again', async () => {
    await post.server.down();
    assert.equal((await arrives()).complaint.stage, 'registered');
    await post.server.up();
    post.office.moveTo('2026-04-01T10:05');
    await post.office.deliver(undefined, number);
    assert.equal((await post.office.dossier(number)).complaint.stage, 'acknowledged');
  });

  it('is left to its handler where the mail server refuses the address', async () => {
    post.server.refusals.recipient = { code: 550, text: 'no such user' };
    const dossier = await arrives();
    assert.equal(mailing(dossier).status, 'gave-up');
    assert.equal(dossier.complaint.stage, 'registered');
    assert(dossier.outbox.some(({ content }) => content.kind === 'undelivered'));
  });
});
