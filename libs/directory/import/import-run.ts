import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type Transaction, TransactionLost, ids } from '#platform/database';
import { Conflict, type FieldError } from '#platform/errors';
import type { RowsBody } from '#platform/http';
import { audit } from '#tenancy';
import type { ImportKind } from './import-kind.js';
import { type ImportResult, ImportTally, type RowOutcome } from './import-tally.js';
import type { ImportQuery } from './import.dto.js';
import { type ImportedRow, importedRows } from './imported-rows.js';
import { SpooledBody } from './spooled-body.js';

/** Writes the good rows of an import, in sets, as if one row was written after the other. */
export interface ImportWriter<Fields, Told extends object> {
  write(rows: readonly Fields[]): Promise<ReadonlyArray<{ readonly outcome: RowOutcome; readonly errors: readonly FieldError[] }>>;
  /** After the last set. @returns what is told of the import beyond its counts */
  finish(failed: number): Promise<Told>;
}

/** What an import is made of, of whatever kind. */
export interface Import<Fields, Told extends object> {
  readonly kind: ImportKind<Fields>;
  readonly begin: (tx: Transaction, tenantId: string) => ImportWriter<Fields, Told>;
}

/** Losing against an edit that was made meanwhile, or having supposed what was not so, an import is made again from its file. */
const TRIES = 4;

/**
 * Imports of rows. All good rows are written in one transaction, or none where the import fails as a whole; rows that are wrong
 * are told of and keep nobody from being written. A dry run is the import itself, taken back.
 */
@Injectable()
export class ImportRun {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /** @throws Problem where the body is too large, Invalid where it cannot be read, Conflict while another import of the tenant runs */
  async run<Fields, Told extends object>({ format, stream }: RowsBody, query: ImportQuery, of: Import<Fields, Told>): Promise<ImportResult & Told> {
    const body = await SpooledBody.receive(stream);
    try {
      for (let tries = 1; ; tries++) {
        try {
          return await this.transact(() => importedRows(body, format, of.kind, query.mapping), query, of);
        } catch (error) {
          if (!(error instanceof TransactionLost) || tries === TRIES) throw error;
        }
      }
    } finally {
      await body.close();
    }
  }

  private async transact<Fields, Told extends object>(rows: () => AsyncIterable<Array<ImportedRow<Fields>>>, { dryRun = false, ...options }: ImportQuery, of: Import<Fields, Told>): Promise<ImportResult & Told> {
    const { actor } = this.scope.tenant;
    try {
      return await this.database.inTenant(async (tx, tenantId) => {
        await demandAlone(tx, tenantId);
        const tally = new ImportTally();
        const writer = of.begin(tx, tenantId);
        await writeAll(rows(), writer, tally);
        const told = await writer.finish(tally.counts.failed);
        const result = { ...tally.result(dryRun), ...told };
        if (dryRun) throw new TakenBack(result);
        audit(tx, { tenantId, actor, action: `${of.kind.name}.imported`, subject: { kind: 'import', id: ids.next() }, after: { ...options, ...tally.counts, ...told } });
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

/** Two imports of the same people at once would wait for each other's rows. */
async function demandAlone(tx: Transaction, tenantId: string): Promise<void> {
  const [row] = await tx.execute<Array<{ alone: boolean }>>("select pg_try_advisory_xact_lock(hashtextextended('import:' || ?, 0)) as alone", [tenantId]);
  if (row?.alone !== true) throw new Conflict('import_running', 'another import is under way: send this one when it is done');
}

/** The next set is read while one is written. */
async function writeAll<Fields>(sets: AsyncIterable<Array<ImportedRow<Fields>>>, writer: ImportWriter<Fields, object>, tally: ImportTally): Promise<void> {
  let writing = Promise.resolve();
  for await (const set of sets) {
    await writing;
    writing = writeSet(set, writer, tally);
    // Waited for before the next set; until then a failure is nobody's.
    writing.catch(() => undefined);
  }
  await writing;
}

async function writeSet<Fields>(set: ReadonlyArray<ImportedRow<Fields>>, writer: ImportWriter<Fields, object>, tally: ImportTally): Promise<void> {
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
