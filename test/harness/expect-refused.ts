import { expect } from '@jest/globals';
import type { TestTenant } from './tenant.js';

/** Calls to one record. An action is appended to its path: `/publish`. */
type Calls = ReadonlyArray<readonly [method: string, body?: object | undefined, action?: string]>;

/** Expects each call to be refused because the record has changed since its first version. */
export function expectStale(tenant: TestTenant, path: string, calls: Calls): Promise<void> {
  return expectRefused(tenant, path, calls, { status: 412, code: 'stale' }, { 'if-match': '"1"' });
}

/** Expects each call to be refused because the tenant has no such record. */
export function expectUnknown(tenant: TestTenant, path: string, calls: Calls): Promise<void> {
  return expectRefused(tenant, path, calls, { status: 404, code: 'not_found' });
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
