import { CommandError } from './report.js';

const TIMEOUT_MS = 30_000;

/** A complete response of the engine. */
export interface EngineResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** There is no response: nothing listens there, the connection broke, or it took too long. */
export class Unreachable extends CommandError {}

/**
 * Sends a request to the engine. Redirects are not followed: a POST that a redirect turns into a GET has not been
 * executed.
 * @param url the address of the engine
 * @throws Unreachable
 */
export async function ask(url: string, path: string, init: RequestInit = {}): Promise<EngineResponse> {
  try {
    const response = await fetch(url + path, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS), ...init });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw unreachable(url, error);
  }
}

export function unreachable(url: string, error: unknown): Unreachable {
  return new Unreachable(
    `cannot reach the engine at ${url} (${reasonOf(error)}): start it with "npm start", or name its address with --url`,
    { code: 'unreachable' },
  );
}

/**
 * A tenant's slug as a segment of a path. "." and ".." would lead to another route even if they are escaped.
 * @throws CommandError
 */
export function pathStep(slug: string): string {
  if (/^\.{0,2}$/.test(slug)) throw new CommandError(`no such tenant "${slug}"`, { code: 'not_found' });
  return encodeURIComponent(slug);
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host cannot be looked up now',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
};

function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return REASONS[code] ?? (cause instanceof Error && cause.message !== '' ? cause.message : code);
}
