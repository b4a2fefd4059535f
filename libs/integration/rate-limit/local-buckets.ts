import { LRUCache } from 'lru-cache';
import { type Bucket, type RateLimitDecision, fullBucket, take } from './token-bucket.js';

/** Tenants whose buckets are kept: one that is forgotten has sent nothing for so long that its bucket is full. */
const MAX_TENANTS = 20_000;

/** The buckets of this process alone. */
export class LocalBuckets {
  private readonly buckets = new LRUCache<string, Bucket>({ max: MAX_TENANTS });

  take(tenantId: string, rate: number, events: number, now: number): RateLimitDecision {
    let bucket = this.buckets.get(tenantId);
    if (bucket === undefined) {
      bucket = fullBucket(rate, now);
      this.buckets.set(tenantId, bucket);
    }
    return take(bucket, rate, events, now);
  }
}
