import { Migration } from '@mikro-orm/migrations';

/** How much of a step a model has written, while it writes. */
export class Migration20261127191300StepProgress extends Migration {
  override up(): void {
    this.addSql(`alter table draft_step add column characters integer not null default 0;`);
  }
}
