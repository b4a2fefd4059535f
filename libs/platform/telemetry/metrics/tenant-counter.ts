import type { Counter } from 'prom-client';
import { type Instrument, counter } from './instruments.js';

/** How many tenants have their own label: a series for each of thousands would be too expensive for Prometheus. */
export const MAX_TENANTS = 100;
/** The label of all other tenants together. */
export const OTHER_TENANTS = 'other';
/** The sender is unknown or names no tenant: a name from an unauthenticated client never becomes a label. */
const UNKNOWN = 'unknown';

const named = new Set<string>();

/** The label of a tenant: its slug for the first hundred of this process, `other` for all others. */
function tenantLabel(slug: string): string {
  if (named.has(slug)) return slug;
  if (named.size >= MAX_TENANTS) return OTHER_TENANTS;
  named.add(slug);
  return slug;
}

/**
 * A counter by tenant and by one more label with a few fixed values. Incrementing an existing series allocates
 * nothing, so that it can be used for every data point.
 */
export class TenantCounter<Value extends string> {
  private readonly counter: Counter;
  private readonly handles = new Map<string, Map<Value, Counter.Internal>>();

  constructor(
    instrument: Omit<Instrument<never>, 'labels'>,
    /** The name of the second label. */
    by: string,
  ) {
    this.counter = counter({ ...instrument, labels: ['tenant', by] });
  }

  /** @param slug of an existing tenant; undefined: the tenant is unknown */
  add(slug: string | undefined, value: Value, count = 1): void {
    this.handle(slug === undefined ? UNKNOWN : tenantLabel(slug), value).inc(count);
  }

  private handle(tenant: string, value: Value): Counter.Internal {
    let byValue = this.handles.get(tenant);
    if (byValue === undefined) this.handles.set(tenant, (byValue = new Map<Value, Counter.Internal>()));
    let handle = byValue.get(value);
    if (handle === undefined) byValue.set(value, (handle = this.counter.labels(tenant, value)));
    return handle;
  }
}
