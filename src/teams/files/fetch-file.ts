import { lookup as resolve } from 'node:dns';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { largestDocument } from '../../procedure/model/document.ts';
import type { FetchFault } from '../../register/model/sent-files.ts';
import { isOneDrive, type PlainTo } from './upload.ts';

/** A file that was sent could not be fetched; nothing of it was read. */
export class NotFetched extends Error {
  readonly code: FetchFault;

  constructor(code: FetchFault, cause?: unknown) {
    super(`a file is not fetched: ${code}`, { cause });
    this.name = 'NotFetched';
    this.code = code;
  }
}

/** Where files may come from. */
export type Places = {
  /** The hosts from which a file may also come unencrypted: in the try-out this machine, otherwise none. */
  plainTo: PlainTo;
  /** The host of the service of Teams that the bot talks with, which keeps pictures. */
  service?: string | undefined;
  /** Makes the Authorization of the bot, which goes to that service only; absent in the try-out. */
  authorization?: (() => Promise<string | undefined>) | undefined;
  /** Finds the addresses of a host; only tests give another. */
  lookup?: typeof resolve;
  /** How long the place may be silent, in milliseconds. Only tests give another. */
  silentMs?: number;
};

/** A file in a message: a picture is kept by the service itself. */
export type Wanted = { url: string; isPicture?: boolean | undefined };

/** The most times that a place sends on to another, which must be allowed as well. */
const mostHops = 3;
const silentMs = 15_000;
const wholeMs = 120_000;

/** The networks of a machine itself, of its neighbours and of its host, where the metadata of a cloud are: no file of Teams comes from there. */
const inside = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['168.63.129.16', 32],
    ['224.0.0.0', 3],
  ] as const),
] as const)
  inside.addSubnet(net, bits, 'ipv4');

/** The one IPv6 network of the public internet; every other is of a machine, a neighbour or a translation. */
const outside = new BlockList();
outside.addSubnet('2000::', 3, 'ipv6');
/** Tunnels within it, which name an IPv4 address. */
const tunnels = new BlockList();
tunnels.addSubnet('2002::', 16, 'ipv6');
tunnels.addSubnet('2001::', 32, 'ipv6');

/** Tells whether an address is of the public internet. */
export const isPublic = (address: string): boolean =>
  isIP(address) === 4
    ? !inside.check(address, 'ipv4')
    : isIP(address) === 6 && outside.check(address, 'ipv6') && !tunnels.check(address, 'ipv6');

/**
 * Tells whether a file may be fetched there: over https from OneDrive, a picture from the service of Teams, or over http from a host of
 * `plainTo`. Which place a file is in comes from the client, as far as that may choose it.
 */
export function mayFetchFrom({ url, isPicture }: Wanted, { plainTo, service }: Places): boolean {
  const { protocol, hostname = '', port, username, password } = URL.parse(url) ?? {};
  if (protocol === 'http:') return plainTo(hostname);
  if (protocol !== 'https:' || port || username || password) return false;
  return isPicture ? hostname === service && !isIP(hostname.replace(/^\[|\]$/g, '')) : isOneDrive(hostname);
}

/**
 * Fetches a file, piece by piece. Throws `NotFetched` where that is not allowed, or not given. Follows no way to a place that is not
 * allowed, and connects to no address inside a network, whatever a name server says.
 */
export async function* fetchFile(file: Wanted, places: Places): AsyncGenerator<Uint8Array> {
  const ends = AbortSignal.timeout(wholeMs);
  let { url } = file;
  let response: IncomingMessage | undefined;
  for (let hops = 0; !response; hops += 1) {
    if (!mayFetchFrom({ ...file, url }, places) || hops > mostHops) throw new NotFetched('elsewhere');
    const answer = await asked(url, file, places, ends);
    const { statusCode = 0, headers } = answer;
    const next = statusCode >= 300 && statusCode < 400 ? headers.location : undefined;
    if (next !== undefined) {
      answer.destroy();
      url = URL.parse(next, url)?.href ?? '';
      continue;
    }
    response = answer;
  }
  try {
    const { statusCode = 0, headers } = response;
    if ([401, 403, 404, 410].includes(statusCode)) throw new NotFetched('expired');
    if (statusCode !== 200) throw new NotFetched('unreachable');
    if (Number(headers['content-length'] ?? 0) > largestDocument) throw new NotFetched('too-large');
    yield* response;
  } catch (error) {
    throw error instanceof NotFetched ? error : new NotFetched('unreachable', error);
  } finally {
    response.destroy();
  }
}

/** Asks for what is at a place; ends where it is silent for too long. */
async function asked(
  url: string,
  { isPicture }: Wanted,
  { authorization, lookup = resolve, silentMs: silence = silentMs }: Places,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isPlain = url.startsWith('http:');
  const bearer = isPicture && !isPlain ? await authorization?.() : undefined;
  return new Promise((answered, failed) => {
    const fail = (error: unknown) =>
      failed(error instanceof NotFetched ? error : new NotFetched('unreachable', error));
    const headers = {
      Accept: '*/*',
      'Accept-Encoding': 'identity',
      ...(bearer && { Authorization: bearer }),
    };
    const options = { headers, signal, agent: false, ...(!isPlain && { lookup: publicOnly(lookup) }) };
    const request = (isPlain ? getPlain : getSecure)(url, options, answered);
    request.once('error', fail);
    request.setTimeout(silence, () => request.destroy(new NotFetched('unreachable')));
  });
}

/** Finds the addresses of a host, and none where one of them is inside a network: the connection goes to what was checked. */
const publicOnly =
  (lookup: typeof resolve): LookupFunction =>
  (host, options, found) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return found(error ?? new NotFetched('unreachable'), '', 0);
      if (!addresses.every(({ address }) => isPublic(address)))
        return found(new NotFetched('elsewhere'), '', 0);
      return options.all ? found(null, addresses) : found(null, first.address, first.family);
    });
