import assert from 'node:assert/strict';
import { mailOffice } from './mail-office.ts';
import { mailServer } from './mail-server.ts';

describe('whatever is in a letter or a name', () => {
  let server: ReturnType<typeof mailServer>;
  before(() => {
    server = mailServer();
    return server.up();
  });
  after(() => server.down());

  const hostile = [
    '.\n..\nQUIT\n.\n',
    `${'woord '.repeat(400)}\neinde  \n  ingesprongen\t`,
    'From here\n-- \n=3D =\n{{x}} <b>&amp;</b>',
    'שלום \u202Eمرحبا 👩‍👩‍👧 é e\u0301',
  ];

  for (const text of hostile) {
    it(`arrives as it was written: ${JSON.stringify(text.slice(0, 30))}`, async () => {
      const office = await mailOffice(server.url());
      await office.acknowledge(text);
      await office.deliver();
      assert.equal(server.arrived.at(-1)?.mail.text, text);
      await office.close();
    });
  }

  it('a name adds no recipient and no header', async () => {
    const name = 'Jan, <evil@example.nl>\r\nBcc: other@example.nl';
    const office = await mailOffice(server.url(), { name, email: 'jan@example.nl' });
    await office.acknowledge();
    await office.deliver();
    const { mail, recipients } = server.arrived.at(-1) ?? assert.fail();
    assert.deepEqual(recipients, ['jan@example.nl']);
    assert.equal(mail.headers.has('bcc'), false);
    await office.close();
  });
});
