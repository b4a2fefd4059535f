import type { Schemas } from './operations.js';

type Problem = Schemas['Problem'];

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
  const body: unknown = await response.json().catch(() => null);
  if (!isProblem(body))
    return new ApiProblem(response.status, 'unreadable', `answered ${response.status}, but not as the engine does`);
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return new ApiProblem(response.status, body.code, body.detail, body.errors, Number.isNaN(seconds) ? null : seconds);
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('detail' in value)) return false;
  return (
    typeof value.code === 'string' &&
    typeof value.detail === 'string' &&
    (!('errors' in value) || Array.isArray(value.errors))
  );
}
