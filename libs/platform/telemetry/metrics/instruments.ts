import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/**
 * What this process counts. A feature defines its instruments in a `*.metrics.ts` beside it, through the functions
 * below; names get the prefix `readiness_`. An instrument that a process never loads is not among its metrics.
 */
const registry = new Registry();

const PREFIX = 'readiness_';

/** What an instrument is called, in Prometheus's own way (`…_total`, `…_seconds`), and what it says in one sentence. */
export interface Instrument<Label extends string> {
  readonly name: string;
  readonly help: string;
  /**
   * Names of its labels. Their values come from small fixed sets, or from {@link tenantLabel}: each new one is kept for
   * ever.
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

/** Adds the metrics of the process itself (CPU, memory, event loop, garbage collection), under their usual names. */
export function watchProcess(): void {
  if (!watched) collectDefaultMetrics({ register: registry });
  watched = true;
}

export const metricsContentType = registry.contentType;

/** All of it in Prometheus's text format. */
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
