import { Migration } from '@mikro-orm/migrations';

/** The system that signs with a secret; those of the operator are called `default`. */
export class Migration20261127225200NamedSecrets extends Migration {
  override up(): void {
    this.addSql(`alter table signing_secret add column name text not null default 'default';`);
  }
}
