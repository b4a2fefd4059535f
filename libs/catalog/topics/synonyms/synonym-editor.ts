import { sql } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, type Transaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { CatalogChanges } from '../../courses/catalog-changes.js';
import { MAX_ACCEPTED_SYNONYMS } from '../../courses/library-limits.js';
import type { ChangeSynonymBody, EnterSynonymBody } from './synonym.dto.js';
import { TooManySynonyms, mapSynonymConflict } from './synonym.errors.js';
import { type Meaning, readMeaning } from './synonym-meaning.js';
import { readSynonym } from './synonym-reader.js';
import type { SynonymView } from './synonym.view.js';
import { topicKey } from '../../matching/words/topic-key.js';
import { type SynonymStatus, TopicSynonym } from './topic-synonym.entity.js';

/**
 * Creates and changes the tenant's synonyms. A change of the accepted ones changes what topics are matched with, and
 * takes effect at once.
 */
@Injectable()
export class SynonymEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: CatalogChanges,
  ) {}

  /**
   * Enters a synonym as accepted; accepts an existing suggested or rejected one of the same meaning instead.
   * @throws Invalid, SynonymTaken, TooManySynonyms
   */
  enter({ topic, ...meaning }: EnterSynonymBody): Promise<SynonymView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const { courseId, means } = await readMeaning(tx, topic, meaning);
      const key = topicKey(topic);
      const known =
        courseId === null
          ? null
          : await tx.findOne(TopicSynonym, { topicKey: key, courseId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (known !== null && known.status !== 'accepted') return this.move(tx, known, 'accepted');
      await demandRoom(tx);
      const id = ids.next();
      tx.create(TopicSynonym, {
        tenantId: tx.tenantId,
        id,
        topic,
        topicKey: key,
        courseId,
        means,
        status: 'accepted',
        origin: 'entered',
      });
      audit(tx, {
        actor,
        action: 'synonym.entered',
        subject: { kind: 'synonym', id },
        after: { topic, ...shown({ courseId, means }), status: 'accepted' },
      });
      return this.store(tx, id, true);
    });
  }

  /** Changes the topic, or what it means. @throws NotFound, Stale, Invalid, SynonymTaken */
  change(id: string, { topic, ...meaning }: ChangeSynonymBody, ifMatch: string | null): Promise<SynonymView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const synonym = await lockSynonym(tx, id, ifMatch);
      const before = { topic: synonym.topic, ...meaningOf(synonym) };
      const named = topic ?? synonym.topic;
      const given = meaning.courseId === undefined && meaning.means === undefined ? meaningFields(before) : meaning;
      const after = { topic: named, ...(await readMeaning(tx, named, given)) };
      if (JSON.stringify(after) === JSON.stringify(before)) return readSynonym(tx, id);
      tx.assign(synonym, { ...after, topicKey: topicKey(named), version: synonym.version + 1 });
      audit(tx, {
        actor,
        action: 'synonym.changed',
        subject: { kind: 'synonym', id },
        before: { topic: before.topic, ...shown(before) },
        after: { topic: named, ...shown(after) },
      });
      return this.store(tx, id, synonym.status === 'accepted');
    });
  }

  /** Accepts a synonym: matching uses it from now on. @throws NotFound, Stale, SynonymTaken, TooManySynonyms */
  accept(id: string, ifMatch: string | null): Promise<SynonymView> {
    return this.database.inTenant(async (tx) => this.move(tx, await lockSynonym(tx, id, ifMatch), 'accepted'));
  }

  /** Rejects a synonym. It is suggested again only after further corrections. @throws NotFound, Stale */
  reject(id: string, ifMatch: string | null): Promise<SynonymView> {
    return this.database.inTenant(async (tx) => this.move(tx, await lockSynonym(tx, id, ifMatch), 'rejected'));
  }

  /** Deletes a synonym; a learned one may be suggested again. @throws NotFound, Stale */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const synonym = await lockSynonym(tx, id, ifMatch);
      audit(tx, {
        actor,
        action: 'synonym.deleted',
        subject: { kind: 'synonym', id },
        before: { topic: synonym.topic, ...shown(meaningOf(synonym)), status: synonym.status },
      });
      tx.remove(synonym);
      await tx.flush();
      if (synonym.status === 'accepted') await this.changes.publish(tx);
    });
  }

  private async move(tx: TenantTransaction, synonym: TopicSynonym, status: SynonymStatus): Promise<SynonymView> {
    const { actor } = this.scope.tenant;
    const { id, status: before } = synonym;
    if (before === status) return readSynonym(tx, id);
    if (status === 'accepted') await demandRoom(tx);
    tx.assign(synonym, {
      status,
      version: synonym.version + 1,
      ...(status === 'rejected' ? { rejectedCorrections: synonym.corrections } : {}),
    });
    audit(tx, {
      actor,
      action: `synonym.${status}`,
      subject: { kind: 'synonym', id },
      before: { status: before },
      after: { status },
    });
    return this.store(tx, id, before === 'accepted' || status === 'accepted');
  }

  private async store(tx: TenantTransaction, id: string, matters: boolean): Promise<SynonymView> {
    await mapSynonymConflict(() => tx.flush());
    if (matters) await this.changes.publish(tx);
    return readSynonym(tx, id);
  }
}

/**
 * Checks that one more synonym may be accepted. Counts in an index (`topic_synonym_by_status`).
 * @throws TooManySynonyms
 */
export async function demandRoom(tx: TenantTransaction): Promise<void> {
  const [row] = await tx.execute<Array<{ accepted: number }>>(
    sql`select count(*)::integer as accepted from (
       select from topic_synonym where tenant_id = ${tx.tenantId} and status = 'accepted' limit ${MAX_ACCEPTED_SYNONYMS}
     ) as accepted`,
  );
  if ((row?.accepted ?? 0) >= MAX_ACCEPTED_SYNONYMS) throw new TooManySynonyms();
}

/** @throws NotFound, Stale */
async function lockSynonym(tx: Transaction, id: string, ifMatch: string | null): Promise<TopicSynonym> {
  const synonym = await tx.findOne(TopicSynonym, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (synonym === null) throw new NotFound('synonym');
  demandVersion(ifMatch, synonym.version);
  return synonym;
}

function meaningOf({ courseId = null, means = null }: TopicSynonym): Meaning {
  return { courseId, means };
}

/** A meaning as a body gives it. */
function meaningFields({ courseId, means }: Meaning): { courseId?: string; means?: string } {
  return {
    ...(courseId === null ? {} : { courseId: ids.show('crs', courseId) }),
    ...(means === null ? {} : { means }),
  };
}

/** A meaning as people read it. */
function shown({ courseId, means }: Meaning): object {
  return { courseId: courseId === null ? null : ids.show('crs', courseId), means };
}
