import { HttpException } from '@nestjs/common';
import { truncate } from '../text/index.js';

/** An invalid field of a body or a query: its path ("data.severity") and the rule that it breaks. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/**
 * An error for the caller, as `application/problem+json` (RFC 9457). Features extend it with their own `code`, which
 * is stable and part of the API.
 */
export class Problem extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors?: readonly FieldError[],
    /** Additional members of the response (RFC 9457, section 3.2). */
    readonly extensions?: Readonly<Record<string, unknown>>,
  ) {
    super(detail, status);
  }
}

/** 404: the caller's tenant has no such resource. Another tenant's id gets the same response. */
export class NotFound extends Problem {
  /** @param errors the elements of a body that name none */
  constructor(what: string, errors?: readonly FieldError[]) {
    super(404, 'not_found', `no such ${what}`, errors);
  }
}

/**
 * How many invalid fields a response names, and the maximum length of each name and rule, because both may repeat the
 * input.
 */
const MAX_ERRORS = 25;
const MAX_FIELD_LENGTH = 200;
const MAX_RULE_LENGTH = 400;

/** 422: the body or the query breaks a rule; `errors` names the fields, at most 25. */
export class Invalid extends Problem {
  constructor(errors: readonly FieldError[]) {
    const named = errors.slice(0, MAX_ERRORS).map(({ field, message }) => ({
      field: truncate(field, MAX_FIELD_LENGTH),
      message: truncate(message, MAX_RULE_LENGTH),
    }));
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

/** 405: the path has no such method (RFC 9110, section 15.5.6). */
export class MethodNotAllowed extends Problem {
  /** @param allowed the methods that it has, as the header `Allow` lists them */
  constructor(readonly allowed: string) {
    super(405, 'method_not_allowed', `this resource has only ${allowed}`);
  }
}

/** 415: the route does not accept this media type. */
export class UnsupportedMediaType extends Problem {
  constructor(types: readonly string[]) {
    super(415, 'unsupported_media_type', `send ${types.join(' or ')}`);
  }
}

/** 401: missing, malformed, unknown or revoked credentials. */
export class Unauthorized extends Problem {
  constructor(detail: string) {
    super(401, 'unauthorized', detail);
  }
}

/** 403: authenticated, but not allowed to do this. */
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

/** 409: the request conflicts with the current state. */
export class Conflict extends Problem {
  constructor(code: string, detail: string) {
    super(409, code, detail);
  }
}

/** 429: too many attempts; `Retry-After` says when to retry. */
export class TooManyRequests extends Problem {
  constructor(
    detail: string,
    readonly retryAfterSeconds: number,
  ) {
    super(429, 'rate_limited', detail);
  }
}

/**
 * 503: something that the request needs is unavailable or has no capacity now; a retry may succeed. The reason is
 * only logged.
 */
export class Unavailable extends Problem {
  constructor(reason: string, { cause }: ErrorOptions = {}) {
    super(503, 'unavailable', 'this cannot be done now: try again in a moment');
    this.message = reason;
    this.cause = cause;
  }
}
