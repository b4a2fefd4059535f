import type { TraceContext } from '#platform/telemetry';
import type { MappedPoint } from '../map/apply-signal-map.js';

/** A signal that waits to be written, with all values of its row. */
export interface PendingSignal {
  readonly tenantId: string;
  readonly signalId: string;
  readonly dedupeKey: string;
  readonly point: MappedPoint;
  /** The event as it was sent: JSON text, valid for `jsonb`. */
  readonly raw: string;
  /** What identifies the reported condition: see `contentOf`. */
  readonly content: string;
  /** The warnings about its fields, as JSON text; null: none. */
  readonly warnings: string | null;
  readonly receivedAt: Date;
  /** When the event was received for the first time, if this is a replay. */
  readonly firstReceivedAt?: Date | undefined;
  /** Months after which the signal may be deleted: the tenant's setting at the time of arrival. */
  readonly retentionMonths: number;
  /** The trace of its request; undefined: the request is not traced. */
  readonly trace?: TraceContext | undefined;
}

/** Identifies the data point of a signal across all tenants. Sorts by tenant, then by key. */
export function needKey({ tenantId, dedupeKey }: PendingSignal): string {
  return `${tenantId} ${dedupeKey}`;
}
