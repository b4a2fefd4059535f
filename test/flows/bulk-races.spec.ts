import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { needById, raisedNeed } from '../factories/needs.js';
import { operationEnded } from '../factories/operations.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const EARLIER = '2097-01-31T08:00:00.000Z';
const LATER = '2098-01-31T08:00:00.000Z';
const OF_BULK = '2099-01-31T08:00:00.000Z';

describe('at the moment at which a person snoozes a need again', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let id: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    ({ id } = await raisedNeed(tenant, { site: 'North', topic: 'Rigging' }));
  });

  const snoozeAll = (): Promise<{ readonly operationId: string | null }> =>
    tenant.api.startBulk({ body: { action: 'snooze', ids: [id], until: OF_BULK } });
  /** Begins `work` while the person's request has written the new time, which is committed once `work` waits for it. */
  const whileSnoozing = (work: () => Promise<unknown>): Promise<void> =>
    engine.database.inTransaction(async (person) => {
      await person.query('update need set snoozed_until = $2, version = version + 1 where id = $1', [
        ids.parse('need', id),
        LATER,
      ]);
      await work();
      await eventuallyLocked(engine);
      await person.query('commit');
    });
  const expectSnoozedByPerson = async (): Promise<void> =>
    expect(await needById(tenant, id)).toMatchObject({ status: 'snoozed', snoozedUntil: LATER });

  it('the undo of a bulk action leaves it as it is then', async () => {
    const { operationId } = await snoozeAll();
    const { id: snoozed } = await operationEnded(tenant, operationId);
    await whileSnoozing(() => tenant.api.undoOperation({ path: { id: snoozed } }));
    expect(await operationEnded(tenant, operationId, 'undone')).toMatchObject({
      items: [{ status: 'kept', why: 'moved_since' }],
    });
    await expectSnoozedByPerson();
  });

  it('a bulk action replaces the new time, which its undo restores', async () => {
    await tenant.api.snoozeNeed({ path: { id }, body: { until: EARLIER } });
    let operationId: string | null = null;
    await whileSnoozing(async () => ({ operationId } = await snoozeAll()));
    await operationEnded(tenant, operationId);
    await tenant.api.undoOperation({ path: { id: operationId ?? '' } });
    await operationEnded(tenant, operationId, 'undone');
    await expectSnoozedByPerson();
  });
});
