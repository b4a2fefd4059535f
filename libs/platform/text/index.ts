export { inByteOrder } from './byte-order.js';
export { type DateColumns, type DateText, dateColumns, isDay, normalizeDayOrTime } from './day-or-time.js';
export { DAY_MS, HOUR_MS, MINUTE_MS } from './durations.js';
export {
  CommaSeparated,
  Email,
  IfGiven,
  OptionalText,
  RequiredVerbatimText,
  Text,
  Unique,
  VerbatimText,
  WebAddress,
} from './fields.js';
export { firstCharacters } from './first-characters.js';
export { fold } from './fold.js';
export { containing, literally } from './like.js';
export { nameKeyOf } from './name-key.js';
export { Nested, NestedList } from './nested.js';
export { withoutPersonalData } from './personal-data.js';
export { retryAfterMs } from './retry-after.js';
export { nearestName } from './slip.js';
export { UNSTORABLE, isLongerThan, isStorable } from './storable.js';
export { isTimeZone } from './time-zone.js';
export { DayOrTime, FutureDayOrTime, Time } from './time.js';
export { truncate } from './truncate.js';
