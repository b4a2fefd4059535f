import { Migration } from '@mikro-orm/migrations';

/** Finds the marks of needs, and those of one worker, among the marks of all workers of a large tenant. */
export class Migration20261127131200MarksByWorker extends Migration {
  override up(): void {
    this.addSql('create index readiness_mark_by_worker on readiness_mark (tenant_id, worker_id, id)');
  }
}
