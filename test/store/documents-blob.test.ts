import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ContainerClient } from '@azure/storage-blob';
import { type DocumentId, isDocumentId, largestDocument } from '../../src/procedure/model/document.ts';
import { DocumentRefused } from '../../src/register/model/documents.ts';
import { documentsBlob } from '../../src/store/documents-blob.ts';
import { inPieces } from '../register/some-documents.ts';
import { anIdentity, startAzurite } from './azurite.ts';
import { certificate, privateKey } from './loopback-certificate.ts';

const anId = (): DocumentId => {
  const id = randomUUID();
  return isDocumentId(id) ? id : assert.fail();
};

async function contentOf(pieces: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces ?? assert.fail('there is no content')) all.push(piece);
  return Buffer.concat(all);
}

/** A door before the storage that answers in its place when it is told to; `asked` lists the requests that it saw. */
async function aDoor(target: string) {
  const asked: string[] = [];
  const door = {
    url: '',
    asked,
    /** Answers instead; undefined lets it through, 'nothing' never answers. */
    answer: (_: IncomingMessage): number | 'nothing' | undefined => undefined,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer(
    { cert: certificate, key: privateKey },
    (incoming, response: ServerResponse) => {
      asked.push(`${incoming.method} ${incoming.url?.split('?')[1] ?? ''}`);
      const instead = door.answer(incoming);
      if (instead === 'nothing') return;
      if (instead !== undefined) {
        incoming.resume();
        response.writeHead(instead, { 'x-ms-error-code': 'Refused', 'retry-after': '0' });
        response.end();
        return;
      }
      const { hostname, port } = new URL(target);
      const headers = { ...incoming.headers, host: `${hostname}:${port}` };
      const outgoing = request({ hostname, port, path: incoming.url, method: incoming.method, headers });
      outgoing.on('response', (found) => {
        response.writeHead(found.statusCode ?? 500, found.headers);
        found.pipe(response);
      });
      incoming.pipe(outgoing);
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  door.url = `https://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(target).pathname}`;
  return door;
}

describe('documents in Azure Blob Storage', () => {
  const trusted = getCACertificates('default');
  let azurite: Awaited<ReturnType<typeof startAzurite>>;
  let door: Awaited<ReturnType<typeof aDoor>>;
  let container: string;
  let identity: ReturnType<typeof anIdentity>;
  const limits = { requestMs: 2_000, firstWaitMs: 1 };
  const kept = () => documentsBlob({ url: `${door.url}/${container}`, identity, limits });
  /** Lists what the container holds, blocks that are not committed among it. */
  async function blobs(): Promise<string[]> {
    const names: string[] = [];
    const client = new ContainerClient(`${azurite.url}/${container}`, identity);
    for await (const { name } of client.listBlobsFlat({ includeUncommitedBlobs: true })) names.push(name);
    return names;
  }

  before(async () => {
    setDefaultCACertificates([...trusted, certificate]);
    azurite = await startAzurite();
  });
  after(async () => {
    setDefaultCACertificates(trusted);
    await azurite.close();
  });
  beforeEach(async () => {
    identity = anIdentity();
    door = await aDoor(azurite.url);
    container = `c-${randomUUID()}`;
    await new ContainerClient(`${azurite.url}/${container}`, identity).create();
  });
  afterEach(() => door.close());

  it('are kept, read and removed, whatever their size, each under its id', async () => {
    const documents = kept();
    for (const size of [1, 4 * 2 ** 20, 4 * 2 ** 20 + 1, largestDocument]) {
      const content = Buffer.alloc(size, 'abc');
      const id = anId();
      await documents.put(id, inPieces(content, 100_000));
      assert.ok((await contentOf(await documents.read(id))).equals(content), `${size}`);
      assert.deepEqual(await blobs(), [id]);
      await documents.remove(id);
      await documents.remove(id);
      assert.equal(await documents.read(id), undefined);
    }
    await documents.check();
  });

  it('are not there, and leave no block, where what comes in is refused halfway', async () => {
    const documents = kept();
    async function* tooLarge() {
      yield Buffer.alloc(5 * 2 ** 20);
      throw new DocumentRefused('too-large');
    }
    const id = anId();
    await assert.rejects(documents.put(id, tooLarge()), { code: 'too-large' });
    assert.deepEqual([await blobs(), await documents.read(id)], [[], undefined]);
  });

  for (const status of [429, 503, 500])
    it(`are kept all the same where the storage answers ${status} now and then`, async () => {
      let turn = 0;
      door.answer = () => (turn++ % 2 === 0 ? status : undefined);
      const documents = kept();
      const id = anId();
      const content = Buffer.alloc(5 * 2 ** 20, 'x');
      await documents.put(id, inPieces(content, 70_000));
      assert.ok((await contentOf(await documents.read(id))).equals(content));
      await documents.check();
    });

  it('are refused where the storage goes on answering 503, or not at all', async () => {
    const documents = documentsBlob({
      url: `${door.url}/${container}`,
      identity,
      limits: { requestMs: 100, firstWaitMs: 1 },
    });
    for (const instead of [503, 'nothing'] as const) {
      door.answer = () => instead;
      await assert.rejects(documents.put(anId(), inPieces('Dag.')), /cannot be kept/);
      await assert.rejects(documents.check(), /cannot be kept/);
    }
    door.answer = () => undefined;
    await documents.check();
    assert.deepEqual(await blobs(), ['write-check']);
  });

  it('ask for a new token once where the last is refused, and say who lacks which role where that is refused too', async () => {
    let left = 1;
    door.answer = () => (left-- > 0 ? 401 : undefined);
    const documents = kept();
    const id = anId();
    await documents.put(id, inPieces('Dag.'));
    assert.equal(identity.refusals, 1);
    door.answer = () => 403;
    const role = /the identity of the test, which is refused; give it the role Storage Blob/;
    await assert.rejects(documents.put(anId(), inPieces('Dag.')), role);
    await assert.rejects(documents.read(id), role);
    await assert.rejects(documents.check(), role);
    assert.equal(door.asked.filter((one) => one.startsWith('GET')).length, 0);
  });

  it('say so where the container is not there, and are believed to be written for five minutes after', async () => {
    const nowhere = documentsBlob({ url: `${door.url}/nowhere`, identity, limits });
    await assert.rejects(nowhere.check(), /there is no such container/);
    const documents = kept();
    await documents.check();
    const before = door.asked.length;
    await documents.check();
    assert.equal(door.asked.length, before);
  });

  it('refuse what is no id of a document', async () => {
    const outside = '../other/blob' as unknown as DocumentId;
    await assert.rejects(kept().put(outside, inPieces('Dag.')), RangeError);
  });
});
