import { sql } from '@mikro-orm/postgresql';
import { byKey, ids, isoDayOrTime, isoTime } from '#platform/database';
import type { DateText } from '#platform/text';
import {
  WORKER_REFERENCE_COLUMNS,
  type WorkerReferenceRow,
  WorkerReference,
  workerReference,
} from '../workers/worker-reference.js';

/** An onboarding step of a worker. */
export class OnboardingStepView {
  /** Identifier with the prefix `onb_`. */
  id: string;
  /** Whose step it is. */
  worker: WorkerReference;
  /** Name of the step. */
  step: string;
  /** A day or a time, as it was given. Null: not done yet. */
  doneAt: DateText | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class OnboardingPage {
  items: OnboardingStepView[];
  nextCursor: string | null;
}

export interface OnboardingRow extends WorkerReferenceRow {
  readonly id: string;
  readonly step: string;
  readonly doneAt: string | null;
  readonly doneOn: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Without a WHERE clause. */
export const SELECT_STEPS = sql`
  select onboarding_step.id, onboarding_step.step, onboarding_step.done_at as "doneAt",
    onboarding_step.done_on::text as "doneOn", onboarding_step.version, onboarding_step.created_at as "createdAt",
    onboarding_step.updated_at as "updatedAt", ${WORKER_REFERENCE_COLUMNS}
  from onboarding_step
    cross join lateral ${byKey(
      'worker',
      sql`tenant_id = onboarding_step.tenant_id and id = onboarding_step.worker_id`,
    )}`;

export function onboardingStepView(row: OnboardingRow): OnboardingStepView {
  const { id, step, doneAt, doneOn, version, createdAt, updatedAt } = row;
  return {
    id: ids.show('onb', id),
    worker: workerReference(row),
    step,
    doneAt: isoDayOrTime(doneOn, doneAt),
    version,
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}
