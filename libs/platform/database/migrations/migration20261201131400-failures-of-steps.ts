import { Migration } from '@mikro-orm/migrations';

/**
 * The failed attempts at the next step of a draft, by what failed: an outage of the provider does not use up the
 * attempts that a wrong answer has. `attempts` stays for processes of the release before.
 */
export class Migration20261201131400FailuresOfSteps extends Migration {
  override up(): void {
    this.addSql(`alter table draft add column failures jsonb not null default '{}'`);
  }
}
