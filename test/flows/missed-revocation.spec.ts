import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

it('a stream of changes ends when the engine may have missed that its access was revoked', async () => {
  const tenant = await engine.createTenant();
  const client = await EventStream.open(engine.url, tenant.adminToken);
  try {
    // Without a notification, as if it was sent while the connection that listens was lost.
    await engine.database.query(`update tenant set status = 'suspended' where id = $1`, [tenant.id]);
    await engine.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'listen %'`,
    );
    await eventually(async () => expect(client.ended).toBe(true));
    expect(client.events).toMatchObject([{ event: 'resync' }]);
    const again = await EventStream.open(engine.url, tenant.adminToken, client.lastId);
    expect(again.status).toBe(401);
  } finally {
    client.close();
  }
});
