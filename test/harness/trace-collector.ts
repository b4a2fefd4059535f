import { type IncomingMessage, createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { listenLocally, stopServer } from './local-server.js';

/** A span in the JSON encoding of OTLP (opentelemetry-proto, "trace.proto"), and its service. */
export interface CollectedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly links: ReadonlyArray<{ readonly traceId: string }>;
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface TraceRequest {
  readonly resourceSpans: ReadonlyArray<{
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: ReadonlyArray<{
      readonly spans: ReadonlyArray<
        Omit<CollectedSpan, 'service' | 'attributes'> & { readonly attributes: readonly Attribute[] }
      >;
    }>;
  }>;
}

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Receives traces over OTLP/HTTP, like an OpenTelemetry collector, and stores them. */
export interface TraceCollector {
  /** The value of `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly endpoint: string;
  readonly spans: readonly CollectedSpan[];
  close(): Promise<void>;
}

export async function startTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = [];
  const server = createServer((request, response) => {
    void take(request, spans).finally(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  return { endpoint: await listenLocally(server), spans, close: () => stopServer(server) };
}

async function take(request: IncomingMessage, spans: CollectedSpan[]): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/v1/traces') return;
  const { resourceSpans } = (await json(request)) as TraceRequest;
  for (const { resource, scopeSpans } of resourceSpans) {
    const service = String(named(resource.attributes)['service.name']);
    for (const span of scopeSpans.flatMap((scope) => scope.spans))
      spans.push({ ...span, service, links: span.links ?? [], attributes: named(span.attributes) });
  }
}

function named(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
