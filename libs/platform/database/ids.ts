import { randomFillSync } from 'node:crypto';
import { TypeID } from 'typeid-js';
import { V7Generator } from 'uuidv7';

/** Prefixes of the ids that people see: `sig_01jd…` is a signal's UUIDv7 in TypeID's base 32. */
export type IdPrefix =
  | 'ten'
  | 'sig'
  | 'need'
  | 'crs'
  | 'wrk'
  | 'site'
  | 'grp'
  | 'cred'
  | 'onb'
  | 'tok'
  | 'sec'
  | 'aud'
  | 'usr'
  | 'syn'
  | 'asg'
  | 'att'
  | 'req'
  | 'wvr'
  | 'drf'
  | 'cmt'
  | 'doc'
  | 'psg'
  | 'led'
  | 'op'
  | 'imp'
  | 'rfs'
  | 'view'
  | 'whk'
  | 'dlv'
  | 'msg';

/** Sorts before every id, and after every id: where pages ordered by id begin. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const WORDS_AT_A_TIME = 1024;
const words = new Uint32Array(WORDS_AT_A_TIME);
let used = WORDS_AT_A_TIME;

/** Random bits are generated for hundreds of ids at a time, because the call takes longer than building an id. */
function nextUint32(): number {
  if (used === WORDS_AT_A_TIME) {
    randomFillSync(words);
    used = 0;
  }
  return words[used++] ?? 0;
}

const generator = new V7Generator({ nextUint32 });

/** Ids are UUIDv7 (RFC 9562) in the database, so that they sort by time, and TypeIDs with a prefix in the API. */
export const ids = {
  /** A new id, greater than every id that this process created before. */
  next: (): string => generator.generate().toString(),

  /** Whether a text is a UUID, as PostgreSQL writes it. */
  isUuid: (text: string): boolean => UUID.test(text),

  /** `sig_…` for a UUID. */
  show: (prefix: IdPrefix, uuid: string): string => TypeID.fromUUID(prefix, uuid).toString(),

  /** The UUID of a shown id, or null if the text is not an id with that prefix. */
  parse: (prefix: IdPrefix, text: string): string | null => {
    try {
      return TypeID.fromString(text, prefix).toUUID();
    } catch {
      return null;
    }
  },
};
