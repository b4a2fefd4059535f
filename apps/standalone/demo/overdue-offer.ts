import { setTimeout as sleep } from 'node:timers/promises';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { sql } from '@mikro-orm/postgresql';
import { Database, RequestScope, waitForDatabase } from '#platform/database';
import { FactChanges } from '#readiness';
import { TenantsService } from '#tenancy';
import { callEngine } from './call-engine.js';
import { demoOverdue } from './readiness.js';

const RETRY_MS = 100;
/** A busy machine needs longer; the demo is complete without an overdue assignment. */
const MAX_ATTEMPTS = 100;

interface Demo {
  readonly url: string;
  readonly slug: string;
  readonly adminToken: string;
}

/** Offers the course of a need, and moves the offer into the past, so that its assignment is overdue. */
export async function makeOverdueOffer(app: INestApplicationContext, demo: Demo): Promise<void> {
  const needId = await resolvedNeed(demo);
  if (needId === null) return;
  await callEngine("the demo's offer", `${demo.url}/engine/v1/admin/needs/${needId}/offer`, {
    method: 'POST',
    headers: { authorization: `Bearer ${demo.adminToken}`, 'content-type': 'application/json' },
    body: '{}',
  });
  await waitForDatabase(new Logger('Start'), () => moveIntoPast(app, demo.slug));
}

async function moveIntoPast(app: INestApplicationContext, slug: string): Promise<void> {
  const { id: tenantId } = await app.get(TenantsService).find(slug);
  const scope = { tenantId, tenantSlug: slug, actor: 'demo' };
  await app.get(RequestScope).run(scope, () =>
    app.get(Database).inTenant(async (tx) => {
      const { topic, offered: offeredDay, due } = demoOverdue;
      const moved = await tx.execute<Array<{ workerId: string }>>(sql`
        update assignment set assigned_at = now() + make_interval(days => ${offeredDay}), due_on = null,
          due_at = now() + make_interval(days => ${due})
        where assignment.tenant_id = ${tx.tenantId} and need_id in (
          select need.id from need where need.tenant_id = ${tx.tenantId} and need.topic = ${topic})
        returning worker_id as "workerId"`);
      await app.get(FactChanges, { strict: false }).workers(
        tx,
        moved.map(({ workerId }) => workerId),
      );
    }),
  );
}

/** The id of the need, once the worker has found its person and its course; null: not in time. */
async function resolvedNeed({ url, adminToken }: Demo, tries = MAX_ATTEMPTS): Promise<string | null> {
  const query = new URLSearchParams({ topic: demoOverdue.topic, recommendation: 'course', limit: '1' });
  const response = await callEngine(
    "the list of the demo's needs",
    `${url}/engine/v1/admin/needs?${query.toString()}`,
    {
      headers: { authorization: `Bearer ${adminToken}` },
    },
  );
  const { items } = (await response.json()) as { items: Array<{ id: string }> };
  const [need] = items;
  if (need !== undefined) return need.id;
  if (tries === 0) return null;
  await sleep(RETRY_MS);
  return resolvedNeed({ url, adminToken, slug: '' }, tries - 1);
}
