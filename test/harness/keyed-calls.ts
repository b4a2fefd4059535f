import { randomUUID } from 'node:crypto';
import type { Schemas } from '#client';
import type { SharedEngine } from './engine.js';
import type { TestTenant } from './tenant.js';

/** Calls of the admin API that all have the same Idempotency-Key. */
export class KeyedCalls {
  constructor(
    private readonly tenant: TestTenant,
    readonly key: string = randomUUID(),
  ) {}

  send<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): ReturnType<typeof this.tenant.admin<T>> {
    return this.tenant.admin<T>(method, path, body, { 'idempotency-key': this.key, ...headers });
  }

  addCourse(title = 'Rigging', headers?: Record<string, string>): ReturnType<typeof this.send<Schemas['CourseView']>> {
    return this.send('POST', '/courses', { title }, headers);
  }
}

/** The keys of a tenant that are stored: whether the change of each was committed, and the status of its response. */
export function storedKeys(
  { database }: Pick<SharedEngine, 'database'>,
  { id }: TestTenant,
): Promise<Array<{ applied: boolean; status: number | null }>> {
  return database.query('select applied, status from idempotency_key where tenant_id = $1 order by expires_at', [id]);
}

/** While `work` runs, no course is written until it calls `release`. */
export function whileCoursesAreHeld(
  { database }: Pick<SharedEngine, 'database'>,
  work: (release: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  return database.inTransaction(async (tx) => {
    await tx.query('lock table course in share mode');
    await work(() => tx.query('commit'));
  });
}
