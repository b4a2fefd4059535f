import { moveDirectoryDays } from '#directory';
import { moveDueDays } from '#needs';
import { Database } from '#platform/database';
import { changeTimeZone } from '#tenancy';
import type { SharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

/** Changes a tenant's time zone, and the instants of all that is stored by the day. */
export async function setTimeZone({ app }: SharedEngine, tenant: TestTenant, name: string): Promise<void> {
  await app.get(Database).asTenant(tenant.id, async (tx) => {
    await changeTimeZone(tx, name);
    await moveDirectoryDays(tx);
    await moveDueDays(tx);
  });
}
