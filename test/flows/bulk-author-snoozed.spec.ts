import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftsOf, expectDrafts, startDraft } from '../factories/drafts.js';
import { decide, dismiss, needById, raisedNeed } from '../factories/needs.js';
import { bulkDone, operationEnded, undo } from '../factories/operations.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Zorbux line restart';
const [DAY, TIME] = ['2099-01-31', '2099-02-28T08:00:00.000Z'];

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** A need about the topic at each site. */
const needsAt = (...sites: string[]): Promise<string[]> =>
  Promise.all(sites.map(async (site) => (await raisedNeed(tenant, { site, topic: TOPIC }, 'audit')).id));

/** Does work while the drafts that are started for the tenant fail at their first step. */
async function whileFailing<T>(work: () => Promise<T>): Promise<T> {
  const name = `failing_${tenant.id.replaceAll('-', '')}`;
  await engine.database.query(
    `create function ${name}() returns trigger language plpgsql as $$
       begin if tg_table_name = 'draft' then new.failures = '{"unexpected": 4}'; else new.name = 'none'; end if;
       return new; end $$;
     create trigger ${name} before insert on draft for each row when (new.tenant_id = '${tenant.id}')
       execute function ${name}();
     create trigger ${name} before insert on draft_step for each row when (new.tenant_id = '${tenant.id}')
       execute function ${name}()`,
  );
  try {
    return await work();
  } finally {
    await engine.database.query(`drop function ${name} cascade`);
  }
}

/** Does work while no step of the tenant's drafts can be stored. */
async function whileUnwritten<T>(work: () => Promise<T>): Promise<T> {
  const name = `later_${tenant.id.replaceAll('-', '')}`;
  await engine.database.query(
    `create function ${name}() returns trigger language plpgsql as $$ begin raise 'later'; end $$;
     create trigger ${name} before update on draft_step for each row when (old.tenant_id = '${tenant.id}')
       execute function ${name}()`,
  );
  try {
    return await work();
  } finally {
    await engine.database.query(`drop function ${name} cascade`);
  }
}

describe('having courses drafted for needs that are snoozed', () => {
  it('is undone by snoozing them again as before, and by opening the others', async () => {
    const [open = '', untilDay = '', untilTime = ''] = await needsAt('North', 'South', 'East');
    await decide(tenant, untilDay, 'snooze', { until: DAY });
    await decide(tenant, untilTime, 'snooze', { until: TIME });
    await whileUnwritten(async () => {
      const id = await bulkDone(tenant, { action: 'author', ids: [open, untilDay, untilTime] });
      expect(await needById(tenant, untilDay)).toMatchObject({ status: 'authoring', snoozedUntil: null });
      const undone = await undo(tenant, id);
      expect(undone).toMatchObject({ undone: 3 });
      expect(undone.items.map(({ status }) => status)).toEqual(['undone', 'undone', 'undone']);
    });
    expect(await draftsOf(tenant)).toMatchObject([{ status: 'cancelled', needs: 0 }]);
    expect(await tenant.api.getAuthoringUsage()).toMatchObject({ drafts: { used: 0, reserved: 0 } });
    expect(await needById(tenant, open)).toMatchObject({ status: 'open' });
    expect(await needById(tenant, untilDay)).toMatchObject({ status: 'snoozed', snoozedUntil: DAY });
    expect(await needById(tenant, untilTime)).toMatchObject({ status: 'snoozed', snoozedUntil: TIME });
  });
});

describe('having courses drafted that cannot be written', () => {
  it('is undone by snoozing the needs again as before, except those about which somebody has decided', async () => {
    const [open = '', untilDay = '', decided = ''] = await needsAt('North', 'South', 'East');
    for (const id of [untilDay, decided]) await decide(tenant, id, 'snooze', { until: DAY });
    const id = await whileFailing(async () => {
      const operation = await bulkDone(tenant, { action: 'author', ids: [open, untilDay, decided] });
      await expectDrafts(tenant, [{ status: 'failed', needs: 0 }]);
      return operation;
    });
    expect(await needById(tenant, untilDay)).toMatchObject({ status: 'open', snoozedUntil: null });
    await dismiss(tenant, decided, { reason: 'other' });
    const { undone, items } = await undo(tenant, id);
    expect(undone).toBe(2);
    const itemOf = (needId: string) => items.find((item) => item.needId === needId);
    expect(itemOf(open)).toMatchObject({ status: 'undone' });
    expect(itemOf(untilDay)).toMatchObject({ status: 'undone' });
    expect(itemOf(decided)).toMatchObject({ status: 'kept', why: 'moved_since' });
    expect(await needById(tenant, open)).toMatchObject({ status: 'open' });
    expect(await needById(tenant, untilDay)).toMatchObject({ status: 'snoozed', snoozedUntil: DAY });
    expect(await needById(tenant, decided)).toMatchObject({ status: 'dismissed' });
  });
});

describe('having courses drafted for needs whose draft has just ended', () => {
  it('sends them to the next draft, before the job has reopened them', async () => {
    const [id = ''] = await needsAt('North');
    const ended = await whileUnwritten(async () => {
      const draftId = await startDraft(tenant, id);
      // As the end of a draft leaves the needs after the first 500, until the job reopens them.
      await engine.database.query(
        `update draft set status = 'cancelled', lease = null, next_attempt_at = null where tenant_id = $1`,
        [tenant.id],
      );
      return draftId;
    });
    const body = { action: 'author', ids: [id] } as const;
    expect(await tenant.api.startBulk({ body: { ...body, dryRun: true } })).toMatchObject({ willMove: 1, refused: [] });
    const { operationId } = await tenant.api.startBulk({ body });
    expect(await operationEnded(tenant, operationId)).toMatchObject({ done: 1, failed: 0 });
    await eventually(async () =>
      expect(await draftsOf(tenant)).toMatchObject([{ status: 'ready', needs: 1 }, { id: ended }]),
    );
    const { authoring } = await needById(tenant, id);
    expect(authoring).toMatchObject({ status: 'ready', draftId: expect.not.stringContaining(ended) });
  });
});
