import { expect } from '@jest/globals';
import type { TestTenant } from './tenant.js';

/** Calls to one record. An action is appended to its path: `/publish`. */
type Calls = ReadonlyArray<readonly [method: string, body?: object | undefined, action?: string]>;

/** A refused call, for `toMatchObject`: its status, the code of its problem, and more members of the problem. */
export const refusal = (status: number, code: string, more: object = {}): object => ({
  status,
  body: { code, ...more },
});

/** The names of the invalid fields in a response, each once and in their order. */
export function refusedFields({ status, body }: { readonly status: number; readonly body: unknown }): string[] {
  expect(status).toBe(422);
  const { code, errors } = body as { code: string; errors: Array<{ field: string; message: string }> };
  expect(code).toBe('invalid');
  for (const { message } of errors) expect(message).toMatch(/\w/);
  return [...new Set(errors.map(({ field }) => field))].toSorted();
}

/** Expects each call to be refused because the record has changed since its first version. */
export function expectStale(tenant: TestTenant, path: string, calls: Calls): Promise<void> {
  return expectRefused(tenant, path, calls, { status: 412, code: 'stale' }, { 'if-match': '"1"' });
}

/** Expects each call to be refused because the tenant has no such record. */
export function expectUnknown(tenant: TestTenant, path: string, calls: Calls): Promise<void> {
  return expectRefused(tenant, path, calls, { status: 404, code: 'not_found' });
}

/** Expects each call to be refused because the role of the caller does not allow it. */
export function expectForbidden(caller: TestTenant, path: string, calls: Calls): Promise<void> {
  return expectRefused(caller, path, calls, { status: 403, code: 'forbidden' });
}

async function expectRefused(
  tenant: TestTenant,
  path: string,
  calls: Calls,
  { status, code }: { readonly status: number; readonly code: string },
  headers?: Record<string, string>,
): Promise<void> {
  expect(calls.length).toBeGreaterThan(0);
  for (const [method, body, action = ''] of calls)
    expect(await tenant.admin(method, `${path}${action}`, body, headers)).toMatchObject({ status, body: { code } });
}
