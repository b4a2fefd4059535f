import { createHash } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { within } from '#platform/lifecycle';
import type { RedisClient } from '#platform/redis';
import { messageOf } from '#platform/thrown';
import type { Grant, GrantRequest } from './lease.js';
import { GRANT_SCRIPT } from './grant-script.js';
import { capacityOf } from './token-bucket.js';

const TIMEOUT_MS = 50;
/** How long Redis is not called after it did not answer. */
const PAUSE_MS = 1_000;
const SCRIPT_ID = createHash('sha1').update(GRANT_SCRIPT).digest('hex');

/**
 * The token buckets in Redis, which all processes share. If Redis is slow or unavailable, logs a warning once, and
 * returns null.
 */
export class SharedBuckets {
  private readonly log = new Logger(SharedBuckets.name);
  private pausedUntil = 0;
  private failing = false;

  constructor(private readonly redis: RedisClient) {}

  /** False while Redis is disconnected, or has recently failed to answer. */
  isUsable(now: number): boolean {
    const connected = this.redis.status === 'ready';
    if (!connected) this.reportFailure('not connected');
    return connected && now >= this.pausedUntil;
  }

  /** @returns null: Redis did not answer within 50 ms */
  async grant(tenantId: string, request: GrantRequest): Promise<Grant | null> {
    try {
      const grant = readGrant(await within(TIMEOUT_MS, this.run(tenantId, request)));
      this.reportRecovery();
      return grant;
    } catch (error) {
      this.pausedUntil = performance.now() + PAUSE_MS;
      this.reportFailure(messageOf(error));
      return null;
    }
  }

  private async run(tenantId: string, { rate, returned, events, lease }: GrantRequest): Promise<unknown> {
    const values = [`rate-limit:${tenantId}`, rate, capacityOf(rate), returned, events, lease];
    try {
      return await this.redis.evalsha(SCRIPT_ID, 1, ...values);
    } catch (error) {
      // Redis was restarted or flushed, and no longer has the script.
      if (error instanceof Error && error.message.startsWith('NOSCRIPT'))
        return this.redis.eval(GRANT_SCRIPT, 1, ...values);
      throw error;
    }
  }

  private reportFailure(reason: string): void {
    if (!this.failing)
      this.log.warn(`Redis does not answer (${reason}): each process limits the tenants' rates by itself`);
    this.failing = true;
  }

  private reportRecovery(): void {
    if (this.failing) this.log.log("Redis answers again: all processes share the tenants' rates");
    this.failing = false;
  }
}

/** @throws Error if the reply has another form than the script's */
function readGrant(reply: unknown): Grant {
  const [allowed, leased, left] = Array.isArray(reply) ? reply.map(Number) : [];
  if (allowed === undefined || leased === undefined || left === undefined || !Number.isFinite(allowed + leased + left))
    throw new Error('the reply has an unknown form');
  return { allowed: allowed === 1, leased, left };
}
