import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, sqlArray } from '#platform/database';

const EVERY_MS = 600_000;
const TENANTS_AT_ONCE = 500;

/** Deletes keys that are past their day, at the start of a worker and every ten minutes. A key that is past it counts for nothing before that. */
@Injectable()
export class KeyExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(KeyExpiry.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.running = this.runOnce();
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.runOnce());
    }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async runOnce(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.log.warn(`Idempotency-Keys past their day are not deleted: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async run(): Promise<void> {
    const tenants = await this.database.asOperator([], (tx) => tx.execute<Array<{ id: string }>>('select id from tenant'));
    for (let start = 0; start < tenants.length; start += TENANTS_AT_ONCE) {
      const tenantIds = tenants.slice(start, start + TENANTS_AT_ONCE).map(({ id }) => id);
      await this.database.inTenants(tenantIds, (tx) =>
        tx.execute('delete from idempotency_key where tenant_id = any (?::uuid[]) and expires_at <= now()', [sqlArray(tenantIds)]),
      );
    }
  }
}
