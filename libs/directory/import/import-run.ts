import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, TransactionLost, ids } from '#platform/database';
import { Conflict, type FieldError } from '#platform/errors';
import type { RowsBody } from '#platform/http';
import { FairGate } from '#platform/shares';
import { audit } from '#tenancy';
import type { ImportKind } from './import-kind.js';
import { type ImportResult, ImportTally, type RowOutcome } from './import-tally.js';
import type { ImportQuery } from './import.dto.js';
import { type ImportedRow, importedRows } from './imported-rows.js';
import { SpooledBody } from './spooled-body.js';

/** Writes the good rows of an import, in sets, as if one row was written after the other. */
export interface ImportWriter<Fields, Told extends object> {
  write(
    rows: readonly Fields[],
  ): Promise<ReadonlyArray<{ readonly outcome: RowOutcome; readonly errors: readonly FieldError[] }>>;
  /** After the last set. @returns what is told of the import beyond its counts */
  finish(failed: number): Promise<Told>;
}

/** What an import is made of, of whatever kind. */
export interface Import<Fields, Told extends object> {
  readonly kind: ImportKind<Fields>;
  readonly begin: (tx: TenantTransaction) => ImportWriter<Fields, Told>;
}

/** Imports that are written at once, of all tenants: each takes a connection for as long as it takes. */
const WRITING = { what: 'imports', total: 2, perKey: 1, waitingPerKey: 1, waitMs: 10_000 } as const;

/**
 * Losing against an edit that was made meanwhile, or having supposed what was not so, an import is made again from its
 * file.
 */
const TRIES = 4;

/**
 * Imports of rows. All good rows are written in one transaction, or none where the import fails as a whole; rows that
 * are wrong are told of and keep nobody from being written. A dry run is the import itself, taken back.
 */
@Injectable()
export class ImportRun {
  private readonly writing = new FairGate(WRITING);
  /** Tenants with an import under way in this process, from its first byte on. */
  private readonly importing = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /**
   * @throws Problem where the body is too large
   * @throws Invalid where it cannot be read
   * @throws Conflict while another import of the tenant is under way; the body is not read then
   * @throws TooManyRequests where imports of other tenants take all places for ten seconds
   */
  async run<Fields, Told extends object>(
    rows: RowsBody,
    query: ImportQuery,
    of: Import<Fields, Told>,
  ): Promise<ImportResult & Told> {
    const { tenantId } = this.scope.tenant;
    if (this.importing.has(tenantId)) throw new ImportRunning();
    this.importing.add(tenantId);
    try {
      // An import that another process writes is noticed before the body is read, too.
      await this.database.inTenant(demandAlone);
      return await this.runAlone(tenantId, rows, query, of);
    } finally {
      this.importing.delete(tenantId);
    }
  }

  private async runAlone<Fields, Told extends object>(
    tenantId: string,
    { format, stream, mostBytes }: RowsBody,
    query: ImportQuery,
    of: Import<Fields, Told>,
  ): Promise<ImportResult & Told> {
    const body = await SpooledBody.receive(stream, mostBytes);
    try {
      return await this.writing.run(
        tenantId,
        () => this.retryLost(() => this.transact(() => importedRows(body, format, of.kind, query.mapping), query, of)),
        this.scope.call?.patience,
      );
    } finally {
      await body.close();
    }
  }

  private async retryLost<T>(transact: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await transact();
      } catch (error) {
        if (!(error instanceof TransactionLost) || tries === TRIES) throw error;
      }
    }
  }

  private async transact<Fields, Told extends object>(
    rows: () => AsyncIterable<Array<ImportedRow<Fields>>>,
    { dryRun = false, ...options }: ImportQuery,
    of: Import<Fields, Told>,
  ): Promise<ImportResult & Told> {
    const { actor } = this.scope.tenant;
    try {
      return await this.database.apart(async (tx) => {
        await demandAlone(tx);
        const tally = new ImportTally();
        const writer = of.begin(tx);
        await writeAll(rows(), writer, tally);
        const told = await writer.finish(tally.counts.failed);
        const result = { ...tally.result(dryRun), ...told };
        if (dryRun) throw new TakenBack(result);
        audit(tx, {
          tenantId: tx.tenantId,
          actor,
          action: `${of.kind.name}.imported`,
          subject: { kind: 'import', id: ids.next() },
          after: { ...options, ...tally.counts, ...told },
        });
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result as ImportResult & Told;
      throw error;
    }
  }
}

/** Thrown out of the transaction of a dry run, so that it is rolled back. */
class TakenBack extends Error {
  constructor(readonly result: ImportResult) {
    super('a dry run');
  }
}

class ImportRunning extends Conflict {
  constructor() {
    super('import_running', 'another import is under way: send this one when it is done');
  }
}

/** Two imports of the same people at once would wait for each other's rows. */
async function demandAlone(tx: TenantTransaction): Promise<void> {
  const [row] = await tx.execute<Array<{ alone: boolean }>>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('import:' || ${tx.tenantId}, 0)) as alone`,
  );
  if (row?.alone !== true) throw new ImportRunning();
}

/** The next set is read while one is written. */
async function writeAll<Fields>(
  sets: AsyncIterable<Array<ImportedRow<Fields>>>,
  writer: ImportWriter<Fields, object>,
  tally: ImportTally,
): Promise<void> {
  let writing = Promise.resolve();
  for await (const set of sets) {
    await writing;
    writing = writeSet(set, writer, tally);
    // Waited for before the next set; until then a failure is nobody's.
    writing.catch(() => undefined);
  }
  await writing;
}

async function writeSet<Fields>(
  set: ReadonlyArray<ImportedRow<Fields>>,
  writer: ImportWriter<Fields, object>,
  tally: ImportTally,
): Promise<void> {
  const rows: number[] = [];
  const good: Fields[] = [];
  for (const { row, read } of set) {
    if ('errors' in read) tally.add(row, 'refused', read.errors);
    else {
      rows.push(row);
      good.push(read.fields);
    }
  }
  const outcomes = good.length === 0 ? [] : await writer.write(good);
  for (const [index, { outcome, errors }] of outcomes.entries()) tally.add(rows[index] ?? 0, outcome, errors);
}
