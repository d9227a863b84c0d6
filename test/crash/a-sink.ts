import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** One message as it arrived, and which process sent it. */
export type Arrival = { id: string; pid: number };

/** Receives the messages of offices: counts each, and answers some milliseconds later. Close it after use. */
export async function aSink(answersWithinMs = 5) {
  const arrivals: Arrival[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    // A process that is killed breaks its connection.
    take(socket).catch(() => socket.destroy());
  });

  async function take(socket: Socket): Promise<void> {
    arrivals.push(JSON.parse(await text(socket)) as Arrival);
    await pause(answersWithinMs * Math.random());
    socket.end(`activity-${arrivals.length}`);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    arrivals,
    async close(): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
