import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { topicIdentity } from '#catalog';
import { Database, type Transaction, sqlArray, tenantPages } from '#platform/database';
import { PeriodicTask, inTurn, mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/text';
import { Draft } from './draft.entity.js';
import { UNDER_WAY } from './draft.transitions.js';
import { lockUnderWay } from './under-way.js';

/** Until then a process of an earlier release may create drafts while others are updated. */
const AGAIN_AFTER_MS = HOUR_MS;
const EVERY_MS = DAY_MS;
/** A draft that somebody changes meanwhile may be locked: until its identity is updated, its topic may get another one. */
const RETRY_MS = MINUTE_MS;

interface OutdatedKey {
  readonly tenantId: string;
  readonly topic: string;
  /** As it is stored. */
  readonly topicKey: string;
}

/**
 * Updates the stored identities of the drafts' topics after a release with a larger vocabulary, which knows more topics
 * by name. Otherwise a topic would get another draft beside the one that is under way, or for the needs of one that was
 * cancelled.
 */
@Injectable()
export class TopicKeys extends PeriodicTask {
  private isFirst = true;

  constructor(private readonly database: Database) {
    super("the update of the identities of the drafts' topics", RETRY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      if (stopping.aborted) break;
      await inTurn(await this.findOutdated(tenantIds), (outdated) => this.update(outdated));
    }
    const next = this.isFirst ? AGAIN_AFTER_MS : EVERY_MS;
    this.isFirst = false;
    return next;
  }

  private async findOutdated(tenantIds: readonly string[]): Promise<OutdatedKey[]> {
    const keys = await this.database.inTenants(tenantIds, (tx) => storedKeys(tx, tenantIds));
    const outdated: OutdatedKey[] = [];
    for (const key of keys) {
      if (topicIdentity(key.topic) !== key.topicKey) outdated.push(key);
      if (mustYield()) await yieldToEventLoop();
    }
    return outdated;
  }

  /** Of two drafts under way whose topics are the same now, one keeps its identity until it ends. */
  private update({ tenantId, topic, topicKey: before }: OutdatedKey): Promise<void> {
    const topicKey = topicIdentity(topic);
    return this.database.asTenant(tenantId, async (tx) => {
      const other = await lockUnderWay(tx, topicKey);
      const isFree = other === null ? {} : { status: { $nin: [...UNDER_WAY] } };
      await tx.nativeUpdate(Draft, { topic, topicKey: before, ...isFree }, { topicKey });
    });
  }
}

function storedKeys(tx: Transaction, tenantIds: readonly string[]): Promise<OutdatedKey[]> {
  return tx.execute<OutdatedKey[]>(sql`
    select distinct tenant_id as "tenantId", topic, topic_key as "topicKey" from draft
    where tenant_id = any (${sqlArray(tenantIds)}::uuid[])`);
}
