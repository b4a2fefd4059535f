import { Migration } from '@mikro-orm/migrations';

/**
 * The rows of the statement that stores completions, with the day on which a training was completed, as text. The type
 * `reported_completion` without it serves the release before.
 */
export class Migration20261130025000CompletionDays extends Migration {
  override up(): void {
    this.addSql(`
      create type completion_report as (tenant_id uuid, dedupe_key text, id uuid, type text, raw text,
        retention_months smallint, warnings text, external_worker_id text, email text, learner_id text, topic text,
        courses text, completed_on text, completed_at timestamptz)`);
  }
}
