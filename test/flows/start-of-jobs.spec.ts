import { setTimeout as sleep } from 'node:timers/promises';
import { Module, type OnModuleInit } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sendSignal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { HaltingPostgres } from '../harness/halting-postgres.js';
import type { TestTenant } from '../harness/tenant.js';

/** Several times what it takes to resolve a need. */
const SLOW_START_MS = 2_000;

let whileStarting: () => Promise<void> = async () => undefined;

/** Part of a process that takes long to start: what a busy machine does to any of them. */
@Module({})
class SlowStart implements OnModuleInit {
  onModuleInit(): Promise<void> {
    return whileStarting();
  }
}

describe('a worker that starts while needs are waiting', () => {
  let api: TestEngine;
  let worker: TestEngine | undefined;
  let postgres: HaltingPostgres | undefined;
  let tenant: TestTenant;
  beforeAll(async () => {
    api = await startEngine({ worker: false });
    tenant = await api.createTenant();
  });
  afterEach(async () => {
    await worker?.close();
    postgres?.close();
  });
  afterAll(() => api.close());

  const resolved = async (): Promise<number> => {
    const [row] = await api.database.query<{ resolved: number }>(
      'select count(*)::integer as resolved from need where unresolved_since is null',
    );
    return row?.resolved ?? 0;
  };

  it('takes no job before all its parts have started: they would miss what the job changes', async () => {
    await sendSignal(tenant, { topic: 'Fire safety', site: 'North' });
    let resolvedEarly = 0;
    whileStarting = async () => {
      await sleep(SLOW_START_MS);
      resolvedEarly = await resolved();
    };
    worker = await startEngine({ on: api, modules: [SlowStart] });
    expect(resolvedEarly).toBe(0);
    await tenant.resolvedNeeds();
    expect(await resolved()).toBe(1);
  });

  it('takes jobs as soon as PostgreSQL accepts the connections of its queues', async () => {
    postgres = await HaltingPostgres.before(api.database.appUrl);
    postgres.refused = /synchronous_commit=off/;
    worker = await startEngine({ on: { ...api, database: { ...api.database, appUrl: postgres.url } } });
    await sendSignal(tenant, { topic: 'Rigging', site: 'North' });
    postgres.refused = null;
    await eventually(async () => expect(await resolved()).toBe(2));
  });
});
