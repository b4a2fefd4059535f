/** Requests of one hour without a valid signature. */
export class UnsignedRequests {
  /** Its beginning. */
  hour: string;
  /** Number of requests in the hour that were answered 401. */
  requests: number;
}

export class RefusedField {
  /** Path of the refused field: `data.severity`. */
  field: string;
  /** The rule that the field breaks, in words. */
  message: string;
}

/** A signed event that was refused. */
export class RefusedSignal {
  /** Identifier with the prefix `rfs_`. */
  id: string;
  /** When the event was refused, in UTC. */
  at: string;
  /** `invalid_json`, or `invalid_event`. */
  code: string;
  /** At most ten. */
  errors: RefusedField[];
  /** The beginning of the event without its values; null: it was part of a batch, and refused by an earlier version. */
  excerpt: string | null;
}

/** What the tenant's webhook refused in the last seven days. */
export class RefusedSignals {
  /** Hours with requests without a valid signature, the latest first. */
  unsigned: UnsignedRequests[];
  /** The latest first, at most two hundred. */
  items: RefusedSignal[];
}
