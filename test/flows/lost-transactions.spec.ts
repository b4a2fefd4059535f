import { beforeAll, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { decide, raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';

describe('a decision that loses a deadlock', () => {
  let engine: SharedEngine;

  beforeAll(async () => {
    engine = await sharedEngine();
  });

  it('is made all the same', async () => {
    const tenant = await engine.createTenant();
    await addWorker(tenant);
    const about = { external_worker_id: 'Ada', topic: 'Rigging' };
    const { id } = await raisedNeed(tenant, { ...about, dedupe_key: 'a' });
    const other = await raisedNeed(tenant, { ...about, dedupe_key: 'b' });
    const { database } = engine;
    // Neither of them looks for deadlocks soon: PostgreSQL ends the decision.
    const begin = (needId: string): string =>
      `set local deadlock_timeout = '1min'; select from need where id = '${ids.parse('need', needId)}' for update`;
    await database.inTransaction((first) =>
      database.inTransaction(async (second) => {
        await first.query(begin(id));
        await second.query(begin(other.id));
        const dismissed = decide(tenant.once, id, 'dismiss', { reason: 'other' });
        await eventuallyLocked(engine);
        const wantsFirst = second.query(begin(id));
        await eventuallyLocked(engine, 2);
        // Now the decision locks the need for which the second transaction waits, and waits for the other one.
        await first.query('commit');
        await wantsFirst;
        await second.query('commit');
        expect(await dismissed).toMatchObject({ status: 200, body: { status: 'dismissed' } });
      }),
    );
  });
});
