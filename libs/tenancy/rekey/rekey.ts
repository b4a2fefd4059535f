import { sql } from '@mikro-orm/postgresql';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, type TenantTable, readTenantTables } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import type { RekeyBody, RekeyStepView, RekeyedColumnView } from './rekey.dto.js';
import { type StoredValue, readValues, storeValues } from './stored-values.js';
import { type SealedColumn, SealedColumns } from './sealed-columns.js';
import { fits, open, seal } from '../secrets/secret-box.js';

/** Tenants of a step: a request takes a second or two, however many tenants there are. */
const TENANTS_PER_STEP = 200;

/**
 * Encrypts stored secrets again after a change of `SECRETS_KEY`. The values themselves show which key they have, so
 * that a killed run is simply repeated, and concurrent runs do not disturb each other.
 */
@Injectable()
export class Rekey {
  private readonly log = new Logger('secrets');

  constructor(
    private readonly database: Database,
    private readonly columns: SealedColumns,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The secrets of the next tenants. @throws Invalid if the cursor is not one of this method's */
  async step({ cursor, dryRun = false }: RekeyBody): Promise<RekeyStepView> {
    const [after = null] = decodeCursor(cursor, ['uuid']) ?? [];
    const { tables, found } = await this.database.asOperator(async (tx) => ({
      tables: await readTenantTables(tx),
      found: await tx.execute<Array<{ id: string }>>(
        sql`select id from tenant where ${after}::uuid is null or id > ${after}::uuid order by id
          limit ${TENANTS_PER_STEP + 1}`,
      ),
    }));
    const page = pageOf(
      found,
      TENANTS_PER_STEP,
      ({ id }) => id,
      ({ id }) => [id],
    );
    const columns: RekeyedColumnView[] = [];
    for (const column of this.columns.all()) {
      const table = tables.find(({ name }) => name === column.table);
      if (table === undefined) throw new Error(`there is no table ${column.table}`);
      columns.push(await this.rekeyColumn(table, column, page.items, dryRun));
    }
    if (!dryRun) this.log.log({ tenants: page.items.length, columns }, 'encrypted stored secrets with the current key');
    return { columns, nextCursor: page.nextCursor };
  }

  /** Re-encrypts a few hundred values in each transaction, until all have the current key. */
  private async rekeyColumn(
    table: TenantTable,
    column: SealedColumn,
    tenantIds: readonly string[],
    dryRun: boolean,
  ): Promise<RekeyedColumnView> {
    const stored = { table, column: column.column };
    const counts = { checked: 0, reencrypted: 0, unreadable: 0 };
    let last: StoredValue | null = null;
    do {
      const after: StoredValue | null = last;
      last = await this.database.inTenants(tenantIds, async (tx) => {
        const { values, next } = await readValues(tx, stored, tenantIds, after);
        const read = values.map((value) => this.reencrypted(column, value));
        const old = read.filter((one) => one !== 'current' && one !== 'unreadable');
        counts.checked += values.length;
        counts.unreadable += read.filter((one) => one === 'unreadable').length;
        counts.reencrypted += dryRun ? old.length : await storeValues(tx, stored, old);
        return next;
      });
    } while (last !== null);
    return { table: column.table, column: column.column, ...counts };
  }

  private reencrypted(
    { context }: SealedColumn,
    value: StoredValue,
  ): (StoredValue & { fresh: Buffer }) | 'current' | 'unreadable' {
    const keys = this.config.secretsKeys;
    const bound = context(value.key);
    if (fits(keys.current, value.sealed, bound)) return 'current';
    if (!keys.previous.some((key) => fits(key, value.sealed, bound))) return 'unreadable';
    return { ...value, fresh: seal(keys, open(keys, value.sealed, bound), bound) };
  }
}
