import type { ResponseCounts } from './attacker/response-counts.js';
import type { AttackerConnections } from './attacker/connections.js';
import type { HttpClient } from './attacker/http-client.js';
import type { Bound } from './bounds.js';
import type { NeighbourReport } from './neighbour/protocol.js';
import type { EngineUnderAttack } from './stage/engine-under-attack.js';
import type { AttackerTenant, Credentials } from './stage/tenants.js';

/** Additional columns of one attack. */
export type Extras = Readonly<Record<string, number | string>>;

/**
 * One attack, for `npm run bench:abuse` and for `test/abuse`. A new one is a file below `attacks/` and an entry in its
 * `index.ts`.
 */
export interface Attack {
  /** The row of the table and the title of the test. */
  readonly name: string;
  readonly by: Credentials;
  readonly bound: Bound;
  /** Statuses with which the engine may answer the attacker. It may always close the connection. */
  readonly allowed: readonly number[];
  /** A variant of another attack: the short form leaves it out. */
  readonly isVariant?: boolean;
  /** The neighbour also sends signed batches of 100 and of 400 KB. */
  readonly neighbourSendsBatches?: boolean;
  /** Prepares the attack, before anything is measured. */
  prepare(target: Target): Run | Promise<Run>;
  /** Additional checks of an attack. @returns one line for each fault */
  faults?(result: AttackResult): string[];
}

/**
 * The attack itself; it is measured from the call until the promise resolves. Calls that fail are counted and never
 * thrown.
 */
export type Run = () => Promise<Extras>;

/** The inputs of an attack. */
export interface Target {
  /** The engine listens on this port of 127.0.0.1. */
  readonly port: number;
  readonly engine: EngineUnderAttack;
  /** A tenant for this attack only. */
  readonly tenant: AttackerTenant;
  /** The slug of the tenant whose response times are measured. Slugs are public, so an attacker knows it. */
  readonly neighbourSlug: string;
  /** Counts the answers to the attack. */
  readonly answers: ResponseCounts;
  /** HTTP calls that are counted in `answers`. */
  readonly http: HttpClient;
  /** Raw sockets; all are closed after the attack. */
  readonly connections: AttackerConnections;
  /** A number or duration: in the short form of the tests, and in full. */
  readonly scaled: (short: number, inFull: number) => number;
}

/** The result of an attack. */
export interface AttackResult {
  readonly attack: string;
  readonly by: Credentials;
  readonly bound: Bound;
  readonly seconds: number;
  /** Responses to the attacker by status, or by how the connection ended. */
  readonly answers: Readonly<Record<string, number>>;
  /** Bytes of the largest answer to the attacker. */
  readonly largestAnswer: number;
  /**
   * By which factor the engine's work was delayed because the attacker and others used the processors: 1 if it never
   * waited for one. Its bound is longer by this factor.
   */
  readonly slowdown: number;
  /** Responses of 429 or 503 without `Retry-After`. */
  readonly withoutRetryAfter: number;
  readonly neighbour: NeighbourReport;
  /** False if the engine's process ended during the attack. */
  readonly isAlive: boolean;
  /** Resident memory of the engine in MiB; null if the process ended. */
  readonly memory: { readonly before: number; readonly peak: number; readonly after: number } | null;
  /** Bytes that the engine logged during the attack. */
  readonly logBytes: number;
  readonly extras: Extras;
}
