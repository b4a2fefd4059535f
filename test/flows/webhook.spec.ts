import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a signed data point', () => {
  let engine: TestEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await startEngine();
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  it('creates a need, and joins it when it is sent again', async () => {
    const event = { event: 'signal.credential_expiring', data: { email: 'jordan@acme.com', topic: 'Working at Heights' } };
    const first = await tenant.send(event);
    expect(first.status).toBe(200);
    expect(await first.json()).toEqual({ ok: true, applied: true, signalId: expect.stringMatching(/^sig_[0-9a-z]{26}$/), deduped: false });
    const again = await tenant.send(event);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({ ok: true, applied: true, deduped: true });
  });
});
