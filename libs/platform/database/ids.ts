import { TypeID } from 'typeid-js';
import { uuidv7 } from 'uuidv7';

/** Prefixes of the ids that people see: `sig_01jd…` is a signal's UUIDv7 in TypeID's base 32. */
export type IdPrefix = 'ten' | 'sig' | 'need' | 'crs' | 'wrk' | 'site' | 'grp' | 'cred' | 'onb' | 'tok' | 'sec' | 'aud' | 'usr' | 'syn' | 'asg' | 'op' | 'whk' | 'dlv' | 'msg';

/** Ids are UUIDv7 (RFC 9562) inside, so that they sort by time, and prefixed TypeIDs outside. */
export const ids = {
  /** A new id, later than every id this process made before. */
  next: (): string => uuidv7(),

  /** `sig_…` for a UUID. */
  show: (prefix: IdPrefix, uuid: string): string => TypeID.fromUUID(prefix, uuid).toString(),

  /** The UUID of a shown id, or null where the text is not an id with that prefix. */
  parse: (prefix: IdPrefix, text: string): string | null => {
    try {
      return TypeID.fromString(text, prefix).toUUID();
    } catch {
      return null;
    }
  },
};
