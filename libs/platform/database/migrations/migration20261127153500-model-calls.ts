import { Migration } from '@mikro-orm/migrations';

/**
 * Calls of a model that a step has made. `attempt` names the call for the provider; `open_call_tokens` is counted for a
 * call whose worker was killed before the provider's figure was stored, and null if none is under way.
 */
export class Migration20261127153500ModelCalls extends Migration {
  override up(): void {
    this.addSql(
      `alter table draft_step add column attempt smallint not null default 1, add column open_call_tokens integer;`,
    );
  }
}
