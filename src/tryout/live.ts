import type { ServerResponse } from 'node:http';

/** An event that an open page receives. */
type News =
  | { event: 'changed'; conversationId: string }
  | { event: 'typing'; conversationId: string }
  | { event: 'clock'; now: string }
  | { event: 'sample'; done: number; of: number; failed?: string };

/** The open pages (server-sent events). */
export type Live = {
  join(response: ServerResponse): void;
  tell(news: News): void;
  close(): void;
};

export function live(): Live {
  const pages = new Set<ServerResponse>();
  return {
    join: (response) => {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.write('retry: 1000\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    tell: ({ event, ...data }) => {
      for (const page of pages) page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close: () => {
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
