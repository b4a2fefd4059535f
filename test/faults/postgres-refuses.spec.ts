import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import { freePort } from '../../bench/harness/stage/ports.js';
import { Stage } from './stage/stage.js';

const WATCHED_MS = 2_000;
/** A worker that waits for a job may notice the lost connection late on a busy machine. */
const SEEN_MS = 30_000;
const RESOLUTION_REFUSED = /queue resolve-needs: too many connections for database/g;

describe('a worker whose PostgreSQL refuses connections', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());

  it('retries a few times per second, and not as fast as it can', async () => {
    const port = await freePort();
    const worker = stage.launch('worker', { METRICS_PORT: String(port), LOG_LEVEL: 'debug' });
    await stage.ready(`http://127.0.0.1:${port}/ready`);
    const refused = (): number => worker.output.match(RESOLUTION_REFUSED)?.length ?? 0;
    await stage.database.query(
      "do $$ begin execute format('alter database %I connection limit 0', current_database()); end $$",
    );
    await stage.database.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await eventually(async () => expect(refused()).toBeGreaterThan(0), SEEN_MS);
    await sleep(WATCHED_MS);
    expect(refused()).toBeLessThan(40);
  });
});
