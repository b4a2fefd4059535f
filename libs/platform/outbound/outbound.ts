import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { AddressPolicy } from './address-policy.js';
import { checkedAddress } from './checked-address.js';
import { OutboundError } from './outbound.error.js';
import { type AnswerLimit, readAnswer } from './read-answer.js';
import { sendRequest } from './send-request.js';

const TIMEOUT_MS = 10_000;
const CHECK_TIMEOUT_MS = 3_000;
const MAX_BYTES = 1024 * 1024;

interface Limits extends Partial<AnswerLimit> {
  /** For all of it, from the look-up to the last byte. */
  readonly timeoutMs?: number;
}

/**
 * The only way in which the engine calls an address that a tenant named. It goes to public addresses alone, and to
 * those of the networks that the operator gave (`OUTBOUND_NETWORKS`): the name is looked up once, all that it means is
 * checked, and it is that which is connected to. Only over TLS, except into those networks; no redirect is followed;
 * time and the size of the answer are limited.
 */
@Injectable()
export class Outbound {
  private readonly policy: AddressPolicy;

  constructor(@Inject(CONFIG) config: Config) {
    this.policy = new AddressPolicy(config.outboundNetworks);
  }

  /** Whether a URL may be called, for whoever enters it. @throws OutboundError whose message says what it must be */
  async check(url: string): Promise<void> {
    await inTime(AbortSignal.timeout(CHECK_TIMEOUT_MS), checkedAddress(url, this.policy));
  }

  /**
   * As the global fetch, which never reads more than 1 MiB within 10 s unless told otherwise. A redirect is answered as
   * it came.
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
      return await readAnswer(await sendRequest(checked, new Request(checked.url, init), signal), { maxBytes, cut });
    } catch (error) {
      if (error instanceof OutboundError) throw error;
      throw signal.aborted ? timeout() : new OutboundError('unreachable', `cannot be called: ${codeOf(error)}`);
    }
  }
}

/** Rejects as soon as the signal says so: a look-up cannot be told to stop. */
async function inTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const tell = (): void => late.reject(timeout());
  signal.addEventListener('abort', tell, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener('abort', tell);
    work.catch(() => undefined);
  }
}

function timeout(): OutboundError {
  return new OutboundError('timeout', 'does not answer in time');
}

/** Node's messages tell addresses. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no connection';
}
