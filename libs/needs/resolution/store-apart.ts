import { type TenantTransaction, isValuesError } from '#platform/database';
import type { NeedResolution } from './resolve-need.js';
import { type Failure, failureOf } from './set-aside.js';
import { storeResolutions } from './store-resolutions.js';

/** What became of a set: the ids of those that were written, and which PostgreSQL refuses. */
export interface StoredApart {
  readonly stored: readonly string[];
  readonly failures: readonly Failure[];
}

/**
 * Writes a set of resolutions. One whose values PostgreSQL refuses fails all of them, so a refused set is halved until
 * the guilty ones stand alone: one among 500 costs some twenty statements once, and its neighbours nothing but that
 * wait.
 * @throws Error for what is not about values (no connection, a deadlock): nothing is written then
 */
export async function storeApart(tx: TenantTransaction, resolutions: readonly NeedResolution[]): Promise<StoredApart> {
  try {
    // A transaction inside the transaction is a savepoint: what fails undoes its own writes only.
    return { stored: await tx.transactional((part) => storeResolutions(part, resolutions)), failures: [] };
  } catch (error) {
    if (!isValuesError(error)) throw error;
    const [first, ...others] = resolutions;
    if (first === undefined) throw error;
    if (others.length === 0) return { stored: [], failures: [failureOf(first.id, error)] };
    const middle = Math.ceil(resolutions.length / 2);
    const left = await storeApart(tx, resolutions.slice(0, middle));
    const right = await storeApart(tx, resolutions.slice(middle));
    return { stored: [...left.stored, ...right.stored], failures: [...left.failures, ...right.failures] };
  }
}
