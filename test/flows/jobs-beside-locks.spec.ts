import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('while a long transaction keeps the directory of a tenant from changing', () => {
  let engine: SharedEngine;
  let locked: TestTenant;
  let other: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    [locked, other] = [await engine.createTenant(), await engine.createTenant()];
    for (const tenant of [locked, other]) await raisedNeed(tenant, { external_worker_id: 'E-1', topic: 'Rigging' });
  });

  /** Holds the lock of an offer (`needs/resolution-lock.ts`). */
  const whileLocked = (work: () => Promise<void>): Promise<void> =>
    engine.database.inTransaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended('resolution:' || $1::text, 0))`, [
        locked.id,
      ]);
      await work();
    });

  it('needs of other tenants get a course that is published', async () => {
    await whileLocked(async () => {
      for (const tenant of [locked, other]) await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
      await eventually(async () =>
        expect((await other.api.listNeeds({})).items).toMatchObject([{ recommendation: { kind: 'course' } }]),
      );
    });
  });

  it('drafts of other tenants start by themselves', async () => {
    await whileLocked(async () => {
      for (const tenant of [locked, other])
        await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: true, autoAuthorThreshold: 1 });
      await eventually(async () => expect((await other.api.listDrafts({})).items).toHaveLength(1));
    });
  });
});
