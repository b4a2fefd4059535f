import type { TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { type DateText, isDay, normalizeDayOrTime } from '#platform/text';
import { lockTimeZoneShared, today } from '#tenancy';

/**
 * The end of a snooze or of a dismissal (`FutureDayOrTime`), in the format of the API. A day ends them when it begins
 * in the tenant's time zone, which stays the same until the transaction ends.
 * @throws Invalid naming `until` for a day that has begun
 */
export async function readUntil(tx: TenantTransaction, until: DateText): Promise<DateText> {
  if (isDay(until)) {
    await lockTimeZoneShared(tx);
    if (until <= (await today(tx)))
      throw new Invalid([{ field: 'until', message: "must be a later day than today in the tenant's time zone" }]);
  }
  return normalizeDayOrTime(until);
}
