import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { isLoopback } from '../../../src/settings/reader.ts';
import { maySendTo, upload } from '../../../src/teams/files/upload.ts';

const nowhere = () => false;

describe('where a letter may be uploaded', () => {
  const oneDrive = 'https://ballance-my.sharepoint.com/personal/lars/_api/v2.0/uploadSession?guid=1';

  it('is OneDrive, over https', () => {
    assert.equal(maySendTo(oneDrive, nowhere), true);
    assert.equal(maySendTo(oneDrive.replace('https', 'http'), isLoopback), false);
  });

  it('is this machine in the try-out, and only there', () => {
    assert.equal(maySendTo('http://127.0.0.1:1/upload', isLoopback), true);
    assert.equal(maySendTo('http://localhost:1/upload', isLoopback), true);
    assert.equal(maySendTo('http://127.0.0.1:1/upload', nowhere), false);
    assert.equal(maySendTo('http://127.0.0.1.example.nl/upload', isLoopback), false);
  });

  it('is nowhere else', () => {
    for (const url of [
      'https://example.nl/upload',
      'https://sharepoint.com.example.nl/upload',
      'https://notsharepoint.com/upload',
      'https://ballance.sharepoint.com:8443/upload',
      'https://ballance.sharepoint.com@example.nl/upload',
      'https://lars@ballance.sharepoint.com/upload',
      'https://127.0.0.1/upload',
      'http://example.nl/upload',
      'ftp://example.nl',
      'file:///etc/hosts',
      'javascript:1',
      'x',
      '',
    ]) {
      assert.equal(maySendTo(url, isLoopback), false, url);
    }
  });
});

describe('uploading a letter', () => {
  let server: Server;
  let status: number;
  let heard: { method?: string; headers: IncomingMessage['headers']; bytes: Buffer }[] = [];
  before(async () => {
    server = createServer(async (request, response) => {
      heard.push({ method: request.method, headers: request.headers, bytes: await buffer(request) });
      response.statusCode = status;
      response.setHeader('Location', '/elsewhere');
      response.end('{}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  beforeEach(() => {
    status = 201;
    heard = [];
  });
  after(() => new Promise((closed) => server.close(closed)));

  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/upload`;
  const letter = new TextEncoder().encode('Geachte mevrouw Pietersen');

  it('puts it there in one piece', async () => {
    await upload(url(), letter);
    const [put] = heard;
    assert.equal(put?.method, 'PUT');
    assert.equal(put?.headers['content-range'], `bytes 0-${letter.length - 1}/${letter.length}`);
    assert.equal(put?.headers['content-length'], String(letter.length));
    assert.deepEqual(new Uint8Array(put?.bytes ?? []), letter);
  });

  it('fails when the place is gone', async () => {
    status = 404;
    await assert.rejects(upload(url(), letter), /404/);
  });

  it('does not follow to another place', async () => {
    status = 307;
    await assert.rejects(upload(url(), letter));
    assert.equal(heard.length, 1);
  });
});
