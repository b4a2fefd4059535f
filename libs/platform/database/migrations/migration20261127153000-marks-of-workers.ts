import { Migration } from '@mikro-orm/migrations';

/**
 * A mark with a worker and a need: the worker's rows do not say yet that they have the need, or no longer do. The board
 * finds these by worker, and the job finds the others among them. The previous version takes both for marks of workers.
 */
export class Migration20261127153000MarksOfWorkers extends Migration {
  override up(): void {
    this.addSql(`
      create index readiness_mark_of_workers on readiness_mark (tenant_id, id) where worker_id is not null and need_id is null`);
    this.addSql(`
      create index readiness_mark_of_needs on readiness_mark (tenant_id, worker_id, need_id) where worker_id is not null and need_id is not null`);
  }
}
