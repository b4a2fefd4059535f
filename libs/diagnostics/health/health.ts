import { Injectable } from '@nestjs/common';
import { Problem } from '#platform/errors';
import { Readiness } from '#platform/health';

export class HealthView {
  status: 'ok';
  /** Each part that was looked at: "ok", or what the matter is where the process can do without it. */
  checks: Record<string, string>;
}

/** What has to hold before a load balancer sends requests here. */
@Injectable()
export class Health {
  constructor(private readonly readiness: Readiness) {}

  /** @throws Problem 503 `not_ready`, naming what fails and what an operator can do */
  async ready(): Promise<HealthView> {
    const { isReady, checks, refusal } = await this.readiness.check();
    if (!isReady) throw new Problem(503, 'not_ready', refusal, undefined, { checks });
    return { status: 'ok', checks };
  }
}
