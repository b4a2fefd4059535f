import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { JobSender } from '#platform/queue';
import { type TraceContext, continueTrace, tracedContext } from '#platform/telemetry';
import { ResolveNeeds } from './resolve-needs.job.js';

/** Wake-ups of one tenant within this time are sent as one. The delay is too short to notice. */
const COALESCE_MS = 20;
/**
 * Minimum time between wake-ups of a tenant that keeps sending, so that its needs are resolved in larger sets, with
 * fewer jobs.
 */
const REPEAT_MS = 250;

/**
 * Sends jobs for tenants with unresolved needs. No request waits for it, and it may fail: the needs themselves are the
 * outbox, and the sweep finds tenants whose wake-up was lost.
 */
@Injectable()
export class Wakeups implements OnModuleDestroy {
  /** Tenants to wake, and when (`performance.now()`). */
  private readonly due = new Map<string, number>();
  private readonly lastWoken = new Map<string, number>();
  /** For tenants to wake, the trace of their first traced signal, which the job continues. */
  private readonly traces = new Map<string, TraceContext>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly jobs: JobSender) {}

  wake(tenantIds: Iterable<string>): void {
    const now = performance.now();
    const origin = tracedContext();
    for (const tenantId of tenantIds) {
      if (origin !== undefined && !this.traces.has(tenantId)) this.traces.set(tenantId, origin);
      if (!this.due.has(tenantId))
        this.due.set(tenantId, Math.max(now + COALESCE_MS, (this.lastWoken.get(tenantId) ?? -Infinity) + REPEAT_MS));
    }
    this.timer ??= setTimeout(() => void this.sendDue(), COALESCE_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    await this.send([...this.due.keys()]);
  }

  private async sendDue(): Promise<void> {
    const now = performance.now();
    for (const [tenantId, woken] of this.lastWoken) if (woken + REPEAT_MS < now) this.lastWoken.delete(tenantId);
    const ready = [...this.due].flatMap(([tenantId, at]) => (at <= now ? [tenantId] : []));
    for (const tenantId of ready) {
      this.due.delete(tenantId);
      this.lastWoken.set(tenantId, now);
    }
    await this.send(ready);
    this.timer = this.due.size > 0 ? setTimeout(() => void this.sendDue(), COALESCE_MS) : null;
  }

  private async send(tenantIds: readonly string[]): Promise<void> {
    const untraced = tenantIds.filter((tenantId) => !this.traces.has(tenantId));
    const traced = tenantIds.filter((tenantId) => this.traces.has(tenantId));
    await Promise.all([
      this.sendIn(undefined, untraced),
      ...traced.map((tenantId) => this.sendIn(this.traces.get(tenantId), [tenantId])),
    ]);
  }

  private async sendIn(origin: TraceContext | undefined, tenantIds: readonly string[]): Promise<void> {
    for (const tenantId of tenantIds) this.traces.delete(tenantId);
    if (tenantIds.length > 0) await continueTrace(origin, () => this.jobs.wake(ResolveNeeds, tenantIds));
  }
}
