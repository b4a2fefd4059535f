import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, type TenantTransaction, joinSql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { nameKeyOf } from '#platform/text';
import { isAboutWorker } from '../workers/is-about-worker.js';
import type { OnboardingQuery } from './onboarding.dto.js';
import {
  type OnboardingPage,
  type OnboardingRow,
  type OnboardingStepView,
  SELECT_STEPS,
  onboardingStepView,
} from './onboarding.view.js';

/** Lists and reads onboarding steps. */
@Injectable()
export class OnboardingReader {
  constructor(private readonly database: Database) {}

  /** Ordered by id: oldest first. */
  list(query: OnboardingQuery): Promise<OnboardingPage> {
    return this.database.inTenant(async (tx) => {
      const conditions = joinSql(conditionsOf(tx.tenantId, query), ' and ');
      const rows = await tx.execute<OnboardingRow[]>(
        sql`${SELECT_STEPS} where ${conditions} order by onboarding_step.id limit ${query.limit + 1}`,
      );
      return pageOf(rows, query.limit, onboardingStepView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<OnboardingStepView> {
    return this.database.inTenant(async (tx) => onboardingStepView(await readStep(tx, id)));
  }
}

/** @throws NotFound */
export async function readStep(tx: TenantTransaction, id: string): Promise<OnboardingRow> {
  const [row] = await tx.execute<OnboardingRow[]>(
    sql`${SELECT_STEPS} where onboarding_step.tenant_id = ${tx.tenantId} and onboarding_step.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('onboarding step');
  return row;
}

function conditionsOf(tenantId: string, { cursor, worker, step, done }: OnboardingQuery): SqlFragment[] {
  const conditions: SqlFragment[] = [sql`onboarding_step.tenant_id = ${tenantId}`];
  if (worker !== undefined) conditions.push(isAboutWorker('onboarding_step', tenantId, worker));
  if (step !== undefined) conditions.push(sql`onboarding_step.step_key = ${nameKeyOf(step)}`);
  if (done !== undefined)
    conditions.push(done === 'true' ? sql`onboarding_step.done_at is not null` : sql`onboarding_step.done_at is null`);
  const [after] = decodeCursor(cursor, ['uuid']) ?? [null];
  if (after !== null) conditions.push(sql`onboarding_step.id > ${after}::uuid`);
  return conditions;
}
