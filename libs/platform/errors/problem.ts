import { HttpException } from '@nestjs/common';

/** One refused field of a body or a query: its path ("data.severity") and the rule it breaks. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/**
 * An error that a caller can act on, as `application/problem+json` (RFC 9457). Features extend it with a `code` of
 * their own, which is stable and part of the API.
 */
export class Problem extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors?: readonly FieldError[],
    /** Members of the answer beyond those of every problem (RFC 9457, section 3.2). */
    readonly extensions?: Readonly<Record<string, unknown>>,
  ) {
    super(detail, status);
  }
}

/** 404: no such thing in the caller's tenant; another tenant's id answers just the same. */
export class NotFound extends Problem {
  constructor(what: string) {
    super(404, 'not_found', `no such ${what}`);
  }
}

/**
 * How many wrong fields an answer names, and how much of the name and the rule of each: both may repeat what was sent.
 */
const MOST_ERRORS = 25;
const LONGEST_FIELD = 200;
const LONGEST_RULE = 400;

/** 422: the body or the query breaks a rule; `errors` names each field, the first 25 of many. */
export class Invalid extends Problem {
  constructor(errors: readonly FieldError[]) {
    const named = errors
      .slice(0, MOST_ERRORS)
      .map(({ field, message }) => ({ field: cut(field, LONGEST_FIELD), message: cut(message, LONGEST_RULE) }));
    const more = errors.length - named.length;
    const detail = named.map(({ field, message }) => `${field}: ${message}`).join('; ');
    super(
      422,
      'invalid',
      more === 0 ? detail : `${detail}; and ${more.toLocaleString('en-US')} more`,
      named,
      more === 0 ? undefined : { moreErrors: more },
    );
  }
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

/** 415: the body is of a type that this call does not read. */
export class UnsupportedMediaType extends Problem {
  constructor(types: readonly string[]) {
    super(415, 'unsupported_media_type', `send ${types.join(' or ')}`);
  }
}

/** 401: no, malformed, unknown or revoked credentials. */
export class Unauthorized extends Problem {
  constructor(detail: string) {
    super(401, 'unauthorized', detail);
  }
}

/** 403: known, but not allowed to do this. */
export class Forbidden extends Problem {
  constructor(detail: string) {
    super(403, 'forbidden', detail);
  }
}

/** 412: somebody changed the resource since the caller read it (RFC 9110, If-Match). */
export class Stale extends Problem {
  constructor() {
    super(412, 'stale', 'the resource has changed since it was read: read it again and repeat the change');
  }
}

/** 409: the request contradicts what is there. */
export class Conflict extends Problem {
  constructor(code: string, detail: string) {
    super(409, code, detail);
  }
}

/** 429: tried too often; the answer says in `Retry-After` when to come back. */
export class TooManyRequests extends Problem {
  constructor(
    detail: string,
    readonly retryAfterSeconds: number,
  ) {
    super(429, 'rate_limited', detail);
  }
}

/**
 * 503: what it takes is away, or has no room, now; the same may succeed in a moment. The reason is for the log alone.
 */
export class Unavailable extends Problem {
  constructor(reason: string) {
    super(503, 'unavailable', 'this cannot be done now: try again in a moment');
    this.message = reason;
  }
}
