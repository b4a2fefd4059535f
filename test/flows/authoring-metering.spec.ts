import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { changeTenant } from '../factories/tenants.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

interface Usage {
  plan: string;
  drafts: { limit: number; used: number; reserved: number; left: number };
  resetsAt: string;
}

let engine: SharedEngine;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});

/** A tenant with needs about as many different topics that no course answers. @returns their ids */
async function withNeeds(tenant: TestTenant, count: number): Promise<string[]> {
  const events = Array.from({ length: count }, (_, index) => ({
    event: 'signal.audit',
    data: {
      site: 'Site A',
      topic: `Procedure QX-${index + 100} for line ${String.fromCodePoint(65 + (index % 26))}${index}`,
    },
  }));
  await tenant.send(events);
  const { items } = await tenant.api.listNeeds({ query: { limit: 200 } });
  return items.map(({ id }) => id);
}

const usageOf = async (tenant: TestTenant): Promise<Usage> =>
  (await tenant.admin<Usage>('GET', '/authoring/usage')).body;

/** The balance of the month, and what the entries of the ledger add up to. */
const balances = (slug: string): Promise<object[]> =>
  engine.database.query(
    `select drafts_reserved, drafts_used, tokens_reserved::int, tokens_used::int from authoring_month
      join tenant on tenant.id = tenant_id where slug = $1
     union select sum(drafts_reserved), sum(drafts_used), sum(tokens_reserved), sum(tokens_used) from authoring_entry
     join tenant on tenant.id = tenant_id where slug = $1`,
    [slug],
  );

describe('the plan of a tenant', () => {
  it('lets exactly as many drafts start as are left, however many are asked for at the same time', async () => {
    const tenant = await engine.createTenant();
    const needs = await withNeeds(tenant, 200);
    expect(needs).toHaveLength(200);
    const answers = await Promise.all(
      needs.map(async (id) => {
        for (;;) {
          const { status, body } = await tenant.admin<{ code?: string; draftId?: string }>(
            'POST',
            `/needs/${id}/author`,
            {},
          );
          if (status !== 429 && status !== 503) return body.draftId ?? body.code;
          // More calls at the same time than one tenant may have waiting.
          await sleep(200);
        }
      }),
    );
    const drafts = new Set(answers.filter((answer) => answer !== 'plan_limit_reached'));
    expect([...drafts]).toEqual(Array.from({ length: 5 }, () => expect.stringMatching(/^drf_/)));
    expect(await usageOf(tenant)).toMatchObject({ drafts: { limit: 5, left: 0 } });
    expect(await balances(tenant.slug)).toHaveLength(1);
  });

  it('says when its limit resets, and the operator can change it', async () => {
    const tenant = await engine.createTenant();
    const [id = ''] = await withNeeds(tenant, 1);
    await changeTenant(engine, tenant, { draftsPerMonth: 0 });
    const { resetsAt } = await usageOf(tenant);
    expect(await tenant.admin('POST', `/needs/${id}/author`, {})).toMatchObject({
      status: 409,
      body: { code: 'plan_limit_reached', resetsAt },
    });
    expect(new Date(resetsAt).getUTCDate()).toBe(1);
    expect((await tenant.admin('GET', `/needs/${id}`)).body).toMatchObject({
      status: 'open',
      authoring: { draftId: null, status: null, blocked: 'plan_limit', resetsAt },
    });
    await changeTenant(engine, tenant, { draftsPerMonth: null, plan: 'team' });
    expect((await tenant.admin('POST', `/needs/${id}/author`, {})).status).toBe(202);
    expect((await tenant.admin('GET', `/needs/${id}`)).body).toMatchObject({
      status: 'authoring',
      authoring: { blocked: null, resetsAt: null },
    });
    expect(await usageOf(tenant)).toMatchObject({ plan: 'team', drafts: { limit: 25, left: 24 } });
  });

  it('allows a draft that needs no tokens although a model has used more than it allows now', async () => {
    const tenant = await engine.createTenant();
    const [id = ''] = await withNeeds(tenant, 1);
    await engine.database.query(
      `insert into authoring_month (tenant_id, month, tokens_used)
       values ($1, date_trunc('month', now() at time zone 'UTC')::date, 500001)`,
      [tenant.id],
    );
    const author = (body: object) => tenant.admin('POST', `/needs/${id}/author`, body);
    expect((await author({ dryRun: true })).body).toEqual({ drafts: 1, tokens: 0, left: 5 });
    expect((await author({})).status).toBe(202);
  });
});
