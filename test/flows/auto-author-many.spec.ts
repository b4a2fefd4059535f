import { expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';

const TOPIC = 'Zorbux line restart';

it('sends later needs of a topic to its draft, all of them although one is dismissed meanwhile', async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
  const needs = (status: string): Promise<Array<{ id: string }>> =>
    engine.database.query(
      `select id from need where tenant_id = $1 and status = $2 and recommendation = 'author_one' order by id`,
      [tenant.id, status],
    );
  await tenant.send(signal({ external_worker_id: 'earlier', topic: TOPIC }));
  const [earlier] = await tenant.resolvedNeeds();
  await tenant.api.authorNeed({ path: { id: earlier?.id ?? '' }, body: {} });
  await eventually(async () => expect((await tenant.api.listDrafts({})).items).toMatchObject([{ status: 'ready' }]));
  await tenant.send(
    Array.from({ length: 1_005 }, (_, index) => signal({ external_worker_id: `W-${index}`, topic: TOPIC })),
  );
  await eventually(async () => expect(await needs('open')).toHaveLength(1_005));
  const [first] = await needs('open');
  await engine.database.inTransaction(async (tx) => {
    await tx.query(`update need set status = 'dismissed', closed_at = now() where id = $1`, [first?.id]);
    await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: true, autoAuthorThreshold: 1 });
    await eventuallyLocked(engine);
    await tx.query('commit');
  });
  await eventually(async () => expect(await needs('authoring')).toHaveLength(1_005));
});

it('shows on all needs of a topic that the plan allows no draft, however many they are', async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
  await changeTenant(engine, tenant, { draftsPerMonth: 0 });
  await tenant.send(
    Array.from({ length: 1_005 }, (_, index) => signal({ external_worker_id: `W-${index}`, topic: TOPIC })),
  );
  await tenant.resolvedNeeds();
  await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: true, autoAuthorThreshold: 1_000 });
  const blocked = (): Promise<object[]> =>
    engine.database.query('select from need where tenant_id = $1 and draft_blocked_until > now()', [tenant.id]);
  await eventually(async () => expect(await blocked()).toHaveLength(1_005));
});

it('starts no further draft once it is turned off, although the job has begun', async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
  await tenant.send(signal({ external_worker_id: 'W-1', topic: TOPIC }));
  await tenant.resolvedNeeds();
  await engine.database.inTransaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended('resolution:' || $1::text, 0))`, [tenant.id]);
    await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: true, autoAuthorThreshold: 1 });
    await eventuallyLocked(engine);
    await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: false });
  });
  await eventually(async () =>
    expect(
      await engine.database.query('select from authoring_mark where tenant_id = $1 and due_at <= now()', [tenant.id]),
    ).toEqual([]),
  );
  expect((await tenant.api.listDrafts({})).items).toEqual([]);
});
