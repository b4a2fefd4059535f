import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** An event as the compared servers parse it: the benchmark sends only valid ones, so they validate little. */
export interface WebhookEvent {
  readonly event: string;
  readonly data: {
    readonly external_worker_id?: string;
    readonly email?: string;
    readonly site?: string;
    readonly topic?: string;
    readonly category?: string;
    readonly severity?: number;
    readonly dedupe_key?: string;
  };
}

/** The columns that both compared servers write. */
export interface DataPoint {
  readonly type: string;
  readonly dedupeKey: string;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: number;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
  readonly site: string | null;
  readonly siteKey: string | null;
}

export function isSigned(body: Buffer, signature: unknown, key: KeyObject): boolean {
  if (typeof signature !== 'string' || signature.length !== 64) return false;
  return timingSafeEqual(createHmac('sha256', key).update(body).digest(), Buffer.from(signature, 'hex'));
}

/** @returns null if the event is not one */
export function dataPointOf({ event, data }: WebhookEvent): DataPoint | null {
  if (typeof event !== 'string' || !event.startsWith('signal.') || typeof data !== 'object' || data === null)
    return null;
  const type = event.slice('signal.'.length);
  const audience = data.external_worker_id ?? data.email ?? data.site;
  if (audience === undefined) return null;
  return {
    type,
    dedupeKey: data.dedupe_key ?? `${type}:${audience}:${data.topic ?? ''}`,
    topic: data.topic ?? null,
    category: data.category ?? null,
    severity: data.severity ?? (type === 'credential_expired' ? 4 : 2),
    externalWorkerId: data.external_worker_id ?? null,
    email: data.email?.toLowerCase() ?? null,
    site: data.site ?? null,
    siteKey: data.site?.toLowerCase() ?? null,
  };
}
