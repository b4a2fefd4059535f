import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/**
 * The metrics of this process. A feature defines its instruments in a `*.metrics.ts` file, through the functions
 * below; names get the prefix `readiness_`. An instrument that a process does not load is not among its metrics.
 */
const registry = new Registry();

const PREFIX = 'readiness_';

/**
 * The name of an instrument, by Prometheus's conventions (`…_total`, `…_seconds`), and its description in one
 * sentence.
 */
export interface Instrument<Label extends string> {
  readonly name: string;
  readonly help: string;
  /**
   * Names of its labels. Their values come from small fixed sets, or are at most {@link MAX_TENANTS} tenants,
   * because the registry keeps each value forever.
   */
  readonly labels?: readonly Label[];
}

export function counter<Label extends string = never>(instrument: Instrument<Label>): Counter<Label> {
  return new Counter(configuration(instrument));
}

export function gauge<Label extends string = never>(instrument: Instrument<Label>): Gauge<Label> {
  return new Gauge(configuration(instrument));
}

/** @param instrument with the upper bounds of its buckets, ascending */
export function histogram<Label extends string = never>(
  instrument: Instrument<Label> & { readonly buckets: readonly number[] },
): Histogram<Label> {
  return new Histogram({ ...configuration(instrument), buckets: [...instrument.buckets] });
}

let watched = false;

/** Adds the metrics of the process itself (CPU, memory, event loop, garbage collection), with their usual names. */
export function watchProcess(): void {
  if (!watched) collectDefaultMetrics({ register: registry });
  watched = true;
}

export const metricsContentType = registry.contentType;

/** All metrics in Prometheus's text format. */
export function metricsText(): Promise<string> {
  return registry.metrics();
}

function configuration<Label extends string>({
  name,
  help,
  labels = [],
}: Instrument<Label>): { name: string; help: string; labelNames: Label[]; registers: Registry[] } {
  return { name: PREFIX + name, help, labelNames: [...labels], registers: [registry] };
}
