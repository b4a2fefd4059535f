import { type IncomingMessage, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { changeTenant } from '../factories/tenants.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { retryUnavailable } from '../harness/retrying-fetch.js';
import type { TestTenant } from '../harness/tenant.js';

/** Their file, with names that do not compress, is larger than what the sockets of both sides take if nobody reads. */
const PEOPLE = 32_000;
/** After this time a request checks again that its tenant is active (libs/platform/database/database.ts). */
const RECENT_MS = 1_000;
/** Places for downloads of one tenant (libs/platform/export/list-download.ts). */
const PLACES = 8;

const ADD_PEOPLE = `
  insert into worker (tenant_id, id, external_worker_id, name)
  select $1, gen_random_uuid(), 'W-' || n, (select string_agg(md5(n || ' ' || part), '') from generate_series(1, 6) part)
  from generate_series(1, $2::integer) n`;

const SHOW_PEOPLE = `
  insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since, kinds,
    name, name_key)
  select tenant_id, id, now() - interval '1 day', 'infinity', true, 2, 4, created_at, 0, name, lower(name)
  from worker where tenant_id = $1`;

describe('downloads that nobody reads', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  const readers: IncomingMessage[] = [];

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    tenant = await engine.createTenant();
    await engine.database.query(ADD_PEOPLE, [tenant.id, PEOPLE]);
    await engine.database.query(SHOW_PEOPLE, [tenant.id]);
  });
  const leave = (): void => {
    for (const reader of readers.splice(0)) reader.destroy();
  };
  afterEach(leave);
  afterAll(() => engine.close());

  const open = (file: string, adminToken: string): Promise<{ status: number | undefined }> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${adminToken}` };
      get(`${engine.url}/engine/v1/admin/${file}`, { headers, agent: false }, (response) => {
        response.on('error', () => undefined);
        readers.push(response.pause());
        resolve({ status: response.statusCode });
      }).on('error', reject);
    });
  /** Asks for a file, and reads nothing but its head. */
  const ask = async (file: string, { adminToken }: TestTenant = tenant): Promise<number | undefined> =>
    (await retryUnavailable(`GET /${file}`, () => open(file, adminToken))).status;

  it.each(['workers.csv', 'workers.xlsx'])(
    'are limited for a tenant, and free their places when they end: %s',
    async (file) => {
      const other = await engine.createTenant();
      for (let place = 0; place < PLACES; place++) expect(await ask(file)).toBe(200);
      const next = ask(file);
      expect(await ask(file, other)).toBe(200);
      expect(await next).toBe(429);
      leave();
      await eventually(async () => expect(await ask(file)).toBe(200));
    },
  );

  it.each(['workers.csv', 'readiness.csv'])('end unfinished when their tenant is suspended: %s', async (name) => {
    expect(await ask(name)).toBe(200);
    await sleep(RECENT_MS);
    await changeTenant(engine, tenant, { status: 'suspended' });
    const [file] = readers;
    await expect(file?.toArray()).rejects.toThrow('aborted');
    await changeTenant(engine, tenant, { status: 'active' });
  });
});
