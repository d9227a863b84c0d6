import { randomUUID } from 'node:crypto';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Log } from '../register/model/log.ts';

/** Where metrics and traces go: a collector of OpenTelemetry, Application Insights, or both. */
export type Destination = { otlp?: string | undefined; applicationInsights?: string | undefined };

/** What is measured, as package.json names it. */
export type Service = { name: string; version: string };

/** How often metrics are exported, and how long measuring for it may take, in milliseconds. */
const exportEveryMs = 60_000;
const measureMs = 5_000;

type Exporters = { metrics: PushMetricExporter; spans: SpanExporter };

/** Makes the providers of metrics and traces, for this bot only: no package is instrumented, because URLs name chats. */
export async function exporting(to: Destination, { name, version }: Service, log: Log) {
  const exporters = await Promise.all([
    ...(to.otlp ? [toCollector(to.otlp)] : []),
    ...(to.applicationInsights ? [toApplicationInsights(to.applicationInsights)] : []),
  ]);
  const door = { isOpen: true };
  for (const one of exporters) noticing(one, door, log);
  const resource = resourceFromAttributes({
    'service.name': name,
    'service.version': version,
    // Instead of the name of the machine, which may be that of a person.
    'service.instance.id': randomUUID(),
  });
  const readers = exporters.map(
    ({ metrics }) =>
      new PeriodicExportingMetricReader({
        exporter: metrics,
        exportIntervalMillis: exportEveryMs,
        exportTimeoutMillis: measureMs,
      }),
  );
  const meters = new MeterProvider({ resource, readers });
  const tracers = new BasicTracerProvider({
    resource,
    spanProcessors: exporters.map(({ spans }) => new BatchSpanProcessor(spans)),
  });
  return {
    meter: meters.getMeter(name, version),
    tracer: tracers.getTracer(name, version),
    flush: async (): Promise<void> =>
      void (await Promise.allSettled([meters.forceFlush(), tracers.forceFlush()])),
    /** Lets what is measured out, or drops it: a bot that has stopped exports nothing. */
    letOut(isOpen: boolean): void {
      door.isOpen = isOpen;
    },
  };
}

async function toCollector(endpoint: string): Promise<Exporters> {
  const [{ OTLPMetricExporter }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/exporter-metrics-otlp-http'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const base = endpoint.replace(/\/$/, '');
  return {
    metrics: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
    spans: new OTLPTraceExporter({ url: `${base}/v1/traces` }),
  };
}

async function toApplicationInsights(connectionString: string): Promise<Exporters> {
  // Statistics about the exporter itself go to Microsoft unless this is set before it is loaded.
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= 'true';
  const { AzureMonitorMetricExporter, AzureMonitorTraceExporter } = await import(
    '@azure/monitor-opentelemetry-exporter'
  );
  const options = { connectionString, disableOfflineStorage: true };
  return {
    metrics: new AzureMonitorMetricExporter(options),
    spans: new AzureMonitorTraceExporter(options),
  };
}

/**
 * Logs once that nothing can be exported, and once that it can again. What was not exported is lost, and the bot goes on. Nothing is
 * exported while the door is shut.
 */
function noticing({ metrics, spans }: Exporters, door: { isOpen: boolean }, log: Log): void {
  let isFailing = false;
  const noted =
    (done: (result: ExportResult) => void) =>
    (result: ExportResult): void => {
      const failed = result.code !== ExportResultCode.SUCCESS;
      if (failed && !isFailing)
        log.warn('metrics and traces cannot be exported', { fault: result.error?.name });
      if (!failed && isFailing) log.info('metrics and traces are exported again');
      isFailing = failed;
      done(result);
    };
  const [exportMetrics, exportSpans] = [metrics.export.bind(metrics), spans.export.bind(spans)];
  const dropped = { code: ExportResultCode.SUCCESS };
  metrics.export = (batch, done) => (door.isOpen ? exportMetrics(batch, noted(done)) : done(dropped));
  spans.export = (batch, done) => (door.isOpen ? exportSpans(batch, noted(done)) : done(dropped));
}
