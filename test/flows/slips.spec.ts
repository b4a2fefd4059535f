import { beforeAll, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { sendSignal, signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a slip of a source system', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
    await addWorker(tenant, { externalWorkerId: 'W-1', site: 'Site A' });
  });

  it('in the name of a field is answered with a warning, which stays with the signal', async () => {
    const warnings = [{ field: 'data.topik', message: 'is not a known field: did you mean "topic"?' }];
    const { signalId, ...answer } = await sendSignal(tenant, { site: 'Site A', topik: 'Rigging' });
    expect(answer).toEqual({ ok: true, applied: true, deduped: false, warnings });
    expect(await tenant.api.getSignal({ path: { id: signalId ?? '' } })).toMatchObject({ warnings });
    expect(await sendSignal(tenant, { site: 'Site A', topic: 'Rigging', note: 'x' })).not.toHaveProperty('warnings');
  });

  it('is answered for each event of a batch', async () => {
    const response = await tenant.send([
      signal({ site: 'Site A', severty: 4 }),
      signal({ site: 'Site A' }),
      signal({ action: 'resolve', dedupe_kye: 'k', dedupe_key: 'none' }),
    ]);
    const { results } = (await response.json()) as { results: Array<{ warnings?: Array<{ field: string }> }> };
    expect(results.map(({ warnings = [] }) => warnings.map(({ field }) => field))).toEqual([
      ['data.severty'],
      [],
      ['data.dedupe_kye'],
    ]);
  });

  it('in the name of the only field that names somebody is part of the refusal', async () => {
    const response = await tenant.send(signal({ externalWorkerId: 'W-1', topic: 'Rigging' }));
    expect([response.status, await response.json()]).toMatchObject([
      422,
      {
        details: [
          { field: 'data', message: 'needs one of external_worker_id, email, learner_id or site' },
          { field: 'data.externalWorkerId', message: 'is not a known field: did you mean "external_worker_id"?' },
        ],
      },
    ]);
  });

  it('in a site is shown on the need with the nearest site, and an offer says that it reaches nobody', async () => {
    const { id, ...need } = await raisedNeed(tenant, { site: 'Sight A', topic: 'Rigging' });
    expect(need).toMatchObject({ unknownSite: 'Sight A', nearestSite: 'Site A' });
    const nobody = 'the site "Sight A" is not in the directory';
    expect(await tenant.api.offerNeed({ path: { id }, body: {} })).toMatchObject({ status: null, people: 0, nobody });
    expect(await tenant.api.offerNeed({ path: { id }, body: { dryRun: true } })).toMatchObject({ nobody });
    expect((await needById(tenant, id)).status).toBe('open');
    const known = await raisedNeed(tenant, { site: 'site  a', topic: 'Rigging, advanced' });
    expect(known).toMatchObject({ unknownSite: null, nearestSite: null });
  });

  it('in the type of a field is refused, so that nothing is guessed', async () => {
    const response = await tenant.send(signal({ external_worker_id: 123, topic: 'Rigging', severity: '4' }));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      details: [
        { field: 'data.external_worker_id', message: 'must be a string' },
        { field: 'data.severity', message: 'must be 1 (low), 2 (info), 3 (soon) or 4 (blocking)' },
      ],
    });
  });

  it('in the key of a signal map is normalised', async () => {
    const { map } = await tenant.api.replaceSignalMap({ body: { map: { 'signal.near_miss': { topic: 'Rigging' } } } });
    expect(map).toEqual({ near_miss: { topic: 'Rigging' } });
  });

  it('that repeats a key in a file is refused, and overwrites nobody', async () => {
    const rows =
      'externalWorkerId,email,name\nE-1,alice@acme.com,Alice\nE-2,bob@acme.com,Bob\nE-1,carol@acme.com,Carol\nE-3,Bob@acme.com,Dan\n';
    for (const counts of [
      { created: 2, unchanged: 0 },
      { created: 0, unchanged: 2 },
    ]) {
      const { body } = await tenant.importRows('/workers', rows);
      expect(body).toMatchObject({
        ...counts,
        updated: 0,
        failed: 2,
        errors: [
          { row: 4, field: 'externalWorkerId', message: 'same externalWorkerId as row 2' },
          { row: 5, field: 'email', message: 'same email as row 3' },
        ],
      });
    }
  });
});
