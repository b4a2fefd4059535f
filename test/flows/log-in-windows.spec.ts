import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { attempt } from '../factories/log-ins.js';
import { consoleUser } from '../factories/users.js';
import { PASSWORD } from '../harness/browser.js';
import { redisUrl } from '../harness/database.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import { withProcess } from '../harness/with-process.js';

const KEYS = 'login-attempts:*';

describe.each([['PostgreSQL', null], ...(redisUrl === null ? [] : [['Redis', redisUrl]])])(
  'the attempts to log in that are counted in %s',
  (_where, url) => {
    let engine: TestEngine;
    let redis: Redis | null;
    beforeAll(async () => {
      redis = url === null ? null : new Redis(url);
      engine = await startEngine({ worker: false, redisUrl: url });
    });
    afterAll(async () => {
      redis?.disconnect();
      await engine.close();
    });

    const counters = async (): Promise<number> =>
      (await (redis?.keys(KEYS) ?? engine.database.query('select from login_attempt'))).length;
    const endWindows = async (): Promise<void> => {
      if (redis === null) await engine.database.query('delete from login_attempt');
      else for (const key of await redis.keys(KEYS)) await redis.del(key);
    };

    it('begin no window without an end if a log-in succeeds after its window', async () => {
      const tenant = await engine.createTenant();
      const { email } = await consoleUser(tenant, { email: 'ada@acme.example' });
      await endWindows();
      await engine.database.inTransaction(async (tx) => {
        await tx.query('select from console_user where tenant_id = $1 for update', [tenant.id]);
        const logIn = attempt(engine, tenant.slug, email, PASSWORD);
        await eventuallyLocked(engine);
        expect(await counters()).toBe(2);
        await endWindows();
        await tx.query('commit');
        expect((await logIn).status).toBe(200);
      });
      expect(await counters()).toBe(0);
    });
  },
);

it('the attempts to log in that are over are deleted when a process starts, and no others', async () => {
  const engine = await startEngine({ worker: false });
  try {
    await engine.database.query(
      `insert into login_attempt (tenant_id, key, attempts, ends_at)
         values ($1, 'over', 10, now()), ($1, 'running', 10, now() + interval '1 minute')`,
      ['00000000-0000-0000-0000-000000000000'],
    );
    await withProcess(engine, { worker: false }, () =>
      eventually(async () =>
        expect(await engine.database.query('select key from login_attempt')).toEqual([{ key: 'running' }]),
      ),
    );
  } finally {
    await engine.close();
  }
});
