import { Migration } from '@mikro-orm/migrations';

/** The pages of a PDF on which no text was found: nothing on them is cited, which its reader has to know. */
export class Migration20261201185500PagesWithoutText extends Migration {
  override up(): void {
    this.addSql(`alter table document add column pages_without_text jsonb not null default '[]'`);
  }
}
