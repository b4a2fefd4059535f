import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { dismiss, expectNeed, raisedNeed } from '../factories/needs.js';
import { publishedCourse } from '../factories/courses.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

type Site = Schemas['SiteView'] & Schemas['Problem'];

let engine: SharedEngine;
let tenant: TestTenant;
let north: Site;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  north = (await tenant.admin<Site>('POST', '/sites', { name: 'North' })).body;
  await addWorker(tenant, { externalWorkerId: 'E-1', name: 'Ada', site: 'North' });
});

const change = (body: object, headers = {}) => tenant.admin<Site>('PATCH', `/sites/${north.id}`, body, headers);
const reaches = (needId: string, people: number, unknownSite: string | null): Promise<void> =>
  expectNeed(tenant, needId, { audience: { people }, unknownSite });

describe('a site', () => {
  it('keeps its old name as an alias, by which signals still reach its people', async () => {
    const before = await raisedNeed(tenant, { site: 'North', topic: 'Fire' });
    const closed = await raisedNeed(tenant, { site: 'North', topic: 'Dust' });
    await dismiss(tenant, closed.id, { reason: 'other' });
    expect((await change({ name: 'North Yard' })).body).toMatchObject({ name: 'North Yard', aliases: ['North'] });
    const after = await raisedNeed(tenant, { site: 'NORTH', topic: 'Noise' });
    expect(after).toMatchObject({ audience: { people: 1, site: 'NORTH' }, unknownSite: null });
    await reaches(before.id, 1, null);
    await reaches(closed.id, 1, null);
    for (const site of ['North', 'North Yard']) {
      const { items: dismissed } = await tenant.api.listNeeds({ query: { site, status: ['dismissed'] } });
      expect(dismissed.map(({ id }) => id)).toEqual([closed.id]);
      const { items: reported } = (await tenant.admin<Schemas['SignalPage']>('GET', `/signals?site=${site}`)).body;
      expect(new Set(reported.map(({ needId }) => needId))).toEqual(new Set([before.id, closed.id, after.id]));
    }
    const unknown = await tenant.api.listNeeds({ query: { unknownSite: 'true', status: ['all'] } });
    expect(unknown.items).toEqual([]);
    const again = await raisedNeed(tenant, { site: 'north yard', topic: 'Fire' });
    const { items } = await tenant.api.listNeeds({ query: { topic: 'Fire' } });
    expect(items.map(({ alsoReportedBy }) => alsoReportedBy.length)).toEqual([1]);
    expect([before.id, again.id]).toContain(items[0]?.id);
  });

  it('is reached by imports and workers that name an alias, which create no other site', async () => {
    await change({ name: 'North Yard' });
    const { body } = await tenant.importRows('/workers', 'externalWorkerId,name,site\nE-1,Ada,north\nE-2,Ben,North\n');
    expect(body).toMatchObject({ created: 1, unchanged: 1, updated: 0, failed: 0 });
    expect(await addWorker(tenant, { externalWorkerId: 'E-3', site: 'North' })).toMatchObject({ site: 'North Yard' });
    const { items } = await tenant.api.listSites();
    expect(items.map(({ name, workers }) => [name, workers])).toEqual([['North Yard', 3]]);
  });

  it('is the same for a worker by its name and by an alias: nothing is changed', async () => {
    await change({ name: 'North Yard' });
    const worker = await addWorker(tenant, { externalWorkerId: 'E-4', site: 'North Yard' });
    const { body } = await tenant.admin<Schemas['WorkerView']>('PATCH', `/workers/${worker.id}`, { site: 'North' });
    expect(body).toEqual(worker);
    expect(await auditOf(tenant, { subject: worker.id, action: 'worker.changed' })).toEqual([]);
  });

  it('has aliases that people edit, and needs follow', async () => {
    const need = await raisedNeed(tenant, { site: 'Nord', topic: 'Fire' });
    expect(need).toMatchObject({ audience: { people: 0 }, unknownSite: 'Nord' });
    expect((await change({ aliases: ['Nord', ' NORD', 'North'] })).body).toMatchObject({
      aliases: ['Nord'],
      version: 2,
    });
    await reaches(need.id, 1, null);
    const { items: found } = await tenant.api.listNeeds({ query: { q: 'nord' } });
    expect(found.map(({ id }) => id)).toEqual([need.id]);
    expect((await change({ aliases: ['nord', 'N'] }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await change({ aliases: [] })).body).toMatchObject({ aliases: [], version: 3 });
    await reaches(need.id, 0, 'Nord');
    const { items } = (await tenant.admin<Schemas['AuditPage']>('GET', `/audit?subject=${north.id}`)).body;
    expect(items[0]).toMatchObject({ action: 'site.changed', before: { aliases: ['Nord'] }, after: { aliases: [] } });
    expect((await change({ name: 'NORTH' })).body).toMatchObject({ name: 'NORTH', aliases: [] });
  });

  it('is not called as another one is or was', async () => {
    await change({ name: 'North Yard', aliases: ['Nord'] });
    const refused = async (method: string, path: string, body: object): Promise<unknown> => {
      const answer = await tenant.admin<Site>(method, path, body);
      return [answer.status, answer.body.code, answer.body.errors?.map(({ field }) => field)];
    };
    expect(await refused('POST', '/sites', { name: ' nord' })).toEqual([409, 'name_taken', ['name']]);
    const { body: south } = await tenant.admin<Site>('POST', '/sites', { name: 'South' });
    const path = `/sites/${south.id}`;
    expect(await refused('PATCH', path, { name: 'Nord' })).toEqual([409, 'name_taken', ['name']]);
    expect(await refused('PATCH', path, { aliases: ['S', 'NORTH yard'] })).toEqual([409, 'name_taken', ['aliases.1']]);
    expect((await tenant.api.getSite({ path: { id: south.id } })).aliases).toEqual([]);
  });

  it('is known by its old name to filters, offers, requirements, the gate and the check of signals', async () => {
    await change({ name: 'North Yard' });
    const data = { site: 'north', topic: 'Fire' };
    const check = await tenant.admin('POST', '/signals/check', {
      raw: JSON.stringify({ event: 'signal.audit', data }),
    });
    expect(check.body).toMatchObject({ audience: { site: 'North Yard', known: true, people: 1 } });
    await raisedNeed(tenant, { ...data, site: 'North Yard' });
    const ofAda = await raisedNeed(tenant, { external_worker_id: 'E-1', topic: 'Noise' });
    const listed = async (path: string): Promise<number> =>
      (await tenant.admin<{ items: unknown[] }>('GET', path)).body.items.length;
    await tenant.admin('POST', '/requirements', {
      appliesTo: { kind: 'site', name: 'NORTH' },
      credential: 'First Aid',
    });
    await eventually(async () => {
      expect(await listed('/readiness?site=North')).toBe(1);
      expect(await listed('/requirements?site=North')).toBe(1);
      expect(await listed('/needs?site=North')).toBe(2);
      expect(await listed('/needs?site=North%20Yard')).toBe(2);
      expect(await listed('/signals?site=North')).toBe(1);
    });
    expect([await listed('/workers?site=north'), await listed('/workers?site=south')]).toEqual([1, 0]);
    const gate = { workers: [{ externalWorkerId: 'E-1' }], site: 'North' };
    expect((await tenant.admin('POST', '/readiness/check', gate)).status).toBe(200);
    const course = await publishedCourse(tenant);
    const offer = { courseId: course.id, target: { kind: 'site', id: 'North' }, dryRun: true };
    expect((await tenant.admin('POST', `/needs/${ofAda.id}/offer`, offer)).status).toBe(200);
  });
});
