import { Injectable } from '@nestjs/common';
import { PendingTenants } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, wakePayloads } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { NEW_LIBRARIES } from './rematch/rematch-needs.handler.js';
import { RematchNeeds } from './rematch/rematch-needs.job.js';
import { TO_RESOLVE } from './resolution/resolve-needs.handler.js';

const EVERY_MS = 5_000;
/**
 * How often all libraries are compared with those that needs were matched with, which reads two rows of each tenant.
 */
const LIBRARIES_EVERY_MS = 30_000;

/**
 * Sends a job for every tenant that has unresolved needs, needs to wake, completions to apply, or needs to match again.
 * Runs at the start and every five seconds, and so recovers from a lost wake-up, a flushed Redis or a killed process.
 * It is a timer and not a scheduled job, because a queue that loses its jobs loses its schedules too.
 */
@Injectable()
export class Sweep extends PeriodicTask {
  private librariesComparedAt = -Infinity;

  constructor(
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
  ) {
    super('the sweep', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    await this.jobs.sendAgain(ResolveNeeds, wakePayloads(await this.pending.findAny(TO_RESOLVE)));
    if (performance.now() - this.librariesComparedAt >= LIBRARIES_EVERY_MS) {
      await this.jobs.sendAgain(RematchNeeds, wakePayloads(await this.pending.findByLookups(NEW_LIBRARIES)));
      this.librariesComparedAt = performance.now();
    }
    return EVERY_MS;
  }
}
