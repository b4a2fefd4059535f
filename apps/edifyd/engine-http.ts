import { CommandError } from './report.js';

export const DEFAULT_TIMEOUT_S = 30;

/** A complete response of the engine. */
export interface EngineResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How a request is sent. */
export interface EngineRequest extends Omit<RequestInit, 'signal'> {
  /** How long to wait for the response. */
  readonly timeoutS?: number;
}

/** There is no response: nothing listens there, the connection broke, or it took too long. */
export class Unreachable extends CommandError {}

/**
 * Sends a request to the engine. Redirects are not followed: a POST that a redirect turns into a GET has not been
 * executed.
 * @param url the address of the engine
 * @throws Unreachable
 */
export async function ask(
  url: string,
  path: string,
  { timeoutS = DEFAULT_TIMEOUT_S, ...init }: EngineRequest = {},
): Promise<EngineResponse> {
  const signal = AbortSignal.timeout(timeoutS * 1_000);
  try {
    const response = await fetch(url + path, { redirect: 'manual', signal, ...init });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    if (signal.aborted) throw late(url, timeoutS);
    throw unreachable(url, error);
  }
}

/** The engine may still do what was asked. */
export function late(url: string, timeoutS: number): Unreachable {
  return new Unreachable(
    `no answer from the engine at ${url} within ${timeoutS} s: it may still do this; --timeout waits longer`,
    { code: 'timeout' },
  );
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

export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (code.startsWith('ERR_SSL_')) return 'it does not speak https';
  return REASONS[code] ?? (cause instanceof Error && cause.message !== '' ? cause.message : code);
}
