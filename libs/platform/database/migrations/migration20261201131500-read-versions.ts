import { Migration } from '@mikro-orm/migrations';

/**
 * What a learner has read and answered. The version of the course also changes when it is renamed or archived, and the
 * result of the last attempt was no longer shown then.
 */
export class Migration20261201131500ReadVersions extends Migration {
  override up(): void {
    this.addSql('alter table quiz_attempt add column read_version bigint');
  }
}
