import type { TenantTransaction } from '#platform/database';
import type { FieldError } from '#platform/errors';
import { lockTimeZoneShared } from '#tenancy';
import type { DirectoryChanges } from '../directory-changes.js';
import type { ImportWriter } from '../import/import-run.js';
import type { RowOutcome } from '../import/import-tally.js';
import { type WorkerKeyValues, lockWorkers, unknownWorkerErrors } from './find-workers.js';

type WithWorkerId<Fields> = Omit<Fields, keyof WorkerKeyValues> & { readonly workerId: string };

/** Writes imported rows that belong to workers, such as credentials: finds and locks the worker of each row first. */
export class WorkerItemWriter<Fields extends WorkerKeyValues> implements ImportWriter<Fields, object> {
  private readonly changedIds = new Set<string>();

  /** @param store writes a set of rows whose workers are locked, and returns the outcome of each */
  constructor(
    private readonly tx: TenantTransaction,
    private readonly changes: DirectoryChanges,
    private readonly store: (
      tx: TenantTransaction,
      items: ReadonlyArray<WithWorkerId<Fields>>,
    ) => Promise<RowOutcome[]>,
  ) {}

  async write(rows: readonly Fields[]): Promise<Array<{ outcome: RowOutcome; errors: FieldError[] }>> {
    await lockTimeZoneShared(this.tx);
    const workerIds = await lockWorkers(this.tx, rows);
    const items = rows.flatMap((row, index): Array<WithWorkerId<Fields>> => {
      const workerId = workerIds[index] ?? null;
      return workerId === null ? [] : [{ ...row, workerId }];
    });
    const outcomes = items.length === 0 ? [] : await this.store(this.tx, items);
    for (const [index, { workerId }] of items.entries())
      if (outcomes[index] !== 'unchanged') this.changedIds.add(workerId);
    const remaining = outcomes.values();
    return rows.map((row, index) =>
      workerIds[index] === null
        ? { outcome: 'refused', errors: unknownWorkerErrors(row) }
        : { outcome: remaining.next().value ?? 'unchanged', errors: [] },
    );
  }

  async finish(): Promise<object> {
    if (this.changedIds.size > 0)
      await this.changes.publish(this.tx, { workerIds: [...this.changedIds], siteKeys: [] });
    return {};
  }
}
