import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';
import { DirectoryChanges } from '../directory-changes.js';
import type { UpsertResult } from './plan-upsert.js';
import { sitesOfMoves } from './sites-of-moves.js';
import { type WorkerFields, hasLeft } from './worker-record.js';
import { writeWorkers } from './write-workers.js';

/** Writes large sets of workers, and publishes the changes. */
@Injectable()
export class WorkerUpsert {
  constructor(private readonly changes: DirectoryChanges) {}

  /** As {@link writeWorkers}. @returns the outcome of each row, in order */
  async upsertWorkers(tx: TenantTransaction, rows: readonly WorkerFields[]): Promise<UpsertResult[]> {
    const { results, changes } = await writeWorkers(tx, rows);
    const leaverIds = changes.flatMap(({ before, after }) => (hasLeft(before, after) ? [after.id] : []));
    const idsOf = (isNew: boolean): string[] =>
      changes.flatMap(({ before, after }) => ((before === null) === isNew ? [after.id] : []));
    if (changes.length > 0)
      await this.changes.publish(tx, {
        workerIds: idsOf(false),
        addedIds: idsOf(true),
        siteKeys: sitesOfMoves(changes),
        leaverIds,
      });
    return results;
  }
}
