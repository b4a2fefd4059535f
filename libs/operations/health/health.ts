import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { pendingMigrations } from '#platform/database';
import { Problem } from '#platform/errors';
import { JobSender } from '#platform/queue';

export class HealthView {
  status: 'ok';
  /** Each part that was looked at, with "ok". */
  checks: Record<string, string>;
}

const CHECK_TIMEOUT_MS = 2_000;

/** What has to work before a load balancer sends requests here. */
@Injectable()
export class Health {
  constructor(
    private readonly jobs: JobSender,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 503 `not_ready`, naming the parts that fail */
  async ready(): Promise<HealthView> {
    const [database, queue] = await Promise.all([outcome(this.database()), outcome(this.jobs.ping())]);
    const checks = { database, queue };
    const failing = Object.entries(checks).filter(([, result]) => result !== 'ok');
    if (failing.length > 0) {
      throw new Problem(503, 'not_ready', failing.map(([part, result]) => `${part}: ${result}`).join('; '), undefined, { checks });
    }
    return { status: 'ok', checks };
  }

  private async database(): Promise<void> {
    const pending = await pendingMigrations(this.config.databaseUrl);
    if (pending.length > 0) throw new Error(`${pending.length} migrations are pending: npm run migrate`);
  }
}

async function outcome(check: Promise<void>): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve(`no answer within ${CHECK_TIMEOUT_MS} ms`), CHECK_TIMEOUT_MS).unref());
  const answer = check.then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return Promise.race([answer, late]);
}
