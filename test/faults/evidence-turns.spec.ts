import { type IncomingMessage, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { addPeopleOfSite } from '../factories/people-of-site.js';
import { Stage } from './stage/stage.js';

/** So many that a document takes several seconds, also if no other one is being made. */
const PEOPLE = 12_000;
const TENANTS = 4;
/** Documents that each of them asks for. */
const DOCUMENTS = 2;
/** Long documents that are made at a time. */
const PLACES = 2;
/** How often the other tenant asks for its document, and how long it pauses. */
const ASKED_AGAIN = 3;
const PAUSE_MS = 2_000;

let stage: Stage;
const readers: IncomingMessage[] = [];

beforeEach(async () => {
  stage = await Stage.start();
  await stage.api();
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.destroy();
  await stage.stop();
});

/** Asks for the document about a site, and reads all of it. @returns the status */
const ask = ({ adminToken }: TestTenant, site: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${adminToken}` };
    const url = `${stage.url}/engine/v1/admin/readiness/evidence.pdf?site=${site}`;
    get(url, { headers, agent: false }, (response) => {
      response.on('error', () => undefined).resume();
      readers.push(response);
      resolve(response.statusCode ?? 0);
    }).on('error', reject);
  });

it('a document about few people is made while other tenants have long ones made', async () => {
  const long = await Promise.all(
    Array.from({ length: TENANTS }, async () => {
      const tenant = await stage.createTenant();
      await addPeopleOfSite(stage, tenant, 'North', PEOPLE);
      return tenant;
    }),
  );
  const other = await stage.createTenant();
  await addPeopleOfSite(stage, other, 'South', 1);
  // Those that wait are aborted at the end.
  for (const tenant of long)
    for (let number = 0; number < DOCUMENTS; number++) void ask(tenant, 'North').catch(() => undefined);
  await eventually(() => Promise.resolve(expect(readers.length).toBeGreaterThanOrEqual(PLACES)));
  // The others may still be authenticated when the first of them are made.
  for (let number = 0; number < ASKED_AGAIN; number++) {
    expect(await ask(other, 'South')).toBe(200);
    await sleep(PAUSE_MS);
  }
}, 240_000);
