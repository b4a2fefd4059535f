import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { JobSender } from '#platform/queue';
import { ResolveNeeds } from './resolve-needs.job.js';

/** Wake-ups of one tenant within this time are one: a person does not see it. */
const COALESCE_MS = 20;
/** A tenant that goes on sending is woken again this much later: its needs are resolved in larger sets, and the queue is spared. */
const REPEAT_MS = 250;

/**
 * Tells the workers which tenants have unresolved needs. Never awaited by a request, and allowed to fail: the needs
 * themselves are the outbox, and the sweep finds what no wake-up told of.
 */
@Injectable()
export class Wakeups implements OnModuleDestroy {
  /** Tenants to wake, and when (`performance.now()`). */
  private readonly due = new Map<string, number>();
  private readonly lastWoken = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly jobs: JobSender) {}

  wake(tenantIds: Iterable<string>): void {
    const now = performance.now();
    for (const tenantId of tenantIds) {
      if (!this.due.has(tenantId)) this.due.set(tenantId, Math.max(now + COALESCE_MS, (this.lastWoken.get(tenantId) ?? -Infinity) + REPEAT_MS));
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
    if (tenantIds.length > 0) await this.jobs.send(ResolveNeeds, tenantIds.map((tenantId) => ({ tenantId })));
  }
}
