import { sql } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, PendingTenants, pagesOfTenants, sqlArray } from '#platform/database';
import { Readings, gauge } from '#platform/telemetry';
import { REQUESTED } from './erasures.js';

const waiting = gauge({
  name: 'erasures_waiting',
  help: 'Deleted people whose personal data is still to be erased, of all tenants, by how long they have waited.',
  labels: ['age'],
});

interface Counts {
  readonly recent: number;
  readonly older: number;
}

/** A gauge of all tenants. Only workers count, since every process would report the same. */
@Injectable()
export class ErasureMetrics implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
    private readonly readings: Readings,
  ) {}

  onModuleInit(): void {
    this.readings.register([waiting], () => this.read());
  }

  private async read(): Promise<void> {
    const pages: Counts[] = [];
    for (const tenantIds of pagesOfTenants(await this.pending.find(REQUESTED)))
      pages.push(...(await this.count(tenantIds)));
    const total = (count: keyof Counts): number => pages.reduce((sum, page) => sum + page[count], 0);
    waiting.set({ age: '<1h' }, total('recent'));
    waiting.set({ age: '>1h' }, total('older'));
  }

  private count(tenantIds: readonly string[]): Promise<Counts[]> {
    return this.database.inTenants(tenantIds, (tx) =>
      tx.execute<Counts[]>(sql`
        select count(*) filter (where requested_at > now() - interval '1 hour')::integer as recent,
          count(*) filter (where requested_at <= now() - interval '1 hour')::integer as older
        from erasure where tenant_id = any (${sqlArray(tenantIds)}::uuid[])`),
    );
  }
}
