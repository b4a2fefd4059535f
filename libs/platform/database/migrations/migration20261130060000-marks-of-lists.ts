import { Migration } from '@mikro-orm/migrations';

/**
 * A mark may name many workers: storing one row is cheaper than one for each of them. The previous version takes such a
 * mark for one of all workers, and computes more than it must.
 */
export class Migration20261130060000MarksOfLists extends Migration {
  override up(): void {
    this.addSql('alter table readiness_mark add column worker_ids uuid[]');
  }
}
