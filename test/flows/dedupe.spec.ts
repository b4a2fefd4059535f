import { beforeAll, describe, expect, it } from '@jest/globals';
import { sendUntilRead } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';

/** Sent at once, all with the same key. */
const AT_ONCE = scaled(200, 1_000);
/** Keys of each of three tenants. */
const KEYS = scaled(20, 50);
/** How often two processes receive each key together. */
const TIMES = scaled(8, 20);

/** How many were answered what. */
function outcomes(answers: ReadonlyArray<{ status: number; deduped?: boolean | undefined }>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, deduped } of answers) {
    const outcome = status === 200 ? (deduped === true ? 'joined' : 'created') : `status ${status}`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe('the same open data point', () => {
  let engine: SharedEngine;

  beforeAll(async () => {
    engine = await sharedEngine();
  });

  /** The owner sees all tenants: the open needs of one, with how many signals each counts and how many are stored. */
  const needsOf = ({
    id,
  }: TestTenant): Promise<Array<{ key: string; counted: number; stored: number; created: number; open: boolean }>> =>
    engine.database.query(
      `select need.dedupe_key as key, need.signal_count as counted, need.closed_at is null as open,
         count(signal.id)::integer as stored, count(*) filter (where signal.outcome = 'created')::integer as created
       from need left join signal on signal.tenant_id = need.tenant_id and signal.need_id = need.id
       where need.tenant_id = $1 group by need.tenant_id, need.id order by need.id`,
      [id],
    );
  const close = ({ id }: TestTenant): Promise<unknown[]> =>
    engine.database.query(
      `update need set status = 'dismissed', closed_at = now() where tenant_id = $1 and closed_at is null`,
      [id],
    );

  it('that is sent very often at once creates one need, and all signals are stored', async () => {
    const tenant = await engine.createTenant();
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        sendUntilRead(tenant, { email: 'jordan@acme.com', topic: 'Working at Heights' }, 'credential_expiring'),
      ),
    );
    expect(outcomes(answers)).toEqual({ created: 1, joined: AT_ONCE - 1 });
    expect(await needsOf(tenant)).toEqual([
      {
        key: 'credential_expiring:email=jordan@acme.com:working at heights',
        counted: AT_ONCE,
        stored: AT_ONCE,
        created: 1,
        open: true,
      },
    ]);
  });

  it('creates one need per key and tenant if many of three tenants are sent concurrently, while needs are resolved', async () => {
    const tenants = [await engine.createTenant(), await engine.createTenant(), await engine.createTenant()];
    const keys = Array.from({ length: KEYS }, (_value, index) => `key ${index}`);
    const sends = tenants
      .flatMap((tenant) =>
        keys.flatMap((key) => [1, 2, 3, 4].map((severity) => ({ tenant, key, severity, order: Math.random() }))),
      )
      .toSorted((a, b) => a.order - b.order);
    const answers = await Promise.all(
      sends.map(({ tenant, key, severity }) =>
        sendUntilRead(tenant, { site: 'S', topic: `topic ${severity}`, dedupe_key: key, severity }),
      ),
    );
    expect(outcomes(answers)).toEqual({ created: 3 * KEYS, joined: 9 * KEYS });
    for (const tenant of tenants) {
      expect((await needsOf(tenant)).toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))).toEqual(
        keys.map((key) => ({ key, counted: 4, stored: 4, created: 1, open: true })),
      );
      const ofTenant = answers.filter((_answer, index) => sends[index]?.tenant === tenant);
      expect(outcomes(ofTenant)).toEqual({ created: KEYS, joined: 3 * KEYS });
      const { items } = await tenant.api.listNeeds({ query: { limit: 200, grouped: 'false' } });
      expect(items.map(({ severity }) => severity)).toEqual(keys.map(() => 4));
    }
  });

  it('creates one need if two processes receive it at the same time', async () => {
    const tenant = await engine.createTenant();
    await withProcess(engine, { worker: false }, async (second) => {
      const elsewhere = tenant.at(second.url);
      const answers = await Promise.all(
        Array.from({ length: 20 * TIMES }, (_value, index) =>
          sendUntilRead(index % 2 === 0 ? tenant : elsewhere, { site: 'S', dedupe_key: `key ${(index >> 1) % 20}` }),
        ),
      );
      expect(outcomes(answers)).toEqual({ created: 20, joined: 20 * (TIMES - 1) });
      expect((await needsOf(tenant)).map(({ counted, stored, created }) => [counted, stored, created])).toEqual(
        Array.from({ length: 20 }, () => [TIMES, TIMES, 1]),
      );
    });
  });

  it('creates a new need after the previous one is closed, which stays unchanged', async () => {
    const tenant = await engine.createTenant();
    const said = { external_worker_id: 'W-1', topic: 'Forklift Operation' };
    expect(await sendUntilRead(tenant, said)).toMatchObject({ deduped: false });
    expect(await sendUntilRead(tenant, said)).toMatchObject({ deduped: true });
    await close(tenant);
    expect(await sendUntilRead(tenant, said)).toMatchObject({ deduped: false });
    expect(await sendUntilRead(tenant, said)).toMatchObject({ deduped: true });
    await close(tenant);
    expect(await sendUntilRead(tenant, said)).toMatchObject({ deduped: false });
    const key = 'incident:worker=w-1:forklift operation';
    expect(await needsOf(tenant)).toEqual([
      { key, counted: 2, stored: 2, created: 1, open: false },
      { key, counted: 2, stored: 2, created: 1, open: false },
      { key, counted: 1, stored: 1, created: 1, open: true },
    ]);
  });

  it.each(['offered', 'in_progress', 'authoring'])(
    'joins its need while it is %s, without a change of the decision',
    async (status) => {
      const tenant = await engine.createTenant();
      await sendUntilRead(tenant, { site: 'S', topic: 'Decided', dedupe_key: 'k', severity: 2 });
      await engine.database.query('update need set status = $1 where tenant_id = $2', [status, tenant.id]);
      expect(
        await sendUntilRead(tenant, { site: 'S', topic: 'Another', category: 'Another', dedupe_key: 'k', severity: 3 }),
      ).toMatchObject({ status: 200, deduped: true });
      const decided = 'select status, topic, category, severity from need where tenant_id = $1';
      expect(await engine.database.query(decided, [tenant.id])).toEqual([
        { status, topic: 'Decided', category: null, severity: 3 },
      ]);
    },
  );
});
