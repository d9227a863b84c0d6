import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Gives a request so many milliseconds to come in, after its headers; a route may give it others. What is not here then is answered
 * with 408, and its connection closes: Node's own limit knows one time for every route.
 */
export function limitTime(
  request: IncomingMessage,
  response: ServerResponse,
  ms: number,
): (ms: number) => void {
  let timer = setTimeout(end, ms);
  const done = (): void => clearTimeout(timer);
  request.once('end', done).once('close', done);

  function end(): void {
    if (request.complete) return;
    if (response.headersSent) return void request.destroy();
    response.writeHead(408, { Connection: 'close', 'Content-Length': 0 });
    response.end(() => request.destroy());
  }

  return (other) => {
    clearTimeout(timer);
    if (!request.complete) timer = setTimeout(end, other);
  };
}
