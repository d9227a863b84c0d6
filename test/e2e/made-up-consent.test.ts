import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { consentActivity } from '../../src/tryout/activities.ts';
import type { Chat } from '../../src/tryout/directory.ts';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { type ABot, aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { textOf } from './a-card.ts';

describe('an answer to the offer of a letter that a client makes up itself', () => {
  let bot: ABot;
  const uploads: string[] = [];
  const place = createServer(async (request, response) => {
    uploads.push(`${request.method} ${request.url}`);
    await buffer(request);
    response.statusCode = { '/full': 507, '/expired': 404 }[request.url ?? ''] ?? 201;
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

  /** Offers the letter, and lets the client of Lars answer that it may be put there; answers with what stands there then. */
  async function accepts(
    uploadUrl: string,
    {
      times = 1,
      kind = 'personal',
      replyToId,
      context = { number: 'K-2026-0001', letter: 1 },
    }: { context?: unknown; times?: number; kind?: Chat['kind']; replyToId?: string } = {},
  ): Promise<string> {
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Brief downloaden');
    const offer = (await bot.said(lars)).findLast((said) => 'offer' in said);
    const person = tryoutPeople.find(({ name }) => name === lars);
    const id = (await bot.state()).conversations.find(({ title }) => title === lars)?.id;
    if (!offer || !person || !id) throw new Error('Nothing is offered to Lars.');
    const answer = consentActivity(
      {
        person,
        chat: { id, kind, title: lars },
        at: '2026-11-23T09:00:00.000Z',
        serviceUrl: `${bot.url()}/tryout/connector/`,
      },
      {
        type: 'fileUpload',
        action: 'accept',
        context,
        uploadInfo: {
          uploadUrl,
          contentUrl: here('/file'),
          name: 'a.docx',
          uniqueId: '1',
          fileType: 'docx',
        },
      },
      replyToId ?? offer.id,
    );
    for (let time = 0; time < times; time++)
      assert.equal((await bot.post('/api/messages', answer)).status, 200);
    return textOf((await bot.said(lars)).find(({ id }) => id === offer.id)?.card);
  }

  it('tells Lars what to do when the place does not take the file', async () => {
    assert.match(await accepts(here('/full')), /Het downloaden is niet gelukt/);
  });

  it('says that the offer was too old when its place is gone', async () => {
    assert.match(await accepts(here('/expired')), /het aanbod was verlopen.*“Brief downloaden”/);
  });

  it('is taken from Lars though Sanne answered his offer before him, and answered a hundred others since', async () => {
    const before = uploads.length;
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Brief downloaden');
    const offer = (await bot.said(lars)).findLast((said) => 'offer' in said)?.id ?? assert.fail();
    const answers = async (name: string, replyToId: string) => {
      const person = tryoutPeople.find((one) => one.name === name) ?? assert.fail();
      const id = (await bot.state()).conversations.find(({ title }) => title === name)?.id ?? assert.fail();
      const uploadInfo = {
        uploadUrl: here('/upload'),
        contentUrl: here('/file'),
        name: 'a.docx',
        uniqueId: '1',
        fileType: 'docx',
      };
      const value = {
        type: 'fileUpload',
        action: 'accept',
        context: { number: 'K-2026-0001', letter: 1 },
        uploadInfo,
      };
      const origin = {
        person,
        chat: { id, kind: 'personal', title: name } as const,
        at: '2026-11-23T09:00:00.000Z',
        serviceUrl: `${bot.url()}/tryout/connector/`,
      };
      assert.equal((await bot.post('/api/messages', consentActivity(origin, value, replyToId))).status, 200);
    };
    await answers(sanne, offer);
    assert.equal(uploads.length, before);
    await answers(lars, offer);
    assert.equal(uploads.length, before + 1);
    for (let other = 0; other < 250; other++) await answers(sanne, `other-${other}`);
    await answers(lars, offer);
    assert.equal(uploads.length, before + 1);
  });

  const lines = { step: 'answer', text: 'Regel\n'.repeat(450) };
  for (const [what, context] of Object.entries({
    'of nothing': null,
    'of no letter': { number: 'K-2026-0001', letter: 'x' },
    'of a letter that there is not': { number: 'K-2026-0001', letter: 99 },
    'of another complaint': { number: 'K-2026-0099', letter: 1 },
    'of a draft with too many lines': { number: 'K-2026-0001', letter: 'draft', draft: lines },
    'of no year': { year: 'x' },
  }))
    it(`is never left without an answer: ${what}`, async () => {
      const before = uploads.length;
      assert.match(await accepts(here('/upload'), { context }), /Bestand niet gedownload/);
      assert.equal(uploads.length, before);
    });

  it('is told where nothing can take the place of the offer', async () => {
    await accepts(here('/full'), { replyToId: 'gone-too' });
    await bot.arrives(lars, /Het downloaden is niet gelukt/);
    assert.match(textOf((await bot.cards(lars)).at(-1)), /Het downloaden is niet gelukt/);
  });

  it('leaves the file and says nothing else when the offer was taken away already', async () => {
    const before = (await bot.said(lars)).length;
    await accepts(here('/upload'), { replyToId: 'gone' });
    const after = (await bot.said(lars)).slice(before);
    assert.ok(after.some((said) => 'file' in said));
    assert.doesNotMatch(JSON.stringify(after), /niet gelukt|niet gedownload/);
  });

  it('gives no file in a channel', async () => {
    uploads.length = 0;
    await accepts(here('/upload'), { kind: 'channel' });
    assert.deepEqual(uploads, []);
  });

  it('sends the letter to no other machine without encryption', async () => {
    assert.match(await accepts('http://192.0.2.1/upload'), /Het downloaden is niet gelukt/);
  });

  it('sends it once when Teams repeats the answer', async () => {
    uploads.length = 0;
    await accepts(here('/upload'), { times: 3 });
    assert.deepEqual(uploads, ['PUT /upload']);
  });
});
