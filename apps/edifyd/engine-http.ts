import { CommandError } from './report.js';

const TIMEOUT_MS = 30_000;

/** An answer of the engine, read to its end. */
export interface EngineAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** No answer came: nothing listens there, the connection broke, or it took too long. */
export class Unreachable extends CommandError {}

/**
 * Asks the engine. Redirects are not followed: a POST that becomes a GET on its way has been refused, not done.
 * @param url where the engine is
 * @throws Unreachable
 */
export async function ask(url: string, path: string, init: RequestInit = {}): Promise<EngineAnswer> {
  try {
    const response = await fetch(url + path, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS), ...init });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw new Unreachable(
      `cannot reach the engine at ${url} (${reasonOf(error)}): start it with "npm start", or name its address with --url`,
      { code: 'unreachable' },
    );
  }
}

/**
 * A tenant's slug as one step of a path. "." and ".." would lead to another route even when they are escaped.
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
