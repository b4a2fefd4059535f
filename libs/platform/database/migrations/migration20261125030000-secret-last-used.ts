import { Migration } from '@mikro-orm/migrations';

/** When each signing secret last signed a request. */
export class Migration20261125030000SecretLastUsed extends Migration {
  override up(): void {
    this.addSql('alter table signing_secret add column last_used_at timestamptz');
  }
}
