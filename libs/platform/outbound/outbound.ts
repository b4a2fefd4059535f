import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { AddressPolicy } from './address-policy.js';
import { checkedAddress } from './checked-address.js';
import { OutboundError } from './outbound.error.js';
import { type ResponseLimit, readResponse } from './read-response.js';
import { sendRequest } from './send-request.js';

const TIMEOUT_MS = 10_000;
const CHECK_TIMEOUT_MS = 3_000;
const MAX_BYTES = 1024 * 1024;

interface Limits extends Partial<ResponseLimit> {
  /** Time limit of the whole call, from the DNS lookup to the last byte. */
  readonly timeoutMs?: number;
}

/**
 * The only way in which the engine calls an address that a tenant entered. It calls public addresses only, and those
 * in the networks that the operator allows (`OUTBOUND_NETWORKS`): it resolves the name once, checks all addresses,
 * and connects to those. It uses TLS only, except in these networks; it follows no redirect; it limits the time and
 * the size of the response.
 */
@Injectable()
export class Outbound {
  private readonly policy: AddressPolicy;

  constructor(@Inject(CONFIG) config: Config) {
    this.policy = new AddressPolicy(config.outboundNetworks);
  }

  /** Checks a URL when it is entered. @throws OutboundError whose message says what it must be */
  async check(url: string): Promise<void> {
    await inTime(AbortSignal.timeout(CHECK_TIMEOUT_MS), checkedAddress(url, this.policy));
  }

  /**
   * Like the global fetch, but by default reads at most 1 MiB within 10 s. A redirect is returned, not followed.
   * @throws OutboundError
   */
  async fetch(
    url: string,
    init: RequestInit = {},
    { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, cut = false }: Limits = {},
  ): Promise<Response> {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])]);
    const checked = await inTime(signal, checkedAddress(url, this.policy));
    try {
      const limit = { maxBytes, cut };
      const response = await readResponse(await sendRequest(checked, new Request(checked.url, init), signal), limit);
      // Without a length, Node takes the part of a body that arrived before the abort for the whole body.
      if (signal.aborted && !cut) throw timeout();
      return response;
    } catch (error) {
      if (error instanceof OutboundError) throw error;
      throw signal.aborted ? timeout() : new OutboundError('unreachable', `cannot be called: ${codeOf(error)}`);
    }
  }
}

/** Rejects as soon as the signal aborts, because a look-up cannot be aborted. */
async function inTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const onAbort = (): void => late.reject(timeout());
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    work.catch(() => undefined);
  }
}

function timeout(): OutboundError {
  return new OutboundError('timeout', 'does not answer in time');
}

/** The code instead of the message, because Node's messages contain addresses. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no connection';
}
