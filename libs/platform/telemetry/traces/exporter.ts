import { context, propagation, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { TracesConfig } from '../../config/index.js';
import { requestSampler } from './request-sampler.js';
import { exportSpans } from './spans.js';

/** A collector that is away must not hold a shutdown up. */
const EXPORT_TIMEOUT_MS = 2_000;

/**
 * Sends the spans of this process to a collector. Loaded only where there is one: the SDK costs a start some 90 ms.
 * @returns sends what is left, and stops
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
