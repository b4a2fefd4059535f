import { PassThrough, Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { sql } from '@mikro-orm/postgresql';
import { Injectable, StreamableFile } from '@nestjs/common';
import yazl from 'yazl';
import { Database, type TenantTable, joinSql, readTenantTables, sqlArray } from '#platform/database';
import { errorOf } from '#platform/thrown';
import { tenantView } from '../operator/operator-api.js';
import { TenantsService } from '../operator/tenants.service.js';

const FORMAT = 1;
/**
 * A row can have half a megabyte, such as a version of a draft: a batch of them takes little of the process's memory.
 */
const ROWS_PER_BATCH = 100;

/** Short-lived rows of log-ins and calls, which are of no use elsewhere, and counts of rows that the archive has. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'console_session',
  'idempotency_key',
  'login_attempt',
  'password_link',
  'readiness_count',
]);

/** Exports all data of a tenant as an archive (docs/operations.md, "Export and deletion of a tenant"). */
@Injectable()
export class TenantArchive {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsService,
  ) {}

  /** @throws NotFound; a later error truncates the archive */
  async download(slug: string): Promise<StreamableFile> {
    const tenant = await this.tenants.find(slug);
    const tables = (await this.database.asOperator(readTenantTables)).filter(({ name }) => !LEFT_OUT.has(name));
    const exportedAt = new Date().toISOString();
    const manifest = { format: FORMAT, exportedAt, tenant: tenantView(tenant), tables: tables.map(described) };
    return new StreamableFile(this.stream(tenant.id, tables, manifest), {
      type: 'application/zip',
      disposition: `attachment; filename="${slug}-${exportedAt.slice(0, 10)}.zip"`,
    });
  }

  private stream(tenantId: string, tables: readonly TenantTable[], manifest: object): Readable {
    const archive = new yazl.ZipFile();
    const output = new PassThrough();
    const fail = (error: unknown): void => void output.destroy(errorOf(error));
    archive.on('error', fail);
    pipeline(archive.outputStream, output).catch(fail);
    archive.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2)), 'manifest.json');
    this.addTables(archive, output, tenantId, tables).catch(fail);
    return output;
  }

  /** One table after the other, each as fast as the client reads. */
  private async addTables(
    archive: yazl.ZipFile,
    output: Readable,
    tenantId: string,
    tables: readonly TenantTable[],
  ): Promise<void> {
    for (const table of tables) {
      const rows = Readable.from(this.lines(tenantId, table), { objectMode: false });
      // No more rows are read after the client disconnects.
      const stop = (): void => void rows.destroy();
      output.once('close', stop);
      archive.addReadStream(rows, `data/${table.name}.ndjson`);
      await finished(rows);
      output.off('close', stop);
    }
    archive.end();
  }

  /** Page by page, each in its own transaction, in the order of the primary key. */
  private async *lines(tenantId: string, table: TenantTable): AsyncGenerator<string> {
    let last: string | null = null;
    do {
      const rows: Array<{ key: string; line: string }> = await this.page(tenantId, table, last);
      if (rows.length > 0) yield rows.map(({ line }) => `${line}\n`).join('');
      last = rows.length === ROWS_PER_BATCH && table.key.length > 0 ? (rows.at(-1)?.key ?? null) : null;
    } while (last !== null);
  }

  /** @param last the last row of the previous page, as JSON of its key */
  private page(
    tenantId: string,
    { name, key, columns }: TenantTable,
    last: string | null,
  ): Promise<Array<{ key: string; line: string }>> {
    const table = sql.ref(name);
    const omitted = sqlArray(['tenant_id', ...columns.filter(isOmitted).map((column) => column.name)]);
    const keyColumns = joinSql(
      key.map((column) => sql`${sql.ref(`stored.${column}`)}`),
      ', ',
    );
    // Each value is a query of its own, which PostgreSQL runs once, and whose result it looks up in the index.
    const lastKey = joinSql(
      key.map((column) => sql`(select ${sql.ref(column)} from json_populate_record(null::${table}, ${last}::json))`),
      ', ',
    );
    const keyAsJson = joinSql(
      key.map((column) => sql`${column}::text, ${sql.ref(`stored.${column}`)}`),
      ', ',
    );
    const isNext = last === null || key.length === 0 ? sql`true` : sql`(${keyColumns}) > (${lastKey})`;
    const order = key.length === 0 ? sql`` : sql`order by ${keyColumns}`;
    return this.database.asTenant(tenantId, async (tx) => {
      // In the order of the index: without statistics, PostgreSQL would read and sort all further rows for each page.
      await tx.execute(
        sql`select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`,
      );
      return tx.execute(sql`
        select json_build_object(${keyAsJson})::text as key, (to_jsonb(stored) - ${omitted}::text[])::text as line
        from ${table} as stored where stored.tenant_id = ${tenantId} and ${isNext} ${order} limit ${ROWS_PER_BATCH}`);
    });
  }
}

/** Secrets, hashes and vectors, which are of no use without the keys of this engine, and computed columns. */
function isOmitted({ name, type, isGenerated }: TenantTable['columns'][number]): boolean {
  return type === 'bytea' || name === 'password_hash' || isGenerated;
}

function described({ name, key, columns }: TenantTable): object {
  const kept = columns.filter((column) => column.name !== 'tenant_id' && !isOmitted(column));
  return {
    name,
    key,
    columns: kept.map((column) => ({ name: column.name, type: column.type })),
    omitted: columns.filter(isOmitted).map((column) => column.name),
  };
}
