import type { FieldError } from '#platform/errors';
import {
  WORKER_KEYS,
  type WorkerFields,
  type WorkerKey,
  type WorkerRecord,
  workerErrors,
  isSame,
  mergeWorker,
} from './worker-record.js';
import { BELONGS_TO_ANOTHER } from './worker.errors.js';

/** The result of one row. */
export interface UpsertResult {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'refused';
  /** UUID; null: the row is refused. */
  readonly workerId: string | null;
  /** The reasons of the refusal. */
  readonly errors: readonly FieldError[];
}

/** A worker that changes: before (null: it is new) and after. */
export interface WorkerChange {
  readonly before: WorkerRecord | null;
  readonly after: WorkerRecord;
}

/** The results of a set of rows, in their order, and the workers that change. */
export interface WorkerPlan {
  readonly results: UpsertResult[];
  readonly changes: WorkerChange[];
}

/**
 * Plans a set of rows, with the result of writing them one after the other. Writes nothing. A row's worker is the one
 * with its external id, else with its e-mail, else with its learner id, unless that worker has another external id
 * than the row. An e-mail or learner id of a worker who has left passes to a row about somebody who is there.
 * @param known all workers that any row names by any key
 * @param replaceable external ids that the external id of a row replaces
 */
export function planUpsert(
  known: readonly WorkerRecord[],
  rows: readonly WorkerFields[],
  nextId: () => string,
  replaceable: ReadonlySet<string> = new Set(),
): WorkerPlan {
  const stored = new Map(known.map((worker) => [worker.id, worker]));
  const directory = new Directory(known, replaceable);
  const touched = new Set<string>();
  const results = rows.map((row): UpsertResult => {
    const before = directory.findWorker(row);
    const after = mergeWorker(before, row, nextId());
    const errors = [...workerErrors(after), ...directory.takenKeyErrors(after)];
    if (errors.length > 0) return { outcome: 'refused', workerId: null, errors };
    if (before !== null && isSame(before, after)) return { outcome: 'unchanged', workerId: after.id, errors };
    for (const id of directory.takeFromLeavers(after)) touched.add(id);
    directory.put(before, after);
    touched.add(after.id);
    return { outcome: before === null ? 'created' : 'updated', workerId: after.id, errors };
  });
  const changes = [...touched].flatMap((id): WorkerChange[] => {
    const after = directory.get(id);
    return after === undefined ? [] : [{ before: stored.get(id) ?? null, after }];
  });
  return { results, changes };
}

/** The workers in memory, by id and by each of their keys. */
class Directory {
  private readonly byId = new Map<string, WorkerRecord>();
  private readonly byKey: Readonly<Record<WorkerKey, Map<string, string>>> = {
    externalWorkerId: new Map(),
    email: new Map(),
    learnerId: new Map(),
  };

  constructor(
    workers: readonly WorkerRecord[],
    private readonly replaceable: ReadonlySet<string>,
  ) {
    for (const worker of workers) this.put(null, worker);
  }

  get(id: string): WorkerRecord | undefined {
    return this.byId.get(id);
  }

  findWorker({ externalWorkerId = null, email = null, learnerId = null }: WorkerFields): WorkerRecord | null {
    const named = { externalWorkerId, email: email?.toLowerCase() ?? null, learnerId };
    for (const key of WORKER_KEYS) {
      const worker = this.workerWithKey(key, named[key]);
      const isOther =
        worker !== null &&
        worker.externalWorkerId !== null &&
        externalWorkerId !== null &&
        worker.externalWorkerId !== externalWorkerId &&
        !this.replaceable.has(worker.externalWorkerId);
      if (worker !== null && !isOther) return worker;
    }
    return null;
  }

  takenKeyErrors(worker: WorkerRecord): FieldError[] {
    return this.othersWithKeysOf(worker)
      .filter(({ other }) => !worker.active || other.active || other.externalWorkerId === null)
      .map(({ key }) => ({ field: key, message: BELONGS_TO_ANOTHER }));
  }

  /**
   * Removes the keys of a worker from those who have left, as far as {@link takenKeyErrors} allows. @returns their ids
   */
  takeFromLeavers(worker: WorkerRecord): string[] {
    return this.othersWithKeysOf(worker).map(({ key, other }) => {
      const left = this.byId.get(other.id) ?? other;
      this.put(left, { ...left, [key]: null });
      return other.id;
    });
  }

  private othersWithKeysOf(worker: WorkerRecord): Array<{ key: WorkerKey; other: WorkerRecord }> {
    return WORKER_KEYS.flatMap((key) => {
      const other = this.workerWithKey(key, worker[key]);
      return other === null || other.id === worker.id ? [] : [{ key, other }];
    });
  }

  put(before: WorkerRecord | null, after: WorkerRecord): void {
    for (const key of WORKER_KEYS) {
      const [old, now] = [before?.[key] ?? null, after[key]];
      if (old !== null) this.byKey[key].delete(old);
      if (now !== null) this.byKey[key].set(now, after.id);
    }
    this.byId.set(after.id, after);
  }

  private workerWithKey(key: WorkerKey, value: string | null): WorkerRecord | null {
    const id = value === null ? undefined : this.byKey[key].get(value);
    return (id === undefined ? undefined : this.byId.get(id)) ?? null;
  }
}
