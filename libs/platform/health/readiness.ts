import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { demandCurrentSchema } from '../database/index.js';
import { Draining } from '../lifecycle/index.js';
import { SAFE_POLICY, redisPolicy } from '../queue/index.js';

/** A look at each part that the process stands on. */
export interface Look {
  readonly isReady: boolean;
  /** By part: "ok", or what the matter is and what an operator can do. */
  readonly checks: Readonly<Record<string, string>>;
  /** The parts that keep the process from being ready, in one sentence each; empty where it is. */
  readonly refusal: string;
}

type Outside = readonly [database: Outcome, queue: Outcome];

/** Whether this process can do its work now: what has to hold before it is sent any. */
@Injectable()
export class Readiness {
  /** The look under way at what is outside of the process, and the one that follows it. */
  private current: Promise<Outside> | null = null;
  private following: Promise<Outside> | null = null;

  constructor(
    private readonly draining: Draining,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes two seconds a part at most. */
  async look(): Promise<Look> {
    const [database, queue] = await this.outside();
    const parts = Object.entries({
      process: this.draining.isOn ? refused('it has been told to stop') : OK,
      database,
      queue,
    });
    const refusals = parts.filter(([, { passes }]) => !passes).map(([part, { says }]) => `${part}: ${says}`);
    return {
      isReady: refusals.length === 0,
      checks: Object.fromEntries(parts.map(([part, { says }]) => [part, says])),
      refusal: refusals.join('; '),
    };
  }

  /**
   * Anybody may ask, and each look takes a connection of PostgreSQL and one of Redis: there is one look at a time, and
   * all calls that arrive meanwhile share the next one.
   */
  private outside(): Promise<Outside> {
    if (this.current === null) return this.begin();
    this.following ??= this.current.then(() => this.begin());
    return this.following;
  }

  private begin(): Promise<Outside> {
    this.following = null;
    const look = Promise.all([this.database(), this.queue()]).finally(() => {
      if (this.current === look) this.current = null;
    });
    this.current = look;
    return look;
  }

  private async database(): Promise<Outcome> {
    try {
      await demandCurrentSchema(this.config.databaseUrl);
      return OK;
    } catch (error) {
      return refused(messageOf(error));
    }
  }

  /** Signals are recorded without a Redis, and resolved when it is back; one that evicts would lose work unseen. */
  private async queue(): Promise<Outcome> {
    if (this.config.redisUrl === null) return OK;
    try {
      const policy = await redisPolicy(this.config.redisUrl);
      return policy === SAFE_POLICY
        ? OK
        : refused(`Redis evicts jobs when its memory is full (maxmemory-policy ${policy}): set it to ${SAFE_POLICY}`);
    } catch (error) {
      return { passes: true, says: `${messageOf(error)}; signals are recorded, and resolved when it is back` };
    }
  }
}

interface Outcome {
  readonly passes: boolean;
  readonly says: string;
}

const OK: Outcome = { passes: true, says: 'ok' };

function refused(says: string): Outcome {
  return { passes: false, says };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
