import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

let engine: TestEngine;
let newer: TestEngine;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  const environment = {
    SECRETS_KEY: randomBytes(32).toString('base64'),
    SECRETS_KEY_PREVIOUS: engine.secretsKey,
  };
  newer = await startEngine({ worker: false, on: engine, environment });
});
afterAll(async () => {
  await newer.close();
  await engine.close();
});

it('a secret that another process replaces is refused by a process that does not have the key of the new one', async () => {
  const tenant = await engine.createTenant();
  await newer.operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 0 });
  await eventually(async () => expect((await tenant.send(signal({ site: 'North' }))).status).toBe(401));
});
