import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { JobSender } from '#platform/queue';
import { ResolveNeeds } from './resolve-needs.job.js';

/** Wake-ups of one tenant within this time are one: a person does not see it, and the queue is spared thousands a second. */
const COALESCE_MS = 20;

/**
 * Tells the workers which tenants have unresolved needs. Never awaited by a request, and allowed to fail: the needs
 * themselves are the outbox, and the sweep finds what no wake-up told of.
 */
@Injectable()
export class Wakeups implements OnModuleDestroy {
  private readonly due = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly jobs: JobSender) {}

  wake(tenantIds: Iterable<string>): void {
    for (const tenantId of tenantIds) this.due.add(tenantId);
    this.timer ??= setTimeout(() => void this.send(), COALESCE_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    await this.send();
  }

  private async send(): Promise<void> {
    const payloads = [...this.due].map((tenantId) => ({ tenantId }));
    this.due.clear();
    if (payloads.length > 0) await this.jobs.send(ResolveNeeds, payloads);
    this.timer = this.due.size > 0 ? setTimeout(() => void this.send(), COALESCE_MS) : null;
  }
}
