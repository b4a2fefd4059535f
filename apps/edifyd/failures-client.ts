import { fieldsOf } from './json.js';
import type { OperatorCalls } from './operator-calls.js';

/** A need whose resolution failed, or a job that failed in all its attempts. */
export interface Failure {
  readonly kind: 'need' | 'job';
  /** Slug; null: a job of no tenant. */
  readonly tenant: string | null;
  readonly id: string;
  /** A need's type, or a job's queue. */
  readonly of: string;
  readonly attempts: number;
  readonly error: string;
  /** Null: it is not retried automatically. */
  readonly nextTryAt: string | null;
  readonly failedAt: string;
}

/** What to retry: all that is named, of the tenant if one is given. */
export interface Choice {
  readonly tenant?: string;
  readonly ids?: readonly string[];
}

/** The operator API of failed work. */
export class FailuresClient {
  constructor(private readonly calls: OperatorCalls) {}

  /** Needs first, the latest failure of each kind first. */
  async list(tenant: string | undefined): Promise<Failure[]> {
    const query: Record<string, string> = tenant === undefined ? {} : { tenant };
    const needs = await this.calls.all('/failures', query, needOf);
    const jobs = await this.calls.call('GET', `/failures/jobs?${new URLSearchParams(query)}`, undefined, (answer) =>
      answer.list('items').map(jobOf),
    );
    return [...needs, ...jobs];
  }

  /** @returns how many are retried */
  retryNeeds(choice: Choice): Promise<number> {
    return this.calls.call('POST', '/failures/retry', choice, (answer) => answer.number('retried'));
  }

  /** @returns how many run again */
  retryJobs(choice: Choice): Promise<number> {
    return this.calls.call('POST', '/failures/jobs/retry', choice, (answer) => answer.number('retried'));
  }
}

function needOf(value: unknown): Failure {
  const fields = fieldsOf(value);
  return {
    kind: 'need',
    tenant: fields.text('tenant'),
    id: fields.text('id'),
    of: fields.text('type'),
    attempts: fields.number('attempts'),
    error: fields.text('error'),
    nextTryAt: fields.textOrNull('nextTryAt'),
    failedAt: fields.text('failedAt'),
  };
}

function jobOf(value: unknown): Failure {
  const fields = fieldsOf(value);
  return {
    kind: 'job',
    tenant: fields.textOrNull('tenant'),
    id: fields.text('id'),
    of: fields.text('queue'),
    attempts: fields.number('attempts'),
    error: fields.text('error'),
    nextTryAt: null,
    failedAt: fields.text('failedAt'),
  };
}
