import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftsOf, expectDrafts, startDraft } from '../factories/drafts.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { LedgerCheck } from '#authoring';

let engine: SharedEngine;
let tenantId: string;

beforeAll(async () => {
  engine = await sharedEngine();
});

/** A tenant with one draft that is ready, and one that was cancelled then. */
async function makeDrafts(): Promise<void> {
  const tenant = await engine.createTenant();
  const [row] = await engine.database.query<{ id: string }>('select id from tenant where slug = $1', [tenant.slug]);
  tenantId = row?.id ?? '';
  await tenant.send(
    ['Zorbux line restart', 'Quimby press guarding'].map((topic) => ({
      event: 'signal.audit',
      data: { site: 'Site A', topic },
    })),
  );
  for (const { id } of await tenant.resolvedNeeds()) await startDraft(tenant, id);
  await expectDrafts(tenant, [{ status: 'ready' }, { status: 'ready' }]);
  const [{ id } = { id: '' }] = await draftsOf(tenant);
  await tenant.api.cancelDraft({ path: { id } });
}
beforeEach(makeDrafts);

const check = (): Promise<number> => engine.app.get(LedgerCheck).check([tenantId]);
const plant = (statement: string): Promise<object[]> => engine.database.query(statement, [tenantId]);
const counted = async (): Promise<number> =>
  Number(/^readiness_authoring_ledger_drift_total (\d+)$/m.exec(await engine.readMetrics())?.[1] ?? NaN);

describe('the reconciliation of the ledger', () => {
  it('finds no difference where drafts were written, charged and cancelled', async () => {
    expect(await check()).toBe(0);
  });

  it.each<[string, string, number]>([
    ['a balance that is too high', 'update authoring_month set drafts_used = drafts_used + 1 where tenant_id = $1', 1],
    ['tokens that no entry explains', 'update authoring_month set tokens_used = 7 where tenant_id = $1', 1],
    ['a balance that is gone', 'delete from authoring_month where tenant_id = $1', 1],
    [
      'an entry that is gone, which its month and its draft lack',
      `delete from authoring_entry where tenant_id = $1 and kind = 'settled'
         and draft_id = (select id from draft where tenant_id = $1 and status = 'ready')`,
      2,
    ],
    [
      'a draft that was charged twice',
      `with twice as (
         insert into authoring_entry select tenant_id, uuid_next(), month, draft_id, kind, 0, 1, 0, 0, now()
         from authoring_entry where tenant_id = $1 and kind = 'settled'
           and draft_id = (select id from draft where tenant_id = $1 and status = 'ready')
       )
       update authoring_month set drafts_used = drafts_used + 1 where tenant_id = $1`,
      1,
    ],
  ])('reports %s, and counts it', async (_what, statement, differences) => {
    const before = await counted();
    await plant(statement);
    expect(await check()).toBe(differences);
    expect(await counted()).toBe(before + differences);
  });
});
