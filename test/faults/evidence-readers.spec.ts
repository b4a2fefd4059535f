import { readFile } from 'node:fs/promises';
import { type IncomingMessage, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { addPeopleOfSite } from '../factories/people-of-site.js';
import { figures } from './figures.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';

/** So many that the document is larger than what the sockets of both sides take from a writer that nobody reads. */
const PEOPLE = 12_000;
const ABORTED = scaled(2, 80);
/**
 * Fonts and code that the first documents load stay in memory, and the heap grows up to its limit before V8 collects
 * what is no longer used: neither is counted.
 */
const WARM_UP = scaled(2, 80);
const MAX_GROWTH_MB = 96;
/** Places for documents of one tenant about as many people. */
const PLACES = 1;
/** A reader that takes nothing for a minute loses the connection: waited for where there is time. */
const WAITS_FOR_CUT_OFF = scaled(false, true);
/** A minute, and as much as a busy machine may take longer. */
const CUT_OFF_MS = 180_000;

describe('readers of an evidence document that is longer than they read', () => {
  let stage: Stage;
  let tenant: TestTenant;
  let pid: number;
  const readers: IncomingMessage[] = [];

  beforeEach(async () => {
    stage = await Stage.start();
    ({ pid } = await stage.api());
    tenant = await stage.createTenant();
    await addPeopleOfSite(stage, tenant, 'North', PEOPLE);
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.destroy();
    await stage.stop();
  });

  /** Asks for the document, and reads nothing but its head. */
  const ask = (): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${tenant.adminToken}` };
      get(`${stage.url}/engine/v1/admin/readiness/evidence.pdf?site=North`, { headers, agent: false }, (response) => {
        response.on('error', () => undefined);
        readers.push(response.pause());
        resolve(response);
      }).on('error', reject);
    });
  const abort = (): void => {
    for (const reader of readers.splice(0)) reader.destroy();
  };
  /** Connections of the engine that are in a transaction. */
  const transactions = async (): Promise<number> => {
    const [row] = await stage.database.query<{ busy: number }>(
      `select count(*)::int as busy from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
         and backend_type = 'client backend'`,
    );
    return row?.busy ?? NaN;
  };

  it('aborted ones leave no memory, no transaction and no place taken', async () => {
    const readAndAbort = async (): Promise<void> => {
      const reader = await ask();
      expect(reader.statusCode).toBe(200);
      await new Promise((resolve) => reader.once('data', resolve).resume());
      abort();
    };
    for (let number = 0; number < WARM_UP; number++) await readAndAbort();
    const before = await residentMegabytes(pid);
    for (let number = 0; number < ABORTED; number++) await readAndAbort();
    await eventually(async () => expect(await transactions()).toBe(0));
    const growth = (await residentMegabytes(pid)) - before;
    figures('evidence, aborted readers', { documents: ABORTED, growthMegabytes: Math.round(growth) });
    expect(growth).toBeLessThan(MAX_GROWTH_MB);
  }, 240_000);

  it('stalled ones hold no transaction, and their places are free again when they go', async () => {
    const before = await residentMegabytes(pid);
    for (let place = 0; place < PLACES; place++) expect((await ask()).statusCode).toBe(200);
    await eventually(async () => expect(await transactions()).toBe(0));
    expect((await ask()).statusCode).toBe(429);
    expect((await tenant.admin('GET', '/readiness?limit=1')).status).toBe(200);
    const growth = (await residentMegabytes(pid)) - before;
    if (WAITS_FOR_CUT_OFF)
      await eventually(async () => {
        await sleep(1_000);
        expect((await ask()).statusCode).toBe(200);
      }, CUT_OFF_MS);
    abort();
    await eventually(async () => {
      const reader = await ask();
      abort();
      expect(reader.statusCode).toBe(200);
    });
    figures('evidence, stalled readers', { documents: PLACES, growthMegabytes: Math.round(growth) });
    expect(growth).toBeLessThan(2 * MAX_GROWTH_MB);
  }, 300_000);
});

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? NaN) / 1_024;
}
