import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { consentActivity } from '../../src/tryout/activities.ts';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { type ABot, aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { textOf } from './a-card.ts';

describe('an answer to the offer of a letter that a client makes up itself', () => {
  let bot: ABot;
  const uploads: string[] = [];
  const place = createServer(async (request, response) => {
    uploads.push(`${request.method} ${request.url}`);
    await buffer(request);
    response.statusCode = request.url === '/full' ? 507 : 201;
    response.end();
  });
  before(async () => {
    await new Promise<void>((listening) => place.listen(0, '127.0.0.1', listening));
    bot = await aBot();
    await bot.register(sanne, aComplaint);
    await bot.arrives(lars, /K-2026-0001/);
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Ontvangst bevestigen');
  });
  after(async () => {
    await bot?.end();
    await new Promise((closed) => place.close(closed));
  });

  const here = (path: string) => `http://127.0.0.1:${(place.address() as AddressInfo).port}${path}`;

  /** Offers the letter, and lets the client of Lars answer that it may be put there. */
  async function accepts(uploadUrl: string, times = 1): Promise<string> {
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Brief downloaden');
    const offer = (await bot.said(lars)).findLast((said) => 'offer' in said);
    const person = tryoutPeople.find(({ name }) => name === lars);
    const id = (await bot.state()).conversations.find(({ title }) => title === lars)?.id;
    if (!offer || !person || !id) throw new Error('Nothing is offered to Lars.');
    const answer = consentActivity(
      {
        person,
        chat: { id, kind: 'personal', title: lars },
        at: '2026-11-23T09:00:00.000Z',
        serviceUrl: `${bot.url()}/tryout/connector/`,
      },
      {
        type: 'fileUpload',
        action: 'accept',
        context: { number: 'K-2026-0001', letter: 1 },
        uploadInfo: {
          uploadUrl,
          contentUrl: here('/file'),
          name: 'a.docx',
          uniqueId: '1',
          fileType: 'docx',
        },
      },
      offer.id,
    );
    for (let time = 0; time < times; time++)
      assert.equal((await bot.post('/api/messages', answer)).status, 200);
    return textOf((await bot.said(lars)).find(({ id }) => id === offer.id)?.card);
  }

  it('tells Lars what to do when the place does not take the file', async () => {
    assert.match(await accepts(here('/full')), /Het downloaden is niet gelukt/);
  });

  it('sends the letter to no other machine without encryption', async () => {
    assert.match(await accepts('http://192.0.2.1/upload'), /Het downloaden is niet gelukt/);
  });

  it('sends it once when Teams repeats the answer', async () => {
    uploads.length = 0;
    await accepts(here('/upload'), 3);
    assert.deepEqual(uploads, ['PUT /upload']);
  });
});
