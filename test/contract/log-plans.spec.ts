import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { planOf } from './page-plan.js';
import { statementsDuring } from './statements.js';

const COMPLETIONS = 20_000;
const PAGE = 20;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
  await engine.database.query(`select ensure_signal_partition(12, now() - interval '40 days')`);
  await engine.database.query(
    `with reported as (
       insert into signal (tenant_id, id, type, dedupe_key, outcome, raw, retention_months)
       select $1, uuid_floor(now() - interval '40 days' + n * interval '1 second'), 'training', 'key ' || n, 'completion',
         json_build_object('data', json_build_object('external_worker_id', 'W-' || n, 'site', 'South')), 12
       from generate_series(1, $2::integer) n returning tenant_id, id, raw
     )
     insert into completion_signal (tenant_id, id, external_worker_id, courses, completed_at, status)
     select tenant_id, id, raw -> 'data' ->> 'external_worker_id', '[]', now(), 'applied' from reported`,
    [tenant.id, COMPLETIONS],
  );
  await engine.database.query(
    `with reported as (
       insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, site, site_key, first_seen_at,
         last_seen_at, resolved_at)
       select $1, uuid_next(), 'need ' || n, 'audit', 2, 'cohort', 'North', 'north', now(), now(), now()
       from generate_series(1, $2::integer) n returning tenant_id, id, dedupe_key
     )
     insert into signal (tenant_id, id, need_id, type, dedupe_key, outcome, raw, retention_months)
     select tenant_id, uuid_next(), id, 'audit', dedupe_key, 'created', '{}', 12 from reported`,
    [tenant.id, 2 * PAGE],
  );
  await engine.database.query('analyze signal, completion_signal, need');
});

/** How many signals a page has, and how many it looks at. */
async function readPage(query: string): Promise<{ items: number; looksAt: number }> {
  let items = 0;
  const sent = await statementsDuring(engine.database, async () => {
    const { body } = await tenant.admin<{ items: object[] }>('GET', `/signals?limit=${PAGE}&${query}`);
    items = body.items.length;
  });
  const page = sent.find(({ text }) => /from "?signal"?\b/.test(text) && /\blimit\b/.test(text));
  const { looksAt } = await engine.database.asApp((app) => planOf(app, tenant.id, 'signal', page!));
  return { items, looksAt };
}

describe('A page of the log of signals', () => {
  it('has the completions of a worker, and looks at no other completions', async () => {
    const { items, looksAt } = await readPage('worker=W-7');
    expect(items).toBe(1);
    expect(looksAt).toBeLessThan(10 * PAGE);
  });

  it('looks at no completions of earlier months if the signals of needs at the site fill it', async () => {
    const { items, looksAt } = await readPage('site=North');
    expect(items).toBe(PAGE);
    expect(looksAt).toBeLessThan(10 * PAGE);
  });

  it('has the latest completions, and looks at no others', async () => {
    const { items, looksAt } = await readPage('outcome=completion');
    expect(items).toBe(PAGE);
    expect(looksAt).toBeLessThan(10 * PAGE);
  });
});
