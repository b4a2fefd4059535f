import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type InputOf, type Schemas, each } from '#client';
import { addGap } from '../factories/gaps.js';
import { decide, needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { sendSignal, signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Working at Heights';
const OF_ADA = { external_worker_id: 'W-1', topic: TOPIC };

describe('a gap that several sources report', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  /** The ids of its needs: of a licence that expires, an incident and an audit. */
  let needs: readonly string[];

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    needs = await addGap(tenant);
  });

  const idOf = (index: number): string => needs[index] ?? '';
  const inbox = async (query: InputOf<'listNeeds'>['query'] = {}): Promise<readonly Schemas['NeedView'][]> =>
    (await tenant.api.listNeeds({ query })).items;
  const expectStatuses = async (...statuses: string[]): Promise<void> =>
    expect(await statusesOf(tenant, needs)).toEqual(statuses);

  it('is one row, led by the most severe need, and each need is a row without grouping', async () => {
    expect(await inbox()).toMatchObject([
      { id: idOf(1), type: 'incident', alsoReportedBy: [{ type: 'audit' }, { type: 'licence_expiring' }] },
    ]);
    expect((await inbox({ grouped: 'false' })).map(({ id }) => id).toSorted()).toEqual(needs.toSorted());
    expect((await needById(tenant, idOf(0))).alsoReportedBy).toMatchObject([{ needId: idOf(1) }, { needId: idOf(2) }]);
  });

  it('keeps its leader while needs of the same severity join, and is led by a more severe one', async () => {
    const join = (dedupeKey: string, severity: number): Promise<{ id: string }> =>
      raisedNeed(tenant, { ...OF_ADA, severity, dedupe_key: dedupeKey });
    await sendSignal(tenant, { ...OF_ADA, action: 'resolve' });
    await eventually(() => expectStatuses('open', 'resolved', 'open'));
    const expectLeader = async ({ id }: { id: string }): Promise<void> =>
      expect((await inbox({ status: ['open'] })).map((need) => need.id)).toEqual([id]);
    const leader = await join('first', 3);
    await expectLeader(leader);
    await join('equal', 3);
    await expectLeader(leader);
    await expectLeader(await join('severe', 4));
  });

  it('is found by what any of its needs matches', async () => {
    const topic = 'working at heights licence';
    for (const query of [{ type: 'audit' }, { topic }, { severity: ['2' as const] }, { q: 'audit' }])
      expect((await inbox(query)).map(({ id }) => id)).toEqual([idOf(1)]);
    expect(await inbox({ type: 'audit', severity: ['4'] })).toEqual([]);
  });

  it('is not one with the gaps of other people, other topics, and sites', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-2', site: 'Site A' });
    await raisedNeed(tenant, { external_worker_id: 'W-2', topic: TOPIC });
    await raisedNeed(tenant, { site: 'Site A', topic: TOPIC });
    await raisedNeed(tenant, { site: 'site a', topic: TOPIC }, 'other');
    await raisedNeed(tenant, { external_worker_id: 'W-1', topic: 'Forklift Operation' });
    expect(await inbox()).toHaveLength(4);
    for (const limit of [1, 2, 3]) {
      const listed: string[] = [];
      for await (const { id } of each((page) => tenant.api.listNeeds({ query: { limit, ...page } }))) listed.push(id);
      expect([listed.length, new Set(listed).size]).toEqual([4, 4]);
    }
  });

  it('stays with its other needs when a source resolves its own, even the leading one', async () => {
    await sendSignal(tenant, { ...OF_ADA, action: 'resolve' });
    const open: InputOf<'listNeeds'>['query'] = { status: ['open'] };
    expect((await inbox(open)).length).toBeGreaterThan(0);
    await eventually(async () => expect(await inbox(open)).toMatchObject([{ alsoReportedBy: [{}] }]));
    await expectStatuses('open', 'resolved', 'open');
  });

  it('leaves out a need that a person takes out, until it is put back', async () => {
    const path = { id: idOf(2) };
    await tenant.api.ungroupNeed({ path });
    await tenant.api.ungroupNeed({ path });
    expect(await inbox()).toMatchObject([
      { id: idOf(1), alsoReportedBy: [{ needId: idOf(0) }] },
      { id: idOf(2), alsoReportedBy: [] },
    ]);
    await decide(tenant, idOf(1), 'snooze', { until: '2099-01-01T00:00:00Z' });
    await expectStatuses('snoozed', 'snoozed', 'open');
    expect(await tenant.api.groupNeed({ path })).toMatchObject({ alsoReportedBy: [{}, {}] });
    const { history } = await needById(tenant, idOf(2));
    expect(history.map(({ action }) => action)).toEqual(['need.grouped', 'need.ungrouped']);
  });

  it('has a bounded number of needs: those beyond are rows of their own', async () => {
    const many = Array.from({ length: 400 }, (_value, index) => signal({ ...OF_ADA, dedupe_key: `many-${index}` }));
    for (const part of [many.slice(0, 200), many.slice(200)]) await tenant.send(part);
    await tenant.resolvedNeeds();
    const [largest] = await engine.database.query<{ needs: number }>(
      'select count(*)::integer as needs from need where tenant_id = $1 group by gap_key order by gap_key nulls last limit 1',
      [tenant.id],
    );
    // The needs of one set of the job join together.
    expect(largest?.needs).toBeLessThan(200 + 150);
    expect((await inbox({ limit: 200 })).length).toBeGreaterThan(50);
  });
});
