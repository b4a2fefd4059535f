import type { Schemas } from './operations.js';

type Problem = Schemas['Problem'];
type WebhookError = Schemas['WebhookError'];

/** A call that the engine refused (RFC 9457). Decide by `code`, which is stable; `message` is for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    /** `unreadable`: the answer is not the engine's, but that of something between. */
    readonly code: string,
    message: string,
    /** With `invalid`: each refused field. */
    readonly errors: NonNullable<Problem['errors']> = [],
    /** After how many seconds to try again, if the engine says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/** The problem in a response other than 2xx. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => null);
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  const retryAfter = Number.isNaN(seconds) ? null : seconds;
  if (isProblem(body)) return new ApiProblem(status, body.code, body.detail, body.errors, retryAfter);
  if (isWebhookError(body)) return new ApiProblem(status, body.error, inWords(body), body.details, retryAfter);
  return new ApiProblem(status, 'unreadable', `answered ${status}, but not as the engine does`);
}

/** The webhook's errors have a code, and no text for people. */
function inWords({ error, details = [] }: WebhookError): string {
  return details.length === 0 ? error : details.map(({ field, message }) => `${field}: ${message}`).join('; ');
}

/** Proxies answer with an `error` of their own. */
const WEBHOOK_ERRORS: Readonly<Record<WebhookError['error'], true>> = {
  invalid_json: true,
  bad_signature: true,
  request_timeout: true,
  payload_too_large: true,
  invalid_event: true,
  rate_limited: true,
  unavailable: true,
};

function isWebhookError(value: unknown): value is WebhookError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'error' in value &&
    typeof value.error === 'string' &&
    Object.hasOwn(WEBHOOK_ERRORS, value.error) &&
    (!('details' in value) || Array.isArray(value.details))
  );
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('detail' in value)) return false;
  return (
    typeof value.code === 'string' &&
    typeof value.detail === 'string' &&
    (!('errors' in value) || Array.isArray(value.errors))
  );
}
