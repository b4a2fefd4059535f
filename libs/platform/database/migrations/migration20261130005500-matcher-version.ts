import { Migration } from '@mikro-orm/migrations';

/** The matcher with which the undecided needs of a tenant were last matched, beside the version of the library. */
export class Migration20261130005500MatcherVersion extends Migration {
  override up(): void {
    this.addSql('alter table matched_library add column matcher integer not null default 0');
  }
}
