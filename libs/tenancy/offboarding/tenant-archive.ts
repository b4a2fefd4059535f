import { PassThrough, Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { sql } from '@mikro-orm/postgresql';
import { Injectable, StreamableFile } from '@nestjs/common';
import yazl from 'yazl';
import { Database, type TenantTable, joinSql, readTenantTables, sqlArray } from '#platform/database';
import { tenantView } from '../operator/operator-api.js';
import { TenantsService } from '../operator/tenants.service.js';

const FORMAT = 1;
const ROWS_PER_BATCH = 1_000;

/** Short-lived rows of log-ins and calls, which are of no use elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set(['console_session', 'idempotency_key', 'login_attempt', 'password_link']);

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
    const fail = (error: unknown): void =>
      void output.destroy(error instanceof Error ? error : new Error(String(error)));
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
    const of = (alias: string) =>
      joinSql(
        key.map((column) => sql`${sql.ref(`${alias}.${column}`)}`),
        ', ',
      );
    const isNext = last === null || key.length === 0 ? sql`true` : sql`(${of('stored')}) > (${of('last')})`;
    const order = key.length === 0 ? sql`` : sql`order by ${of('stored')}`;
    return this.database.asTenant(tenantId, (tx) =>
      tx.execute(sql`
        select to_jsonb(stored)::text as key, (to_jsonb(stored) - ${omitted}::text[])::text as line
        from ${table} as stored cross join lateral json_populate_record(null::${table}, ${last ?? '{}'}::json) as last
        where stored.tenant_id = ${tenantId} and ${isNext} ${order} limit ${ROWS_PER_BATCH}`),
    );
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
