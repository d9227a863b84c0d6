import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { largestDocument } from '../../../src/procedure/model/document.ts';
import { isLoopback } from '../../../src/settings/reader.ts';
import {
  fetchFile,
  isPublic,
  mayFetchFrom,
  NotFetched,
  type Places,
  type Wanted,
} from '../../../src/teams/files/fetch-file.ts';

const nowhere: Places = { plainTo: () => false, service: 'smba.trafficmanager.net' };
const tryout: Places = { plainTo: isLoopback, silentMs: 200 };
const oneDrive = 'https://ballance-my.sharepoint.com/personal/sanne/_layouts/15/download.aspx?tempauth=x';
const picture = 'https://smba.trafficmanager.net/emea/v3/attachments/1/views/original';

async function read(file: Wanted, places: Places): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of fetchFile(file, places)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Answers with a status and fields: another test may load a library under which `writeHead` returns nothing. */
function head(
  response: ServerResponse,
  status: number,
  fields: Record<string, string | number> = {},
): ServerResponse {
  response.writeHead(status, fields);
  return response;
}

const refuses = (file: Wanted, places: Places, code: NotFetched['code']) =>
  assert.rejects(read(file, places), (error) => error instanceof NotFetched && error.code === code);

describe('where a file that was sent may be fetched', () => {
  it('is OneDrive and SharePoint over https, and for a picture the service of Teams alone', () => {
    assert.equal(mayFetchFrom({ url: oneDrive }, nowhere), true);
    assert.equal(mayFetchFrom({ url: picture, isPicture: true }, nowhere), true);
    assert.equal(mayFetchFrom({ url: picture }, nowhere), false);
    assert.equal(mayFetchFrom({ url: oneDrive, isPicture: true }, nowhere), false);
    assert.equal(mayFetchFrom({ url: picture, isPicture: true }, { plainTo: () => false }), false);
  });

  it('is this machine in the try-out, and only there', () => {
    assert.equal(mayFetchFrom({ url: 'http://127.0.0.1:1/x' }, tryout), true);
    assert.equal(mayFetchFrom({ url: 'http://127.0.0.1:1/x' }, nowhere), false);
    assert.equal(mayFetchFrom({ url: 'http://127.0.0.1.example.nl/x' }, tryout), false);
  });

  for (const url of [
    'http://ballance.sharepoint.com/x',
    'https://sharepoint.com.example.nl/x',
    'https://notsharepoint.com/x',
    'https://ballance.sharepoint.com:8443/x',
    'https://ballance.sharepoint.com@example.nl/x',
    'https://sanne@ballance.sharepoint.com/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/metadata/instance',
    'http://169.254.169.254/metadata/instance',
    'http://metadata.google.internal/',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'file:///etc/passwd',
    'ftp://ballance.sharepoint.com/x',
    'javascript:1',
    'x',
    '',
  ])
    it(`is not ${url || 'nowhere'}`, async () => {
      for (const isPicture of [false, true]) {
        await refuses({ url, isPicture }, nowhere, 'elsewhere');
        await refuses({ url, isPicture }, { ...tryout, service: 'smba.trafficmanager.net' }, 'elsewhere');
      }
    });

  it('is no address inside a network, whatever a name server says of an allowed host', async () => {
    const inside = ['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '168.63.129.16'];
    for (const address of [
      ...inside,
      '0.0.0.0',
      '100.100.0.1',
      '::1',
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
    ]) {
      assert.equal(isPublic(address), false, address);
      const family = address.includes(':') ? 6 : 4;
      const lookup = ((_: string, __: object, found: (e: null, all: object[]) => void) =>
        found(null, [
          { address: '13.107.136.10', family: 4 },
          { address, family },
        ])) as never;
      await refuses({ url: oneDrive }, { ...nowhere, lookup }, 'elsewhere');
    }
    for (const address of ['13.107.136.10', '52.112.0.1', '2620:1ec:8f8::10'])
      assert.equal(isPublic(address), true, address);
  });
});

describe('fetching a file that was sent', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let heard: IncomingMessage[];
  before(async () => {
    server = createServer((request, response) => {
      heard.push(request);
      answer(request, response);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  beforeEach(() => {
    heard = [];
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;

  it('gives its bytes, and shows nobody the token of the bot', async () => {
    answer = (_, response) => response.end('abc');
    const authorization = async () => 'Bearer secret';
    assert.equal(String(await read({ url: url(), isPicture: true }, { ...tryout, authorization })), 'abc');
    assert.equal(heard[0]?.headers.authorization, undefined);
  });

  for (const status of [401, 403, 404, 410])
    it(`says of ${status} that Teams gives it no more`, async () => {
      answer = (_, response) => head(response, status).end('no');
      await refuses({ url: url() }, tryout, 'expired');
    });

  for (const status of [206, 204, 304, 500, 503])
    it(`takes ${status} for no file`, async () => {
      answer = (_, response) => head(response, status).end();
      await refuses({ url: url() }, tryout, 'unreachable');
    });

  for (const to of [
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'https://127.0.0.1/',
    'https://example.nl/',
    'file:///etc/passwd',
    '//example.nl/x',
  ])
    it(`does not follow the way to ${to}`, async () => {
      answer = (_, response) => head(response, 302, { Location: to }).end();
      await refuses({ url: url() }, tryout, 'elsewhere');
      assert.equal(heard.length, 1);
    });

  it('follows the way to an allowed place, and not in circles', async () => {
    answer = ({ url: path }, response) =>
      path === '/file' ? head(response, 307, { Location: '/next' }).end() : response.end('abc');
    assert.equal(String(await read({ url: url() }, tryout)), 'abc');
    answer = (_, response) => head(response, 302, { Location: '/file' }).end();
    await refuses({ url: url() }, tryout, 'elsewhere');
  });

  it('refuses a length above what is kept before it reads a byte', async () => {
    answer = (_, response) => head(response, 200, { 'Content-Length': largestDocument + 1 }).write('a');
    await refuses({ url: url() }, tryout, 'too-large');
  });

  it('refuses one that ends before its length', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      response.write('abc', () => response.destroy());
    };
    await refuses({ url: url() }, tryout, 'unreachable');
  });

  it('ends where the place is silent: before it answers, and halfway', async () => {
    answer = () => {};
    await refuses({ url: url() }, tryout, 'unreachable');
    answer = (_, response) => void response.write('abc');
    await refuses({ url: url() }, tryout, 'unreachable');
  });

  it('ends where nobody listens', () => refuses({ url: 'http://127.0.0.1:1/x' }, tryout, 'unreachable'));

  it('closes the connection where who reads it stops', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    answer = (_, response) => {
      closed = new Promise((done) => response.once('close', done));
      const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more);
      response.on('drain', more);
      more();
    };
    for await (const _ of fetchFile({ url: url() }, tryout)) break;
    await closed;
  });
});
