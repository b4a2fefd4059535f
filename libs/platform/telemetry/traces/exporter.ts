import { context, propagation, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { TracesConfig } from '../../config/index.js';
import { requestSampler } from './request-sampler.js';
import { exportSpans } from './spans.js';

/** An unavailable collector must not delay a shutdown. */
const EXPORT_TIMEOUT_MS = 2_000;

/**
 * Exports the spans of this process to a collector. Loaded only with a collector, because the SDK adds some 90 ms to
 * a start.
 * @returns a function that exports the remaining spans, and stops
 */
export function startExport({ url, ratio }: TracesConfig, serviceName: string): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_TIMEOUT_MS });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: requestSampler(ratio),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: EXPORT_TIMEOUT_MS })],
  });
  provider.register();
  exportSpans(provider.getTracer('readiness-engine'));
  return async () => {
    exportSpans(null);
    await provider.shutdown();
    for (const api of [trace, context, propagation]) api.disable();
  };
}
