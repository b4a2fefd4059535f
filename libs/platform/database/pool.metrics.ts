import { MikroORM } from '@mikro-orm/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import { Readings, gauge } from '../telemetry/index.js';

const connections = gauge({
  name: 'database_connections',
  help: 'Connections in the pool of this process, in use or idle.',
  labels: ['state'],
});
const waiting = gauge({ name: 'database_waiting', help: 'Transactions of this process that wait for a connection.' });

/** The use of the pool, which this process knows without a query. */
@Injectable()
export class PoolMetrics implements OnModuleInit {
  constructor(
    private readonly orm: MikroORM,
    private readonly readings: Readings,
  ) {}

  onModuleInit(): void {
    this.readings.register([connections, waiting], () => this.read());
  }

  private async read(): Promise<void> {
    const connection = this.orm.em.getDriver().getConnection();
    if (!(connection instanceof PostgreSqlConnection)) return;
    const pool = await connection.getNativeClient();
    connections.set({ state: 'in_use' }, pool.totalCount - pool.idleCount);
    connections.set({ state: 'idle' }, pool.idleCount);
    waiting.set(pool.waitingCount);
  }
}
