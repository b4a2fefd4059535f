import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { timeInDays } from '../factories/days.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an offer to people who hold what it asks for', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant);
  });

  const need = async (data: object): Promise<string> =>
    (await raisedNeed(tenant, { topic: 'Manual Handling', ...data })).id;
  const preview = async (id: string, body: Schemas['OfferBody'] = {}) => offer(tenant, id, { dryRun: true, ...body });

  it("counts a completion for as long as the tenant's settings say", async () => {
    await addWorker(tenant);
    await offer(tenant, await need({ external_worker_id: 'Ada' }));
    await completeAll(tenant, 'Ada', { completedAt: timeInDays(-100) });
    const id = await need({ external_worker_id: 'Ada', dedupe_key: 'again' });
    expect((await preview(id)).counts).toMatchObject({ willAssign: 0, alreadyValid: 1 });
    const { headers } = await tenant.admin('GET', '/offer-settings');
    const put = (days: number, ifMatch: string): Promise<{ status: number }> =>
      tenant.admin('PUT', '/offer-settings', { completionValidDays: days }, { 'if-match': ifMatch });
    expect([(await put(90, '"7"')).status, (await put(90, headers.get('etag') ?? '')).status]).toEqual([412, 200]);
    expect((await preview(id)).counts).toMatchObject({ willAssign: 1, alreadyValid: 0 });
  });

  it('counts a credential for the topic that is valid beyond the due date', async () => {
    const holds = (externalWorkerId: string, name: string, expiresAt: string | null) =>
      addCredential(tenant, { externalWorkerId, name, expiresAt });
    const names = ['for ever', 'long', 'expires sooner', 'expired', 'superseded', 'another topic', 'none'];
    for (const name of names) await addWorker(tenant, { name, site: 'Site A' });
    await holds('for ever', 'manual handling certificate', null);
    await holds('long', 'Manual_Handling', '2098-06-01');
    await holds('expires sooner', 'Manual Handling', '2098-03-01');
    await holds('expired', 'Manual Handling', '2020-01-01');
    await holds('superseded', 'Manual Handling', '2019-01-01');
    await holds('superseded', 'Manual Handling', '2020-01-01');
    await holds('another topic', 'Manual Handling trainer', '2099-01-01');
    const { who, counts } = await preview(await need({ site: 'Site A' }), { dueAt: '2098-05-01' });
    expect(who?.alreadyValid?.map(({ name }) => name)).toEqual(['for ever', 'long']);
    expect(counts).toMatchObject({ willAssign: 5, alreadyValid: 2 });
  });

  it('does not count the expiring credential as its own answer', async () => {
    await addWorker(tenant);
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'Manual Handling', expiresAt: '2098-05-01' });
    const payload = { due_at: '2098-04-01', expires_at: '2098-05-01' };
    const data = { external_worker_id: 'Ada', topic: 'Manual Handling', payload };
    const expiring = await raisedNeed(tenant, data, 'credential_expiring');
    const undated = { external_worker_id: 'Ada', topic: 'Manual Handling', dedupe_key: 'undated' };
    const expired = await raisedNeed(tenant, undated, 'credential_expired');
    for (const { id } of [expiring, expired]) {
      const { counts } = await preview(id, { dueAt: '2098-01-01' });
      expect(counts).toMatchObject({ willAssign: 1, alreadyValid: 0 });
    }
  });

  it('offers an annual course again to whoever completed it long before the expiry', async () => {
    await addWorker(tenant);
    await offer(tenant, await need({ external_worker_id: 'Ada' }));
    await completeAll(tenant, 'Ada', { completedAt: timeInDays(-305) });
    const countsFor = async (days: number) => {
      const data = { external_worker_id: 'Ada', topic: 'Manual Handling', expires_at: timeInDays(days) };
      const expiring = await raisedNeed(tenant, { ...data, dedupe_key: `in ${days}` }, 'credential_expiring');
      return (await preview(expiring.id)).counts;
    };
    expect(await countsFor(59)).toMatchObject({ willAssign: 1, alreadyValid: 0 });
    expect(await countsFor(57)).toMatchObject({ willAssign: 0, alreadyValid: 1 });
    expect(await countsFor(400)).toMatchObject({ willAssign: 0, alreadyValid: 1 });
  });

  it('completes a need whose people all hold what it asks for, and keeps one that reaches nobody', async () => {
    await addWorker(tenant);
    await offer(tenant, await need({ external_worker_id: 'Ada' }));
    await completeAll(tenant, 'Ada');
    const answered = await need({ external_worker_id: 'Ada', dedupe_key: 'again' });
    expect((await offer(tenant, answered)).counts).toMatchObject({ assigned: 0, alreadyValid: 1 });
    expect((await needById(tenant, answered)).status).toBe('completed');
    const empty = await need({ site: 'Nowhere' });
    expect(await offer(tenant, empty)).toMatchObject({ people: 0, counts: { assigned: 0 } });
    expect((await needById(tenant, empty)).status).toBe('open');
  });
});
