import { LRUCache } from 'lru-cache';
import { DAY_MS } from '#platform/text';

/** Limits within the window for a network: different wrong tokens, and requests with a wrong token in all. */
const MAX_WRONG = 20;
const MAX_CALLS = 500;
const WINDOW_MS = 60_000;
const TRUSTED_MS = DAY_MS;
/**
 * Networks whose wrong tokens are stored: 5 MB if each of them has sent 20. Beyond that the network seen longest ago
 * is dropped.
 */
const MAX_GUESSING = 2_000;
const MAX_TRUSTED = 500;

/** The requests of a network within the window. */
interface Guesses {
  readonly hashes: Set<string>;
  calls: number;
}

const NONE: Guesses = { hashes: new Set(), calls: 0 };

/**
 * In-memory record of the networks that send operator tokens: the wrong tokens of the last minute, and the networks
 * that sent the right one within 24 hours (trusted networks).
 *
 * The caller compares tokens from a trusted network even when the network has exceeded its limit. An attacker behind
 * the same proxy or NAT as the operator therefore cannot lock the operator out. Consequently guesses from there are
 * compared, too; at the rates that a process can answer they do not find a random token of 24 characters or more.
 *
 * Trusted networks are stored separately, and only the right token adds one: other networks cannot evict them.
 *
 * Repetitions of the same wrong token count less, because they are no guesses: a script with an outdated token does
 * not soon lock its network out. Each process has its own record, which starts empty.
 */
export class OperatorGuesses {
  private readonly wrong: LRUCache<string, Guesses>;
  private readonly trusted: LRUCache<string, true>;

  /** @param clock milliseconds, monotonic */
  constructor(clock: { now(): number } = performance) {
    this.wrong = new LRUCache({ max: MAX_GUESSING, ttl: WINDOW_MS, ttlResolution: 0, perf: clock });
    this.trusted = new LRUCache({ max: MAX_TRUSTED, ttl: TRUSTED_MS, ttlResolution: 0, perf: clock });
  }

  /** @returns seconds until the network may guess again, 1 to 60; null: it may guess now */
  waitOf(network: string): number | null {
    const { hashes, calls } = this.wrong.get(network) ?? NONE;
    const isOver = hashes.size >= MAX_WRONG || calls >= MAX_CALLS;
    return isOver ? Math.max(1, Math.ceil(this.wrong.getRemainingTTL(network) / 1_000)) : null;
  }

  isTrusted(network: string): boolean {
    return this.trusted.has(network);
  }

  /** Call this when the network has sent the right token. */
  trust(network: string): void {
    this.trusted.set(network, true);
  }

  /** Counts a wrong token. The first one starts the window. @param hash SHA-256 of the token */
  count(network: string, hash: Buffer): void {
    const text = hash.toString('base64');
    const known = this.wrong.get(network);
    if (known === undefined) {
      this.wrong.set(network, { hashes: new Set([text]), calls: 1 });
      return;
    }
    known.calls++;
    if (known.hashes.size < MAX_WRONG) known.hashes.add(text);
  }
}
