import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { REDIS, type RedisClient } from '#platform/redis';
import { Lease } from './lease.js';
import { LocalBuckets } from './local-buckets.js';
import { SharedBuckets } from './shared-buckets.js';
import { DEFAULT_EVENTS_PER_SECOND, type RateLimitDecision } from './token-bucket.js';

const MAX_LEASES = 20_000;

/**
 * Limits the rate of each tenant by a token bucket, which all api processes share through Redis. Without Redis, or
 * while it does not answer, each process uses its own bucket: an unavailable limiter must not refuse signals that the
 * database could record.
 */
@Injectable()
export class RateLimiter {
  private readonly local = new LocalBuckets();
  private readonly shared: SharedBuckets | null;
  private readonly leases = new LRUCache<string, Lease>({ max: MAX_LEASES });

  constructor(@Inject(REDIS) redis: RedisClient | null) {
    this.shared = redis === null ? null : new SharedBuckets(redis);
  }

  /**
   * Takes a token for each event of a signed request. Returns a promise only if Redis must be asked; it never rejects.
   * @param eventsPerSecond the tenant's current rate; null: the default
   * @param events the number of events, at least 1
   */
  take(
    tenantId: string,
    eventsPerSecond: number | null,
    events: number,
  ): RateLimitDecision | Promise<RateLimitDecision> {
    const rate = eventsPerSecond ?? DEFAULT_EVENTS_PER_SECOND;
    const now = performance.now();
    if (this.shared === null || !this.shared.isUsable(now)) return this.local.take(tenantId, rate, events, now);
    const decision = this.leaseOf(tenantId, this.shared).take(rate, events, now);
    if (!(decision instanceof Promise)) return decision;
    return decision.then((shared) => shared ?? this.local.take(tenantId, rate, events, performance.now()));
  }

  /**
   * The refusal that {@link take} would return, if this process knows without a request to Redis that the tenant has
   * no token. Takes none.
   */
  refusal(tenantId: string, eventsPerSecond: number | null): RateLimitDecision | null {
    const rate = eventsPerSecond ?? DEFAULT_EVENTS_PER_SECOND;
    const now = performance.now();
    if (this.shared === null || !this.shared.isUsable(now)) return this.local.refusal(tenantId, rate, now);
    return this.leaseOf(tenantId, this.shared).refusal(rate, now);
  }

  private leaseOf(tenantId: string, shared: SharedBuckets): Lease {
    let lease = this.leases.get(tenantId);
    if (lease === undefined) {
      lease = new Lease((request) => shared.grant(tenantId, request));
      this.leases.set(tenantId, lease);
    }
    return lease;
  }
}
