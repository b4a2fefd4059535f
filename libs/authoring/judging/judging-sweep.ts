import { sql } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { askForJudgement, catalogVersion } from '#catalog';
import { topicsWithoutCourse } from '#needs';
import { Database, type PendingRows, PendingTenants, tenantPages, tenantsWhere } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, tenantPayloads } from '#platform/queue';
import { activeAmong } from '#tenancy';
import { JudgeTopics } from './judge-topics.job.js';
import { TOPIC_JUDGE, type TopicJudge } from './topic-judge.js';

const EVERY_MS = 60_000;
/** Topics of a tenant that are asked about at once when a model is configured for the first time. */
const MAX_FIRST_TOPICS = 1_000;

const WAITING_TOPICS: PendingRows = { table: sql`topic_judgement`, where: sql`waiting_since is not null` };
const WAS_NEVER_JUDGED = sql`not exists (select from topic_judgement where topic_judgement.tenant_id = given.id)
  and exists (select from need where need.tenant_id = given.id and resolved_at is not null and topic is not null)`;

/**
 * Finds topics whose wake-up was lost, whose call failed, or that waited for the plan's tokens; and the topics of
 * tenants that had needs before a model was configured.
 */
@Injectable()
export class JudgingSweep extends PeriodicTask {
  /** Tenants whose earlier needs have been looked at by this process. */
  private readonly known = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
    @Inject(TOPIC_JUDGE) private readonly judge: TopicJudge | null,
  ) {
    super('the sweep of topics to judge', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    if (this.judge === null || this.judge.isPaused) return EVERY_MS;
    for await (const page of tenantPages(this.database)) {
      if (stopping.aborted) return EVERY_MS;
      await this.askFirst(page.filter((tenantId) => !this.known.has(tenantId)));
    }
    const waiting = await activeAmong(this.database, await this.pending.find(WAITING_TOPICS));
    await this.jobs.sendAgain(JudgeTopics, tenantPayloads(waiting));
    return EVERY_MS;
  }

  private async askFirst(tenantIds: readonly string[]): Promise<void> {
    if (tenantIds.length === 0) return;
    for (const tenantId of await tenantsWhere(this.database, tenantIds, WAS_NEVER_JUDGED))
      await this.database.asTenant(tenantId, async (tx) => {
        const topics = await topicsWithoutCourse(tx, MAX_FIRST_TOPICS);
        await askForJudgement(tx, topics, await catalogVersion(tx));
      });
    for (const tenantId of tenantIds) this.known.add(tenantId);
  }
}
