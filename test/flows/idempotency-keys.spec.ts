import { sql } from '@mikro-orm/postgresql';
import { Controller, Module, Post } from '@nestjs/common';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#platform/database';
import { Allow } from '#tenancy';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { KeyedCalls, storedKeys, whileCoursesAreHeld } from '../harness/keyed-calls.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';

let engine: SharedEngine;
let tenant: TestTenant;
let calls: KeyedCalls;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  calls = new KeyedCalls(tenant);
});

const courses = async (): Promise<number> => (await tenant.api.listCourses()).items.length;
const LOST = { status: 409, body: { code: 'idempotency_answer_lost' } };
const IN_FLIGHT = { status: 409, body: { code: 'idempotency_key_in_flight' } };

/** Commits a change, and fails before it answers. */
@Controller('engine/v1/admin/planted')
class FailsAfterCommit {
  constructor(private readonly database: Database) {}

  @Post()
  @Allow('admin')
  async change(): Promise<never> {
    await this.database.inTenant((tx) => tx.execute(sql`update tenant set name = 'Changed' where id = ${tx.tenantId}`));
    throw new Error('planted');
  }
}

@Module({ controllers: [FailsAfterCommit] })
class PlantedModule {}

const claimed = () => eventually(async () => expect(await storedKeys(engine, tenant)).toHaveLength(1));

describe('after the end of a process', () => {
  /** The row as it is half a minute after its process has died. */
  const died = (applied: boolean) =>
    engine.database.query(
      `insert into idempotency_key (tenant_id, caller, key, claim, claimed_until, applied, expires_at)
       select tenant_id, api_token.id, $2, gen_random_uuid(), now(), $3, now() + interval '1 day' from api_token
       where tenant_id = $1`,
      [tenant.id, calls.key, applied],
    );

  it('a call without a committed change is executed by its repetition', async () => {
    await died(false);
    expect((await calls.addCourse()).status).toBe(201);
    expect((await calls.addCourse()).headers.get('idempotent-replayed')).toBe('true');
  });

  it('a committed call is not executed again, although its response is lost', async () => {
    await died(true);
    expect(await calls.addCourse()).toMatchObject(LOST);
    expect(await courses()).toBe(0);
  });

  it('a call that failed after its change is not executed again, and is not said to be running', async () => {
    await withProcess(engine, { worker: false, modules: [PlantedModule] }, async ({ url }) => {
      const planted = new KeyedCalls(tenant.at(url), calls.key);
      expect((await planted.send('POST', '/planted')).status).toBe(500);
      expect(await planted.send('POST', '/planted')).toMatchObject(LOST);
    });
  });

  it('a process that only hung makes no change after another has taken its key', async () => {
    await whileCoursesAreHeld(engine, async (release) => {
      const first = calls.addCourse();
      await claimed();
      await engine.database.query(`update idempotency_key set claim = gen_random_uuid() where tenant_id = $1`, [
        tenant.id,
      ]);
      await release();
      expect(await first).toMatchObject(IN_FLIGHT);
    });
    expect(await courses()).toBe(0);
  });

  it('the transaction of a change marks the key as applied', async () => {
    await calls.addCourse();
    const ofChange = { applied: true, status: 201 };
    expect(await storedKeys(engine, tenant)).toEqual([ofChange]);
    calls = new KeyedCalls(tenant);
    await calls.send('POST', '/topics/match', { topic: 'Rigging' });
    expect(await storedKeys(engine, tenant)).toEqual([ofChange, { applied: false, status: 200 }]);
  });
});

describe('the stored response of a call', () => {
  it('is none if it is long and nothing was changed: a repetition computes it again', async () => {
    const workers = Array.from({ length: 500 }, (_one, number) => ({ externalWorkerId: `W-${number}` }));
    const check = () => calls.send<{ items: object[] }>('POST', '/readiness/check', { workers });
    const first = await check();
    expect(first.body.items).toHaveLength(500);
    expect(await storedKeys(engine, tenant)).toEqual([]);
    const again = await check();
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBeNull();
  });

  it('is encrypted, including secrets that are shown once', async () => {
    const invite = () =>
      calls.send<{ invitation: { token: string } }>('POST', '/users', { email: 'eve@example.com', role: 'viewer' });
    const first = await invite();
    expect((await invite()).body).toEqual(first.body);
    const [row] = await engine.database.query<{ row: string }>(
      `select encode(answer, 'escape') as row from idempotency_key where key = $1`,
      [calls.key],
    );
    expect(row?.row).toBeDefined();
    expect(row?.row).not.toContain(first.body.invitation.token.slice(0, 12));
    expect(row?.row).not.toContain('eve');
  });
});
