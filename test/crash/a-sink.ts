import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** One message as it arrived, and which process sent it. */
export type Arrival = { id: string; pid: number };

/** Where the messages of offices arrive; it takes each, counts, and answers some milliseconds later. Close it after use. */
export async function aSink(answersWithinMs = 5) {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const arrival = JSON.parse(await text(request)) as Arrival;
    arrivals.push(arrival);
    await pause(answersWithinMs * Math.random());
    response.end(`activity-${arrivals.length}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
