import { createServer as httpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as httpsServer } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { closed, listening } from '../store/cosmos-peer.ts';
import { certificate, privateKey } from '../store/loopback-certificate.ts';

type Json = Record<string, unknown>;

/** What came in at one address, with everything around it. */
type Received = { url: string; headers: Json; text: string };

type Value = { stringValue?: string; intValue?: number | string; doubleValue?: number };
type Attributes = { key: string; value: Value }[];
type Point = {
  attributes: Attributes;
  count?: number | string;
  asInt?: number | string;
  asDouble?: number;
};
type Metric = { name: string } & Partial<Record<'sum' | 'gauge' | 'histogram', { dataPoints: Point[] }>>;
type Scoped = { scopeMetrics?: { metrics: Metric[] }[]; scopeSpans?: { spans: Span[] }[] };
export type Span = {
  name: string;
  spanId: string;
  traceId: string;
  parentSpanId?: string;
  attributes: Attributes;
  events?: unknown[];
  status: { code?: number; message?: string };
};

const plain = (attributes: Attributes): Record<string, string> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]));

const pointsOf = ({ sum, gauge, histogram }: Metric): Point[] =>
  (sum ?? gauge ?? histogram)?.dataPoints ?? [];

async function received(request: IncomingMessage): Promise<Received> {
  const raw = await buffer(request);
  const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8');
  return { url: request.url ?? '', headers: request.headers as Json, text };
}

/** A collector of OpenTelemetry on this machine, which keeps what it is sent. Close it after use. */
export async function aCollector() {
  const all: Received[] = [];
  const peer = {
    url: '',
    /** Everything that was sent, whole. */
    all,
    /** Whether it takes what is sent ('ok'), refuses it, or never answers. */
    manner: 'ok' as 'ok' | 'refuses' | 'silent',
    spans: (): Span[] =>
      bodies('/v1/traces').flatMap(({ scopeSpans = [] }) => scopeSpans.flatMap(({ spans }) => spans)),
    metrics: (): Metric[] =>
      bodies('/v1/metrics').flatMap(({ scopeMetrics = [] }) =>
        scopeMetrics.flatMap(({ metrics }) => metrics),
      ),
    /** The last value (or count) of a metric for those attributes; undefined where none was sent. */
    last(name: string, attributes: Record<string, string> = {}): number | undefined {
      const points = peer
        .metrics()
        .filter((metric) => metric.name === name)
        .flatMap(pointsOf)
        .filter((point) => {
          const found = plain(point.attributes);
          return Object.entries(attributes).every(([key, value]) => found[key] === value);
        });
      const point = points.at(-1);
      return point && Number(point.count ?? point.asInt ?? point.asDouble);
    },
    /** Every key and value of every attribute, those of the resource not among them. */
    words: (): [key: string, value: string][] =>
      [...peer.metrics().flatMap(pointsOf), ...peer.spans()].flatMap(({ attributes }) =>
        Object.entries(plain(attributes)),
      ),
    close: () => closed(server),
  };
  const bodies = (path: string): Scoped[] =>
    all
      .filter(({ url }) => url.endsWith(path))
      .flatMap(({ text }) => {
        const { resourceMetrics = [], resourceSpans = [] } = JSON.parse(text) as Record<string, Scoped[]>;
        return [...resourceMetrics, ...resourceSpans];
      });
  const server = httpServer(async (request, response) => {
    all.push(await received(request));
    if (peer.manner === 'silent') return;
    answer(response, peer.manner === 'ok' ? 200 : 400, {});
  });
  peer.url = await listening(server);
  return peer;
}

export type Collector = Awaited<ReturnType<typeof aCollector>>;

export const attributesOf = (span: Span): Record<string, string> => plain(span.attributes);

/** Application Insights on this machine, over TLS: who sends to it must trust the certificate of the tests. */
export async function applicationInsights() {
  const all: Received[] = [];
  const server = httpsServer({ cert: certificate, key: privateKey }, async (request, response) => {
    all.push(await received(request));
    const items = all.at(-1)?.text.trim().split('\n').length ?? 0;
    answer(response, 200, { itemsReceived: items, itemsAccepted: items, errors: [] });
  });
  const url = (await listening(server)).replace('http:', 'https:');
  return {
    connectionString: `InstrumentationKey=11111111-2222-4333-8444-555555555555;IngestionEndpoint=${url}/`,
    all,
    /** The names of the metrics, and of the requests and their parts, that came in. */
    names(): string[] {
      return all.flatMap(({ text }) => [...text.matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name));
    },
    close: () => closed(server),
  };
}

function answer(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
