export { inByteOrder } from './byte-order.js';
export { CommaSeparated, Email, IfGiven, OptionalText, Text, Unique, VerbatimText } from './fields.js';
export { containing, literally } from './like.js';
export { UNSTORABLE, isStorable } from './storable.js';
export { FutureTime, Time } from './time.js';
