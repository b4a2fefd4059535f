import { Migration } from '@mikro-orm/migrations';

/** The log of a webhook finds the few deliveries that failed. Those that succeed are never in this index. */
export class Migration20261130151000FailedDeliveries extends Migration {
  override up(): void {
    this.addSql(`create index webhook_delivery_failed on webhook_delivery (tenant_id, endpoint_id, id)
      where status = 'failed'`);
  }
}
