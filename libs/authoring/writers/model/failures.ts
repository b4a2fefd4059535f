import { APICallError, NoObjectGeneratedError, NoOutputGeneratedError, StreamProviderError } from 'ai';
import { DAY_MS, retryAfterMs } from '#platform/text';
import { WritingFailed } from '../writing-errors.js';

/** The longest wait that a provider can ask for. */
const MAX_WAIT_MS = DAY_MS;

interface Outage {
  readonly kind?: 'unavailable' | 'silent';
  readonly waitMs?: number | null;
  readonly cause?: unknown;
}

/** The provider is unavailable, overloaded or too slow: it may answer later. Opens the circuit breaker. */
export class ProviderUnavailable extends WritingFailed {
  constructor(message: string, { kind = 'unavailable', waitMs = null, cause }: Outage) {
    super(message, { kind, waitMs, cause });
  }
}

/** The provider works: this request, or the answer to it, is at fault. Other requests are not affected. */
export class RequestFailed extends WritingFailed {}

/** Statuses that refuse what a request contains: a filter of the provider's, or a length. */
const REFUSED_CONTENT: ReadonlySet<number> = new Set([400, 413, 422]);

/**
 * The failure of a call, in words for the tenant. It does not contain the provider's message, which may repeat the key
 * or the request.
 */
export function failureOf(error: unknown, countTokens: (error: NoObjectGeneratedError) => number): WritingFailed {
  if (NoObjectGeneratedError.isInstance(error)) return unusable(error.finishReason, countTokens(error), error);
  if (NoOutputGeneratedError.isInstance(error)) return unusable(undefined, 0, error);
  if (APICallError.isInstance(error)) return callFailure(error);
  if (StreamProviderError.isInstance(error)) return failureWithin(error);
  if (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name))
    return new ProviderUnavailable('the provider of the model does not answer in time', {
      kind: 'silent',
      cause: error,
    });
  return new ProviderUnavailable('the provider of the model cannot be reached', { cause: error });
}

/** An answer that was charged and cannot be used. */
export function unusableAnswer(message: string, tokens: number, cause?: unknown): WritingFailed {
  return new RequestFailed(message, { kind: 'unusable', tokens, cause });
}

function unusable(finishReason: string | undefined, tokens: number, cause: unknown): WritingFailed {
  if (finishReason === 'content-filter') return unusableAnswer('the model refuses to write about this', tokens, cause);
  if (finishReason === 'length' || finishReason === 'interrupted')
    return unusableAnswer('the answer of the model was cut off', tokens, cause);
  return unusableAnswer('the answer of the model is not what it was asked for', tokens, cause);
}

function callFailure(error: APICallError): WritingFailed {
  const { statusCode: status } = error;
  if (status === undefined)
    return new ProviderUnavailable('the provider of the model cannot be reached', { cause: error });
  if (status >= 400) return failureOfStatus(status, waitOf(error), error);
  return error.cause instanceof TypeError
    ? new ProviderUnavailable('the connection to the provider of the model broke', { cause: error })
    : unusable(undefined, 0, error);
}

/** A failure that the provider reports in an answer that it has begun: it may become overloaded while it answers. */
function failureWithin(error: StreamProviderError): WritingFailed {
  const { statusCode: status = 0 } = error;
  return status >= 400
    ? failureOfStatus(status, null, error)
    : new ProviderUnavailable('the provider of the model failed while it answered', { cause: error });
}

function failureOfStatus(status: number, waitMs: number | null, cause: Error): WritingFailed {
  if (status === 429)
    return new ProviderUnavailable('the provider of the model limits its calls (429)', { waitMs, cause });
  if (status >= 500 || status === 408 || status === 425)
    return new ProviderUnavailable(`the provider of the model is not available (${status})`, { waitMs, cause });
  const why = status === 401 || status === 403 ? 'refuses the key' : 'refuses the request';
  const Failed = REFUSED_CONTENT.has(status) ? RequestFailed : WritingFailed;
  return new Failed(`the provider of the model ${why} (${status})`, { kind: 'refused', cause });
}

function waitOf({ responseHeaders }: APICallError): number | null {
  const wait = retryAfterMs(responseHeaders?.['retry-after']);
  return wait > 0 ? Math.min(wait, MAX_WAIT_MS) : null;
}
