import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Database } from '#platform/database';
import { SecretUses } from './secret-uses.js';

it('stores the uses of many tenants in several transactions, and only those again that were not stored', async () => {
  const pages: number[] = [];
  let failing: number | null = 2;
  const database = {
    inTenants: async (tenantIds: readonly string[]) => {
      pages.push(tenantIds.length);
      if (pages.length === failing) throw new Error('lost');
    },
  } as unknown as Database;
  const uses = new SecretUses(database);
  for (let tenant = 0; tenant < 1_200; tenant++) uses.used(randomUUID(), randomUUID(), Date.now());
  await uses.onModuleDestroy();
  expect(pages).toEqual([500, 500]);
  failing = null;
  await uses.onModuleDestroy();
  expect(pages.slice(2)).toEqual([500, 200]);
});
