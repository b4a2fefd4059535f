import { Injectable } from '@nestjs/common';
import { Problem } from '#platform/errors';
import { Readiness } from '#platform/health';

export class HealthView {
  /** Always `ok`: a process that cannot answer sends nothing. */
  status: 'ok';
  /** Each checked part: "ok", or the problem if the process can work without the part. */
  checks: Record<string, string>;
}

/** The readiness for a load balancer. */
@Injectable()
export class Health {
  constructor(private readonly readiness: Readiness) {}

  /** @throws Problem 503 `not_ready`, naming the failing parts and their solution */
  async ready(): Promise<HealthView> {
    const { isReady, checks, refusal } = await this.readiness.check();
    if (!isReady) throw new Problem(503, 'not_ready', refusal, undefined, { checks });
    return { status: 'ok', checks };
  }
}
