import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The addresses of a front end before us: this machine, and networks that the internet does not know. */
const inside = new BlockList();
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(net, prefix, 'ipv4');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');
inside.addAddress('::1', 'ipv6');

const mapped = /^::ffff:(?=\d+\.)/i;

/** Takes the port from an address, as App Service writes it, and the brackets with it. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(mapped, '');

/**
 * Finds the address that a request came from: what the front end before us wrote last in X-Forwarded-For, for everything before that
 * the client can have made up; without a front end that of the connection. Of IPv6 the network, in which one client has every address.
 */
export function addressOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const own = bare(socket.remoteAddress ?? '');
  const isInside = isIP(own) !== 0 && inside.check(own, isIP(own) === 6 ? 'ipv6' : 'ipv4');
  const last = bare([headers['x-forwarded-for'] ?? ''].flat().join().split(',').at(-1) ?? '');
  const found = isInside && isIP(last) !== 0 ? last : own;
  return isIP(found) === 6 ? networkOf(found) : found;
}

/** Takes the first 64 bits of an address of IPv6. */
function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const rest = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - first.length - rest.length;
  return [...first, ...Array(Math.max(0, zeros)).fill('0'), ...rest].slice(0, 4).join(':');
}
