import type { TraceContext } from '#platform/telemetry';
import type { MappedPoint } from '../map/apply-signal-map.js';

/** A data point that waits to be written, with all values of its row. */
export interface PendingSignal {
  readonly tenantId: string;
  readonly signalId: string;
  readonly dedupeKey: string;
  readonly point: MappedPoint;
  /** The event as it was sent: JSON text, valid for `jsonb`. */
  readonly raw: string;
  readonly receivedAt: Date;
  /** When the event was received for the first time, if this is a replay. */
  readonly firstReceivedAt?: Date | undefined;
  /** Months after which the signal may be dropped: the tenant's setting when it arrived. */
  readonly retentionMonths: number;
  /** Of the request that brought it; undefined: it is not traced. */
  readonly trace?: TraceContext | undefined;
}

/** Names the data point of a signal among those of all tenants; sorts by tenant, then by key. */
export function needKey({ tenantId, dedupeKey }: PendingSignal): string {
  return `${tenantId} ${dedupeKey}`;
}
