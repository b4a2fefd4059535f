import { beforeAll, describe, expect, it } from '@jest/globals';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
  tenant = await engine.createTenant();
  await addWorker(tenant, { externalWorkerId: 'E-1', name: 'ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ' });
  await addWorker(tenant, { externalWorkerId: 'E-2', name: 'AYŞE YILMAZ' });
  await addWorker(tenant, { externalWorkerId: 'E-3', name: 'İlker Öz' });
  for (const data of [
    { external_worker_id: 'E-1', topic: 'ΗΛΕΚΤΡΙΣΜΟΣ' },
    { external_worker_id: 'E-2', topic: 'YANGIN' },
    { site: 'İstanbul', topic: 'Kaldırma' },
    { external_worker_id: 'E-3', topic: 'Vinç' },
    { site: 'Pune', topic: 'काम की सुरक्षा' },
  ])
    await sendSignal(tenant, data);
  await tenant.resolvedNeeds();
});

describe('a text search', () => {
  it.each([
    ['γιωργος', 'ΗΛΕΚΤΡΙΣΜΟΣ'],
    ['ΓΙΩΡΓΟΣ', 'ΗΛΕΚΤΡΙΣΜΟΣ'],
    ['ηλεκτρισμος', 'ΗΛΕΚΤΡΙΣΜΟΣ'],
    ['yılmaz', 'YANGIN'],
    ['yangın ayşe', 'YANGIN'],
    ['İstanbul', 'Kaldırma'],
    ['istanbul', 'Kaldırma'],
    ['ilker', 'Vinç'],
    ['kaldır', 'Kaldırma'],
    ['सुरक्षा', 'काम की सुरक्षा'],
  ])('of the inbox finds "%s" whatever its case', async (q, topic) => {
    const { items } = await tenant.api.listNeeds({ query: { q } });
    expect(items.map((need) => need.topic)).toEqual([topic]);
  });

  it.each(['eq "ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ"', 'sw "γιωργοσ"', 'co "ΓΙΩΡΓΟΣ"'])('of SCIM finds what is %s', async (comparison) => {
    const filter = encodeURIComponent(`displayName ${comparison}`);
    const found = await scimOf(() => tenant).call('GET', `/Users?filter=${filter}`);
    expect(found).toMatchObject({ status: 200, body: { Resources: [{ displayName: 'ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ' }] } });
  });

  it.each(['ilker', 'İLKER', 'öz'])('of the board finds "%s" whatever its case', async (q) => {
    await eventually(async () => {
      const { items, total } = await tenant.api.listReadiness({ query: { q } });
      expect([items.map(({ worker }) => worker.name), total]).toEqual([['İlker Öz'], 1]);
    });
  });
});
