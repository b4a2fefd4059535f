import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage } from '../faults/stage/stage.js';
import { WORKERS_TABLE, allWorkers, importWorkers } from '../factories/workers.js';

describe('an import whose file cannot be written to the disk', () => {
  let stage: Stage;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'engine-import-'));
    stage = await Stage.start({ environment: { TMPDIR: join(folder, 'missing') } });
    await stage.api();
  });
  afterAll(async () => {
    await stage.stop();
    await rm(folder, { recursive: true });
  });

  it('is refused for now, and can be repeated', async () => {
    const tenant = await stage.createTenant('acme');
    const { status, body } = await importWorkers(tenant, WORKERS_TABLE);
    expect([status, body.code]).toEqual([503, 'unavailable']);
    expect(await allWorkers(tenant)).toEqual([]);
    await mkdir(join(folder, 'missing'));
    expect(await importWorkers(tenant, WORKERS_TABLE)).toMatchObject({ status: 200, body: { failed: 0 } });
  });
});
