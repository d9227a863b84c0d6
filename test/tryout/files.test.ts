import assert from 'node:assert/strict';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { statusAt } from '../status-at.ts';
import { type TryoutServer, tryoutServer } from './tryout-server.ts';

const [sanne, lars] = tryoutPeople;
const letter = new TextEncoder().encode('Geachte mevrouw Pietersen');
const wholeLetter = { 'Content-Range': `bytes 0-${letter.length - 1}/${letter.length}` };

describe('files in the try-out', () => {
  let teams: TryoutServer;
  beforeEach(async () => {
    teams = await tryoutServer();
  });
  afterEach(() => teams.close());

  const chat = () => teams.chatWith('Lars Brouwer');

  async function send(attachment: unknown): Promise<string> {
    const path = `/tryout/connector/v3/conversations/${encodeURIComponent((await chat()).id)}/activities`;
    const { body } = await teams.ask(path, { type: 'message', attachments: [attachment] });
    return body.id;
  }

  const offer = () =>
    send({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'K-2026-0001-antwoord.docx',
      content: {
        description: 'Het antwoord.',
        sizeInBytes: letter.length,
        acceptContext: { letter: 2 },
        declineContext: { letter: 0 },
      },
    });

  async function answer(accept: boolean) {
    const activityId = await offer();
    const conversationId = (await chat()).id;
    await teams.ask('/tryout/api/consent', { personId: lars?.id, conversationId, activityId, accept });
    const heard = teams.bot.heard.at(-1);
    return { activityId, name: heard?.name, replyToId: heard?.replyToId, value: heard?.value };
  }

  const upload = (url: string, headers: Record<string, string>, body = letter) =>
    statusAt(url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream', ...headers },
      body,
    });

  it('are offered with their name, what they are and how large', async () => {
    await offer();
    const [said] = (await chat()).activities;
    assert.deepEqual(said && 'offer' in said && said.offer, {
      name: 'K-2026-0001-antwoord.docx',
      description: 'Het antwoord.',
      size: letter.length,
      accept: { letter: 2 },
      decline: { letter: 0 },
    });
  });

  it('have a place to be put in when somebody wants them', async () => {
    const { activityId, name, replyToId, value } = await answer(true);
    assert.equal(name, 'fileConsent/invoke');
    assert.equal(replyToId, activityId);
    const { uploadInfo, ...rest } = value;
    assert.deepEqual(rest, { type: 'fileUpload', action: 'accept', context: { letter: 2 } });
    assert.equal(uploadInfo.name, 'K-2026-0001-antwoord.docx');
    assert.equal(uploadInfo.fileType, 'docx');
    assert.equal(await statusAt(uploadInfo.contentUrl), 404);
    assert.equal(await upload(uploadInfo.uploadUrl, wholeLetter), 201);
    const download = await fetch(uploadInfo.contentUrl);
    assert.equal(await download.text(), 'Geachte mevrouw Pietersen');
    assert.match(
      download.headers.get('content-disposition') ?? '',
      /^attachment; .*K-2026-0001-antwoord\.docx/,
    );
    assert.equal(download.headers.get('x-content-type-options'), 'nosniff');
  });

  it('have none when nobody wants them', async () => {
    const { value } = await answer(false);
    assert.deepEqual(value, { type: 'fileUpload', action: 'decline', context: { letter: 0 } });
  });

  it('are taken whole, once, and only where there is a place', async () => {
    const { uploadUrl } = (await answer(true)).value.uploadInfo;
    assert.equal(await upload(uploadUrl, {}), 416);
    assert.equal(await upload(uploadUrl, { 'Content-Range': 'bytes 0-3/100' }), 416);
    assert.equal(await upload(uploadUrl, wholeLetter), 201);
    assert.equal(await upload(uploadUrl, wholeLetter), 409);
    assert.equal(await upload(`${teams.url}/tryout/files/nowhere/upload`, wholeLetter), 404);
  });

  it('stand in the chat once they are there', async () => {
    await send({
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'K-2026-0001-antwoord.docx',
      contentUrl: 'http://127.0.0.1/tryout/files/1',
      content: { uniqueId: '1', fileType: 'docx' },
    });
    const [said] = (await chat()).activities;
    assert.deepEqual(said && 'file' in said && said.file, {
      name: 'K-2026-0001-antwoord.docx',
      url: 'http://127.0.0.1/tryout/files/1',
    });
  });

  it('are for who they were offered to', async () => {
    const activityId = await offer();
    const { status } = await teams.ask('/tryout/api/consent', {
      personId: sanne?.id,
      activityId,
      accept: true,
    });
    assert.equal(status, 404);
    assert.equal(teams.bot.heard.length, 0);
  });
});
