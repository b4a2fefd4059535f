import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { demandCurrentSchema } from '../database/index.js';
import { Draining } from '../lifecycle/index.js';
import { RunningWorkers, SAFE_POLICY, redisPolicy } from '../queue/index.js';
import { messageOf } from '../thrown/index.js';

/** The result of the readiness checks. */
export interface ReadinessReport {
  readonly isReady: boolean;
  /** By part: "ok", or a sentence with the problem and its solution. */
  readonly checks: Readonly<Record<string, string>>;
  /** The failing parts, in one sentence each; empty if the process is ready. */
  readonly refusal: string;
}

type ExternalChecks = readonly [database: CheckResult, queue: CheckResult, worker: CheckResult];

/** Whether this process can do its work now. */
@Injectable()
export class Readiness {
  /** The running check of external parts, and the one queued behind it. */
  private current: Promise<ExternalChecks> | null = null;
  private following: Promise<ExternalChecks> | null = null;
  /** By part: returns the part's problem now, or null. */
  private readonly optional = new Map<string, () => string | null>();

  constructor(
    private readonly draining: Draining,
    private readonly workers: RunningWorkers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Adds a part without which the process works, with less to offer. */
  addOptional(part: string, problem: () => string | null): void {
    this.optional.set(part, problem);
  }

  /** Takes at most two seconds for each part. */
  async check(): Promise<ReadinessReport> {
    const [database, queue, worker] = await this.outside();
    const parts = Object.entries({
      process: this.draining.isOn ? failed('it is shutting down') : OK,
      database,
      queue,
      worker,
      ...Object.fromEntries([...this.optional].map(([part, problem]) => [part, optional(problem())])),
    });
    const refusals = parts.filter(([, { passes }]) => !passes).map(([part, { message }]) => `${part}: ${message}`);
    return {
      isReady: refusals.length === 0,
      checks: Object.fromEntries(parts.map(([part, { message }]) => [part, message])),
      refusal: refusals.join('; '),
    };
  }

  /**
   * Anybody may request this, and each check uses a connection to PostgreSQL and one to Redis. So only one check runs
   * at a time, and all requests that arrive meanwhile share the next one.
   */
  private outside(): Promise<ExternalChecks> {
    if (this.current === null) return this.begin();
    this.following ??= this.current.then(() => this.begin());
    return this.following;
  }

  private begin(): Promise<ExternalChecks> {
    this.following = null;
    const look = Promise.all([this.database(), this.queue(), this.worker()]).finally(() => {
      if (this.current === look) this.current = null;
    });
    this.current = look;
    return look;
  }

  private async database(): Promise<CheckResult> {
    try {
      await demandCurrentSchema(this.config.databaseUrl);
      return OK;
    } catch (error) {
      return failed(messageOf(error));
    }
  }

  /**
   * Signals are recorded without Redis, and resolved when it is back. A Redis that evicts keys would lose jobs
   * without an error.
   */
  private async queue(): Promise<CheckResult> {
    if (this.config.redisUrl === null) return OK;
    try {
      const policy = await redisPolicy(this.config.redisUrl);
      return policy === SAFE_POLICY
        ? OK
        : failed(`Redis evicts jobs when its memory is full (maxmemory-policy ${policy}): set it to ${SAFE_POLICY}`);
    } catch (error) {
      return { passes: true, message: `${messageOf(error)}; signals are recorded, and resolved when it is back` };
    }
  }

  /** An api serves without a worker. What it records waits in the database. */
  private async worker(): Promise<CheckResult> {
    return (await this.workers.isAny()) === false ? { passes: true, message: NO_WORKER } : OK;
  }
}

interface CheckResult {
  readonly passes: boolean;
  readonly message: string;
}

const NO_WORKER = 'no worker runs; signals are recorded, and resolved when one does';

const OK: CheckResult = { passes: true, message: 'ok' };

function optional(problem: string | null): CheckResult {
  return problem === null ? OK : { passes: true, message: problem };
}

function failed(message: string): CheckResult {
  return { passes: false, message };
}
