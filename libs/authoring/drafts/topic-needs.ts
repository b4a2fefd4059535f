import { Injectable } from '@nestjs/common';
import { topicIdentity } from '#catalog';
import { NeedAuthoring, needsWithoutCourse, topicsWithoutCourse } from '#needs';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { lockDraft } from './draft-lifecycle.js';
import { UNDER_WAY } from './draft.transitions.js';

/** Topics that are compared in one run, and needs that are sent to a draft in one transaction. */
const MAX_TOPICS = 20_000;
const MAX_NEEDS = 1_000;

/** Finds the needs of a topic, in all spellings, and sends them to its draft. */
@Injectable()
export class TopicNeeds {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly needs: NeedAuthoring,
  ) {}

  /** The topics that no course answers, in all spellings, by their identity. Yields to the event loop. */
  async groups(): Promise<Map<string, string[]>> {
    const topics = await this.database.inTenant((tx) => topicsWithoutCourse(tx, MAX_TOPICS));
    const groups = new Map<string, string[]>();
    for (const topic of topics) {
      const key = topicIdentity(topic);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [topic]);
      else group.push(topic);
      if (mustYield()) await yieldToEventLoop();
    }
    return groups;
  }

  /** Sends the open needs of a topic that no course answers, in all spellings, to the draft of it. */
  async sendAllOf(draftId: string, topicKey: string): Promise<void> {
    await this.send(draftId, (await this.groups()).get(topicKey) ?? []);
  }

  /** @param topics spellings of the draft's topic */
  async send(draftId: string, topics: readonly string[]): Promise<void> {
    let hasMore = true;
    while (hasMore) hasMore = await this.database.inTenant((tx) => this.sendNext(tx, draftId, topics));
  }

  /** @returns whether there may be more */
  private async sendNext(tx: TenantTransaction, draftId: string, topics: readonly string[]): Promise<boolean> {
    const draft = await lockDraft(tx, draftId);
    if (!UNDER_WAY.some((status) => status === draft.status)) return false;
    const needIds = await needsWithoutCourse(tx, topics, MAX_NEEDS);
    const refused = await this.needs.send(tx, needIds, draft, this.scope.tenant.actor);
    // A need that somebody has moved meanwhile is refused, and not found again.
    return needIds.length === MAX_NEEDS && refused.length < MAX_NEEDS;
  }
}
