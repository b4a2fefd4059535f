import { type Transaction, isValuesError } from '#platform/database';
import type { NeedOfTenant } from '../gaps/regroup.js';
import type { NeedResolution } from './resolve-need.js';
import { type Failure, failureOf } from './resolution-failures.js';
import { type StoredResolutions, storeResolutions } from './store-resolutions.js';

/** The result of storing a set, with the needs whose values PostgreSQL refused. */
export interface StoredApart extends StoredResolutions {
  readonly failures: ReadonlyArray<Failure & NeedOfTenant>;
}

/**
 * Stores a set of resolutions. If PostgreSQL refuses the values of one, the statement fails for all, so the set is
 * halved until the refused ones are isolated: about 16 statements for one among 150.
 * @throws LockedOut as `storeResolutions`; Error if it is not about values (no connection, a deadlock): nothing is
 * written then
 */
export async function storeApart(
  tx: Transaction,
  resolutions: readonly NeedResolution[],
  mayWait: boolean,
): Promise<StoredApart> {
  try {
    // A transaction inside a transaction is a savepoint: a failure rolls back its own writes only.
    return {
      ...(await tx.transactional((savepoint) => storeResolutions(savepoint, resolutions, mayWait))),
      failures: [],
    };
  } catch (error) {
    if (!isValuesError(error)) throw error;
    const [first, ...others] = resolutions;
    if (first === undefined) throw error;
    if (others.length === 0)
      return {
        stored: [],
        unreached: [],
        woken: [],
        failures: [{ tenantId: first.tenantId, ...failureOf(first.id, error) }],
      };
    const middle = Math.ceil(resolutions.length / 2);
    const left = await storeApart(tx, resolutions.slice(0, middle), mayWait);
    const right = await storeApart(tx, resolutions.slice(middle), mayWait);
    return {
      stored: [...left.stored, ...right.stored],
      unreached: [...left.unreached, ...right.unreached],
      woken: [...left.woken, ...right.woken],
      failures: [...left.failures, ...right.failures],
    };
  }
}
