import type { Read } from './read.js';
import { StartError } from './start-error.js';
import { HTTP, parseUrl } from './urls.js';

/** The collector, and the share of requests that are traced. */
export interface TracesConfig {
  /** OTLP over HTTP, with its path: `http://collector:4318/v1/traces`. */
  readonly url: string;
  /** The share of requests that start a trace, from 0 to 1; a request with a `traceparent` joins its trace. */
  readonly ratio: number;
}

const DEFAULT_RATIO = '0.05';

/**
 * Reads OpenTelemetry's variables (OpenTelemetry specification, "Environment variables" and "OTLP exporter"):
 * `…_TRACES_ENDPOINT` is a complete URL, `…_ENDPOINT` the base of the URLs of all signals. Null if neither is set:
 * there are no traces.
 */
export function tracesConfig(read: Read): TracesConfig | null {
  const own = read('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT');
  const base = read('OTEL_EXPORTER_OTLP_ENDPOINT');
  if (own !== undefined) return { url: httpUrl('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', own), ratio: ratio(read) };
  if (base === undefined) return null;
  return { url: `${httpUrl('OTEL_EXPORTER_OTLP_ENDPOINT', base).replace(/\/+$/, '')}/v1/traces`, ratio: ratio(read) };
}

function httpUrl(name: string, text: string): string {
  parseUrl(name, text, HTTP);
  return text;
}

function ratio(read: Read): number {
  const text = read('OTEL_TRACES_SAMPLER_ARG') ?? DEFAULT_RATIO;
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || value > 1)
    throw new StartError(`OTEL_TRACES_SAMPLER_ARG should be a share from 0 to 1, not "${text}"`);
  return value;
}
