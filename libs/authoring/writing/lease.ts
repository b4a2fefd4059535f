import { sql } from '@mikro-orm/postgresql';
import type { Database, SqlFragment, TenantTransaction } from '#platform/database';
import { Draft } from '../drafts/draft.entity.js';

interface Lease {
  readonly draftId: string;
  readonly lease: string;
  readonly leaseMs: number;
  /** What is stored with each renewal. */
  readonly alongside: (tx: TenantTransaction) => Promise<unknown>;
}

/** A lease is renewed so often that one renewal may fail. */
const RENEWALS = 3;

/** SQL: a time by the clock of PostgreSQL, because the clocks of two processes may differ by more than a lease. */
export function fromNow(milliseconds: number): SqlFragment {
  return sql`now() + ${milliseconds} * interval '1 millisecond'`;
}

/** Does work for which a step is taken, and renews its lease meanwhile, unless the step is no longer this worker's. */
export async function withRenewedLease<T>(
  database: Database,
  { draftId, lease, leaseMs, alongside }: Lease,
  work: () => Promise<T>,
): Promise<T> {
  const renew = (): Promise<unknown> =>
    database.inTenant(async (tx) => {
      const renewed = await tx.nativeUpdate(
        Draft,
        { id: draftId, lease, status: 'drafting' },
        { nextAttemptAt: fromNow(leaseMs) },
      );
      if (renewed > 0) await alongside(tx);
    });
  const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / RENEWALS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
