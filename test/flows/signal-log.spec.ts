import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { eventually } from '../harness/eventually.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let adaId: string;

beforeAll(async () => {
  engine = await sharedEngine();
  tenant = await engine.createTenant();
  const ada = await addWorker(tenant, { externalWorkerId: 'E-1', email: 'ada@example.com', name: 'Ada' });
  adaId = ada.id;
  for (const [topic, data] of [
    ['one', { external_worker_id: 'E-1', dedupe_key: 'k' }],
    ['two', { email: 'ADA@example.com', site: 'North' }],
    ['three', { external_worker_id: 'E-2', site: 'South  Yard' }],
    ['four', { site: 'North' }],
    ['five', { external_worker_id: 'E-1', dedupe_key: 'never open', action: 'resolve', site: 'south yard' }],
    ['six', { email: 'Ada@Example.com', action: 'complete' }],
  ] as const)
    await sendSignal(tenant, { topic, ...data });
  await tenant.resolvedNeeds();
});

const topics = async (query: string): Promise<string[]> => {
  const found: string[] = [];
  for (let cursor = ''; ;) {
    const { status, body } = await tenant.admin<Schemas['SignalPage']>('GET', `/signals?limit=2&${query}${cursor}`);
    expect([query, status]).toEqual([query, 200]);
    found.push(...body.items.map(({ event }) => (event as { data: { topic: string } }).data.topic));
    if (body.nextCursor === null) return found;
    cursor = `&cursor=${body.nextCursor}`;
  }
};

describe('the log of signals', () => {
  it.each<[string, string[]]>([
    ['', ['six', 'five', 'four', 'three', 'two', 'one']],
    ['worker=E-1', ['six', 'five', 'two', 'one']],
    ['worker=ada@EXAMPLE.com', ['six', 'five', 'two', 'one']],
    ['worker=E-2', ['three']],
    ['worker=nobody', []],
    ['dedupeKey=k', ['one']],
    ['dedupeKey=never open', ['five']],
    ['site=north', ['four', 'two']],
    ['site=South Yard', ['five', 'three']],
    ['site=south yard&worker=E-1', ['five']],
    ['outcome=completion&worker=E-1', ['six']],
    ['since=2100-01-01', []],
    ['until=2020-01-01', []],
    ['since=0001-01-01&until=9999-12-31&site=north', ['four', 'two']],
  ])('has for "%s" the signals that match, newest first', async (query, expected) => {
    expect(await topics(query)).toEqual(expected);
  });

  it('finds a worker by id, also in signals that came before the directory knew them', async () => {
    expect(await topics(`worker=${adaId}`)).toEqual(['six', 'five', 'two', 'one']);
    const eve = await addWorker(tenant, { externalWorkerId: 'E-2', name: 'Eve' });
    await eventually(async () => expect(await topics(`worker=${eve.id}&since=2026-01-01`)).toEqual(['three']));
  });

  it('shows all digits of long numbers, as the need does', async () => {
    const other = await engine.createTenant();
    const need = await raisedNeed(other, { site: 'North', topic: 'Rigging', ref: JSON.rawJSON('9007199254740993') });
    for (const path of ['/signals', `/signals/${need.signals[0]?.id}`, `/needs/${need.id}`])
      expect(await (await other.call('GET', path)).text()).toContain('"ref":9007199254740993,');
  });

  it.each(['since=now', 'worker=', 'until=2026-13-01'])('refuses %s and names the field', async (query) => {
    const { status, body } = await tenant.admin<Schemas['Problem']>('GET', `/signals?${query}`);
    expect([status, body.errors?.[0]?.field]).toEqual([422, query.split('=')[0]]);
  });
});
