import { Migration } from '@mikro-orm/migrations';

/**
 * The log of signals finds the few that found nothing open. No others are in this index, so that recording them writes
 * no more than before.
 */
export class Migration20261130150000NothingOpen extends Migration {
  override up(): void {
    this.addSql(`create index signal_nothing_open on signal (tenant_id, id) where outcome = 'nothing_open'`);
  }
}
