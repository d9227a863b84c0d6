import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { type ABot, aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

describe('the mailbox of the try-out', () => {
  let bot: ABot;
  let room: APage;

  before(async () => {
    bot = await aBot({ SMTP_URL: '' });
    await bot.register(sanne, { ...aComplaint, 'E-mailadres': 'a.pietersen@voorbeeld.nl' });
    await bot.arrives(lars, /K-2026-0001/);
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Ontvangst bevestigen');
    room = await aPage(bot.url());
  });
  after(async () => {
    await room?.close();
    await bot?.end();
  });

  const mailbox = () => room.page.getByRole('region', { name: 'Postbus' });

  it('shows what went out by e-mail: to whom, about what, its text, and the Word letter to download', async () => {
    await mailbox().getByText('a.pietersen@voorbeeld.nl').waitFor();
    await mailbox().getByRole('heading', { name: 'Uw klacht K-2026-0001: ontvangstbevestiging' }).waitFor();
    await mailbox().getByText('Geachte mevrouw Pietersen').waitFor();
    const word = await room.downloads(mailbox().getByRole('link', { name: /\.docx$/ }));
    const text = await (await JSZip.loadAsync(word)).file('word/document.xml')?.async('string');
    assert.match(text ?? '', /Geachte mevrouw Pietersen/);
    await room.picture('mailbox', mailbox());
    assert.deepEqual(room.faults, []);
  });

  it('takes the letter as a mail server does: it counts as sent by e-mail', async () => {
    const [letter] = (await bot.delivered('K-2026-0001', 'letter')).complaint.letters;
    assert.deepEqual([letter?.manner, letter?.sentOn], ['email', '2026-11-23']);
  });

  it('still has its mail after a restart, and is not there where letters go by hand', async () => {
    const titles = async () => (await bot.state()).conversations.map(({ title }) => title);
    await bot.startAgain();
    const { conversations } = await bot.state();
    assert.equal(conversations.find(({ title }) => title === 'Postbus')?.activities.length, 1);
    await bot.startAgain({ SMTP_URL: 'none' });
    assert(!(await titles()).includes('Postbus'));
  });
});
