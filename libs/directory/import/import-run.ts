import { sql } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids, tenantLockKey } from '#platform/database';
import { Conflict, type FieldError } from '#platform/errors';
import { InFlightBodies, type RowsBody, openRows } from '#platform/http';
import { FairSemaphore } from '#platform/fairness';
import { audit } from '#tenancy';
import type { RowSchema } from './row-schema.js';
import { type ImportResult, ImportTally, type RowOutcome } from './import-tally.js';
import type { ImportQuery } from './import.dto.js';
import { type ImportedRow, readImportedRows } from './imported-rows.js';
import { UniqueRows } from './unique-rows.js';
import { SpooledBody } from './spooled-body.js';

/** Writes the valid rows of an import, in sets, with the result of writing one row after the other. */
export interface ImportWriter<Fields, Extra extends object> {
  write(
    rows: readonly Fields[],
  ): Promise<ReadonlyArray<{ readonly outcome: RowOutcome; readonly errors: readonly FieldError[] }>>;
  /** Called after the last set. @returns fields of the result besides the counts */
  finish(failed: number): Promise<Extra>;
}

/** The schema of the rows, and the writer of one transaction. */
export interface ImportDefinition<Fields, Extra extends object> {
  readonly schema: RowSchema<Fields>;
  readonly begin: (tx: TenantTransaction) => ImportWriter<Fields, Extra>;
}

/** Concurrent imports of all tenants: each uses a connection until it is done. */
const IMPORT_LIMITS = { what: 'imports', total: 2, perKey: 1, waitingPerKey: 1, waitMs: 10_000 } as const;

/** Size of all spooled files of this process together. docs/security.md says how large /tmp must be. */
const MAX_SPOOLED_BYTES = 768 * 1024 * 1024;

/**
 * Imports rows. Writes all valid rows in one transaction, or none if the import fails as a whole; reports invalid
 * rows and continues with the others. A dry run does the same and rolls back. The transaction reads the file again if
 * it is repeated: after a deadlock, after a conflict with a concurrent edit, or because it wrongly assumed that its
 * workers are new.
 */
@Injectable()
export class ImportRun implements OnModuleDestroy {
  private readonly writing = new FairSemaphore(IMPORT_LIMITS);
  /** Tenants with a running import in this process, from its first byte on. */
  private readonly importing = new Set<string>();
  /** Their files: the size is limited like the memory of bodies, so that slow senders keep no space from others. */
  private readonly files = new InFlightBodies(MAX_SPOOLED_BYTES);

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  onModuleDestroy(): void {
    this.files.close();
  }

  /**
   * @throws Problem if the body is too large
   * @throws Invalid if it cannot be read
   * @throws Conflict while another import of the tenant is running; the body is not read then
   * @throws TooManyRequests if imports of other tenants take all places for ten seconds
   */
  async run<Fields, Extra extends object>(
    rows: RowsBody,
    query: ImportQuery,
    definition: ImportDefinition<Fields, Extra>,
  ): Promise<ImportResult & Extra> {
    const { tenantId } = this.scope.tenant;
    if (this.importing.has(tenantId)) throw new ImportRunning();
    this.importing.add(tenantId);
    try {
      // Detects an import that another process is writing before the body is read.
      await this.database.inTenant(lockTenantImports);
      return await this.runExclusively(tenantId, rows, query, definition);
    } finally {
      this.importing.delete(tenantId);
    }
  }

  private async runExclusively<Fields, Extra extends object>(
    tenantId: string,
    rows: RowsBody,
    query: ImportQuery,
    definition: ImportDefinition<Fields, Extra>,
  ): Promise<ImportResult & Extra> {
    const body = await SpooledBody.receive(await openRows(rows), rows.maxBytes, rows.network, this.files);
    try {
      return await this.writing.run(
        tenantId,
        () => this.runTransaction(() => readImportedRows(body, definition.schema, query), query, definition),
        this.scope.call?.waitBudget,
      );
    } finally {
      await body.close();
    }
  }

  private async runTransaction<Fields, Extra extends object>(
    rows: () => AsyncIterable<Array<ImportedRow<Fields>>>,
    { dryRun = false, ...options }: ImportQuery,
    definition: ImportDefinition<Fields, Extra>,
  ): Promise<ImportResult & Extra> {
    const { actor } = this.scope.tenant;
    try {
      return await this.database.inTenantWithoutShare(async (tx) => {
        await lockTenantImports(tx);
        const tally = new ImportTally();
        const writer = definition.begin(tx);
        await writeAll(rows(), writer, tally, new UniqueRows(definition.schema.unique ?? []));
        const extra = await writer.finish(tally.counts.failed);
        const result = { ...tally.result(dryRun), ...extra };
        if (dryRun) throw new DryRunRollback(result);
        audit(tx, {
          actor,
          action: `${definition.schema.name}.imported`,
          subject: { kind: 'import', id: ids.next() },
          after: { ...options, ...tally.counts, ...extra },
        });
        return result;
      });
    } catch (error) {
      if (error instanceof DryRunRollback) return error.result as ImportResult & Extra;
      throw error;
    }
  }
}

/** Thrown to roll back the transaction of a dry run. */
class DryRunRollback extends Error {
  constructor(readonly result: ImportResult) {
    super('a dry run');
  }
}

class ImportRunning extends Conflict {
  constructor() {
    super('import_running', 'another import is running: send this one when it is done');
  }
}

/** Two concurrent imports of the same workers would wait for each other's row locks. @throws ImportRunning */
async function lockTenantImports(tx: TenantTransaction): Promise<void> {
  const [row] = await tx.execute<Array<{ alone: boolean }>>(
    sql`select pg_try_advisory_xact_lock(${tenantLockKey('import', sql`${tx.tenantId}::text`)}) as alone`,
  );
  if (row?.alone !== true) throw new ImportRunning();
}

/** Reads the next set while it writes the one before. */
async function writeAll<Fields>(
  sets: AsyncIterable<Array<ImportedRow<Fields>>>,
  writer: ImportWriter<Fields, object>,
  tally: ImportTally,
  unique: UniqueRows<Fields>,
): Promise<void> {
  let writing = Promise.resolve();
  for await (const set of sets) {
    await writing;
    writing = writeSet(set, writer, tally, unique);
    // Awaited before the next set; until then a rejection must not count as unhandled.
    writing.catch(() => undefined);
  }
  await writing;
}

async function writeSet<Fields>(
  set: ReadonlyArray<ImportedRow<Fields>>,
  writer: ImportWriter<Fields, object>,
  tally: ImportTally,
  unique: UniqueRows<Fields>,
): Promise<void> {
  const rows: number[] = [];
  const good: Fields[] = [];
  for (const { row, read } of set) {
    const errors = 'errors' in read ? read.errors : unique.repeats(row, read.fields);
    if ('errors' in read || errors.length > 0) tally.add(row, 'refused', errors);
    else {
      rows.push(row);
      good.push(read.fields);
    }
  }
  const outcomes = good.length === 0 ? [] : await writer.write(good);
  for (const [index, { outcome, errors }] of outcomes.entries()) tally.add(rows[index] ?? 0, outcome, errors);
}
