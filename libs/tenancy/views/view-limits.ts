import { type TenantTransaction, lockInTenant } from '#platform/database';
import { SavedView } from './saved-view.entity.js';
import { TooManyViews } from './view.errors.js';

/** More than people choose from, and few enough that a list reads all that a member sees. */
const MAX_PER_MEMBER = 100;
const MAX_SHARED = 200;

/**
 * Serialises the changes of a tenant's views, so that concurrent requests do not exceed the limits together. Holds an
 * advisory lock until the transaction ends.
 */
export async function lockViews(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, 'views');
}

/** Call it after {@link lockViews}. @throws TooManyViews if the member may have no further view */
export async function demandRoomForView(tx: TenantTransaction, ownerId: string): Promise<void> {
  if ((await tx.count(SavedView, { ownerId })) >= MAX_PER_MEMBER)
    throw new TooManyViews('a member has', MAX_PER_MEMBER);
}

/** Call it after {@link lockViews}. @throws TooManyViews if no further view may be shared */
export async function demandRoomForShared(tx: TenantTransaction): Promise<void> {
  if ((await tx.count(SavedView, { shared: true })) >= MAX_SHARED)
    throw new TooManyViews('a tenant shares', MAX_SHARED);
}
