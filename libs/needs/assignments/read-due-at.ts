import type { TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { type DateText, isDay, normalizeDayOrTime } from '#platform/text';
import { today } from '#tenancy';

/**
 * The due date of a body (`FutureDayOrTime`), in the format of the API.
 * @throws Invalid naming `dueAt` for a day that is over in the tenant's time zone
 */
export async function readDueAt(tx: TenantTransaction, dueAt: DateText): Promise<DateText> {
  if (isDay(dueAt) && dueAt < (await today(tx)))
    throw new Invalid([{ field: 'dueAt', message: "must not be over in the tenant's time zone" }]);
  return normalizeDayOrTime(dueAt);
}
