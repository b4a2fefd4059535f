import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { demandCurrentSchema } from '#platform/database';
import { Problem } from '#platform/errors';
import { Draining } from '#platform/process';
import { SAFE_POLICY, redisPolicy } from '#platform/queue';

export class HealthView {
  status: 'ok';
  /** Each part that was looked at: "ok", or what the matter is where the process can do without it. */
  checks: Record<string, string>;
}

/** What has to hold before a load balancer sends requests here. Each look takes two seconds at most. */
@Injectable()
export class Health {
  constructor(
    private readonly draining: Draining,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 503 `not_ready`, naming what fails and what an operator can do */
  async ready(): Promise<HealthView> {
    const [database, queue] = await Promise.all([this.database(), this.queue()]);
    const process = this.draining.isOn ? refused('it has been told to stop') : OK;
    const parts = Object.entries({ process, database, queue });
    const checks = Object.fromEntries(parts.map(([part, { says }]) => [part, says]));
    const failing = parts.filter(([, { passes }]) => !passes);
    if (failing.length > 0) throw new Problem(503, 'not_ready', failing.map(([part, { says }]) => `${part}: ${says}`).join('; '), undefined, { checks });
    return { status: 'ok', checks };
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
      return policy === SAFE_POLICY ? OK : refused(`Redis evicts jobs when its memory is full (maxmemory-policy ${policy}): set it to ${SAFE_POLICY}`);
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
