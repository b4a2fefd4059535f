import type { Workload } from './workload.js';

/** How events are batched; a batch belongs to one tenant, because it is signed once. */
export interface Batching {
  readonly size: number;
  readonly format: 'array' | 'ndjson';
}

/** A body to sign and send. */
export interface Body {
  /** Index of the tenant. */
  readonly tenant: number;
  readonly text: string;
  readonly contentType: string;
  readonly events: number;
  /** How many of the events are the first of their data point. */
  readonly firsts: number;
}

/** The next events of the workload, each in a body of its own. */
export function* singles(count: number, workload: Workload): Generator<Body> {
  for (let index = 0; index < count; index++) {
    const { tenant, event, data, isFirst } = workload.next();
    yield {
      tenant,
      text: JSON.stringify({ event, data }),
      contentType: 'application/json',
      events: 1,
      firsts: isFirst ? 1 : 0,
    };
  }
}

/** The same events in the same order of each tenant, gathered: what is left over at the end makes smaller batches. */
export function* batches(count: number, workload: Workload, { size, format }: Batching): Generator<Body> {
  const gathered = new Map<number, { texts: string[]; firsts: number }>();
  for (const { tenant, text, firsts } of singles(count, workload)) {
    const batch = gathered.get(tenant) ?? { texts: [], firsts: 0 };
    gathered.set(tenant, batch);
    batch.texts.push(text);
    batch.firsts += firsts;
    if (batch.texts.length < size) continue;
    gathered.delete(tenant);
    yield bodyOf(tenant, batch, format);
  }
  for (const [tenant, batch] of gathered) yield bodyOf(tenant, batch, format);
}

function bodyOf(
  tenant: number,
  { texts, firsts }: { texts: readonly string[]; firsts: number },
  format: Batching['format'],
): Body {
  return format === 'array'
    ? { tenant, text: `[${texts.join(',')}]`, contentType: 'application/json', events: texts.length, firsts }
    : { tenant, text: texts.join('\n'), contentType: 'application/x-ndjson', events: texts.length, firsts };
}
