import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decide } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { webhookTo } from '../factories/webhooks.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

const POINT = { site: 'North', topic: 'Rigging', dedupe_key: 'k' };

describe('a need that a person snoozes before the engine has resolved it', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let receiver: Receiver;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    receiver = await Receiver.open();
  });
  afterEach(() => receiver.close());

  it('is reported as created once, and as updated whenever it is resolved again', async () => {
    await webhookTo(receiver, tenant, { eventTypes: ['need.created', 'need.updated'] });
    await engine.database.inTransaction(async (resolving) => {
      await resolving.query(`select pg_advisory_xact_lock(hashtextextended('resolution:' || $1, 0))`, [tenant.id]);
      await sendSignal(tenant, POINT);
      const { items } = await tenant.api.listNeeds();
      await decide(tenant, items[0]?.id ?? '', 'snooze', { until: '2099-01-31' });
    });
    await eventually(async () => expect(receiver.received.map(({ event }) => event.type)).toEqual(['need.created']));
    await sendSignal(tenant, POINT, 'audit');
    await eventually(async () =>
      expect(receiver.received.map(({ event }) => event.type)).toEqual(['need.created', 'need.updated']),
    );
  });
});
