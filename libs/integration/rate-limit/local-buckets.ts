import { LRUCache } from 'lru-cache';
import { type Bucket, type RateLimitDecision, fullBucket, refusalOf, take } from './token-bucket.js';

/** Number of buckets in memory. An evicted one has not been used for so long that it is full. */
const MAX_TENANTS = 20_000;

/** Token buckets that this process does not share. */
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

  /** The refusal of a request if the bucket has no token; null otherwise. */
  refusal(tenantId: string, rate: number, now: number): RateLimitDecision | null {
    const bucket = this.buckets.get(tenantId);
    return bucket === undefined ? null : refusalOf(bucket, rate, now);
  }
}
