import type { TenantTransaction } from '#platform/database';
import type { FieldError } from '#platform/errors';
import type { DirectoryChanges } from '../directory-changes.js';
import type { ImportWriter } from '../import/import-run.js';
import type { RowOutcome } from '../import/import-tally.js';
import { type WorkerKeys, lockWorkers, unknownWorker } from './find-workers.js';

type Held<Fields> = Omit<Fields, keyof WorkerKeys> & { readonly workerId: string };

/** Writes rows that are about workers who are known; the worker of each is found first. */
export class HolderWriter<Fields extends WorkerKeys> implements ImportWriter<Fields, object> {
  private readonly changedIds = new Set<string>();

  /** @param store writes a set whose workers are known and locked, and tells what became of each */
  constructor(
    private readonly tx: TenantTransaction,
    private readonly changes: DirectoryChanges,
    private readonly store: (tx: TenantTransaction, held: ReadonlyArray<Held<Fields>>) => Promise<RowOutcome[]>,
  ) {}

  async write(rows: readonly Fields[]): Promise<Array<{ outcome: RowOutcome; errors: FieldError[] }>> {
    const workerIds = await lockWorkers(this.tx, rows);
    const held = rows.flatMap((row, index): Array<Held<Fields>> => {
      const workerId = workerIds[index] ?? null;
      return workerId === null ? [] : [{ ...row, workerId }];
    });
    const outcomes = held.length === 0 ? [] : await this.store(this.tx, held);
    for (const [index, { workerId }] of held.entries())
      if (outcomes[index] !== 'unchanged') this.changedIds.add(workerId);
    const left = outcomes.values();
    return rows.map((row, index) =>
      workerIds[index] === null
        ? { outcome: 'refused', errors: unknownWorker(row) }
        : { outcome: left.next().value ?? 'unchanged', errors: [] },
    );
  }

  async finish(): Promise<object> {
    if (this.changedIds.size > 0)
      await this.changes.publish(this.tx, { workerIds: [...this.changedIds], siteKeys: [] });
    return {};
  }
}
