import { sql } from '@mikro-orm/postgresql';
import { type NeedChange, NeedChanges } from '#needs';
import type { TestDatabase } from './database.js';
import type { TestEngine } from './engine.js';

/** The columns that are a need's state. The others serve resolution, or count people and signals. */
const STATE = [
  'status',
  'closed_at',
  'snoozed_until',
  'topic',
  'category',
  'severity',
  'worker_id',
  'recommendation',
  'course_id',
  'offered_course_id',
  'due_at',
];

const stateOf = (row: string): string => STATE.map((column) => `${row}.${column}`).join(', ');

/** Triggers that record each changed row with its transaction, as the owner, for every role that writes. */
const TRIGGERS = `
  create table recorded_change (
    tenant_id uuid not null, transaction text not null, changed text not null, need_id uuid, worker_id uuid
  );
  create function record_change() returns trigger language plpgsql security definer set search_path = public,
  pg_temp as $$
  declare
    row jsonb = to_jsonb(case when tg_op = 'DELETE' then old else new end);
  begin
    insert into recorded_change values ((row ->> 'tenant_id')::uuid, pg_current_xact_id()::text, tg_table_name || case
        when tg_op = 'DELETE' then ' deleted' else '' end,
      (case when tg_table_name = 'need' then row ->> 'id' else row ->> 'need_id' end)::uuid,
      (row ->> 'worker_id')::uuid);
    return null;
  end $$;
  create trigger record_change after update on need for each row
    when ((${stateOf('old')}) is distinct from (${stateOf('new')})) execute function record_change();
  create trigger record_change after insert or
    update or delete on need_person for each row execute function record_change();
  create trigger record_change after insert or
    update or delete on assignment for each row execute function record_change();
  create trigger record_change after insert on completion for each row execute function record_change();`;

interface RecordedChange {
  readonly transaction: string;
  /** The table, with `deleted` for a deleted row. */
  readonly changed: string;
  readonly needId: string | null;
  readonly workerId: string | null;
}

/** The changes of needs and assignments in each transaction, and what it published. */
export class NeedChangeRecord {
  /** True: the listener throws, which rolls the transaction back. */
  isRefused = false;
  private readonly published = new Set<string>();

  private constructor(private readonly database: TestDatabase) {}

  static async of({ app, database }: TestEngine): Promise<NeedChangeRecord> {
    await database.query(TRIGGERS);
    const record = new NeedChangeRecord(database);
    app.get(NeedChanges, { strict: false }).subscribe(async (tx, changes) => {
      const rows = await tx.execute<Array<{ id: string }>>(sql`select pg_current_xact_id()::text as id`);
      for (const change of changes) record.add(rows[0]?.id ?? '', change);
      if (record.isRefused) throw new Error('a listener refuses the change');
    });
    return record;
  }

  /** Whether any transaction has published the need since {@link clear}. */
  hasNeed(needId: string): boolean {
    return [...this.published].some((one) => one.endsWith(` need ${needId}`));
  }

  async clear(): Promise<void> {
    this.published.clear();
    await this.database.query('truncate recorded_change');
  }

  /** Changes rows as time does: the triggers do not record it. */
  async queryWithoutRecording(statement: string, values: unknown[]): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await tx.query(`set local session_replication_role = 'replica'`);
      await tx.query(statement, values);
      await tx.query('commit');
    });
  }

  /** The number of changed rows of each table since {@link clear}; a row counts once in each transaction. */
  async counts(): Promise<Record<string, number>> {
    const rows = await this.recorded();
    return Object.fromEntries(
      [...Map.groupBy(rows, ({ changed }) => changed)].map(([name, all]) => [name, all.length]),
    );
  }

  /** The changes that the transaction which made them did not publish. */
  async unpublished(): Promise<RecordedChange[]> {
    return (await this.recorded()).filter((change) => !this.isPublished(change));
  }

  /** A need leads to whom it reaches, but not to whom it reached before, nor to those of its assignments. */
  private isPublished({ transaction, changed, needId, workerId }: RecordedChange): boolean {
    const ofNeed = this.published.has(`${transaction} need ${needId}`);
    const ofWorker = this.published.has(`${transaction} worker ${workerId}`);
    switch (changed) {
      case 'need':
        return ofNeed;
      case 'need_person':
        return ofNeed || ofWorker;
      default:
        return ofWorker;
    }
  }

  private recorded(): Promise<RecordedChange[]> {
    return this.database.query<RecordedChange>(
      `select distinct transaction, changed, need_id as "needId", worker_id as "workerId" from recorded_change`,
    );
  }

  /** @param transaction `pg_current_xact_id()` of the transaction that publishes */
  private add(transaction: string, { needIds, workerIds }: NeedChange): void {
    for (const id of needIds) this.published.add(`${transaction} need ${id}`);
    for (const id of workerIds) this.published.add(`${transaction} worker ${id}`);
  }
}
