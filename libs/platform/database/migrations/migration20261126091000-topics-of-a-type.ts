import { Migration } from '@mikro-orm/migrations';

/**
 * The inbox's page of a topic and a type asks its index for both: the type stands behind the page's order and spares
 * looking the others up.
 */
export class Migration20261126091000TopicsOfAType extends Migration {
  override up(): void {
    this.addSql(`
      drop index need_by_topic;
      create index need_by_topic on need (tenant_id, topic, status, recommendation, severity, id, type)
        where (resolved_at is not null or closed_at is not null) and topic is not null;`);
  }
}
