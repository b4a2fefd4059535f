import { Migration } from '@mikro-orm/migrations';

/** Who made each API token, until when it opens anything, and when it last did. */
export class Migration20261125140000TokenLife extends Migration {
  override up(): void {
    this.addSql(`
      alter table api_token
        add column created_by text,
        add column expires_at timestamptz,
        add column last_used_at timestamptz`);
  }
}
