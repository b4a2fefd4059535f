import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { siteKey } from '../names/name-key.js';
import { ofWorker } from '../workers/of-worker.js';
import type { OnboardingQuery } from './onboarding.dto.js';
import {
  type OnboardingPage,
  type OnboardingRow,
  type OnboardingStepView,
  SELECT_STEPS,
  onboardingStepView,
} from './onboarding.view.js';

/** The reading side of onboarding. */
@Injectable()
export class OnboardingReader {
  constructor(private readonly database: Database) {}

  /** As they were added. */
  list(query: OnboardingQuery): Promise<OnboardingPage> {
    return this.database.inTenant(async (tx) => {
      const { sql, values } = filter(tx.tenantId, query);
      const rows = await tx.execute<OnboardingRow[]>(
        `${SELECT_STEPS} where ${sql} order by onboarding_step.id limit ?`,
        [...values, query.limit + 1],
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
    `${SELECT_STEPS} where onboarding_step.tenant_id = ? and onboarding_step.id = ?`,
    [tx.tenantId, id],
  );
  if (row === undefined) throw new NotFound('onboarding step');
  return row;
}

function filter(tenantId: string, { cursor, worker, step, done }: OnboardingQuery): { sql: string; values: unknown[] } {
  const conditions = ['onboarding_step.tenant_id = ?'];
  const values: unknown[] = [tenantId];
  const add = (condition: string, ...parameters: unknown[]): void => {
    conditions.push(condition);
    values.push(...parameters);
  };
  if (worker !== undefined) {
    const { sql, values: keys } = ofWorker('onboarding_step', tenantId, worker);
    add(sql, ...keys);
  }
  if (step !== undefined) add('onboarding_step.step_key = ?', siteKey(step));
  if (done !== undefined) add(`onboarding_step.done_at is ${done === 'true' ? 'not null' : 'null'}`);
  const [after] = decodeCursor(cursor, ['uuid']) ?? [null];
  if (after !== null) add('onboarding_step.id > ?::uuid', after);
  return { sql: conditions.join(' and '), values };
}
