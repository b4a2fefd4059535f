import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CatalogChanges, teachSynonym } from '#catalog';
import { Database, RequestScope, type TenantTransaction, afterCommit, ids } from '#platform/database';
import { Wakeups } from '#signals';
import { audit } from '#tenancy';
import { lockNeed } from '../decisions/lock-need.js';
import { keepEvents } from '../events/keep-events.js';
import { lockGaps } from '../gaps/regroup.js';
import { needView, readNeed } from '../inbox/need-rows.js';
import type { NeedSuggestion, NeedView } from '../inbox/need.view.js';
import { shownNeed } from '../inbox/shown-needs.js';
import { NeedChanges } from '../need-changes.js';
import { Need } from '../need.entity.js';
import { NoSuggestion } from './no-suggestion.js';

interface Undecided {
  readonly topic: string;
  readonly version: number;
  readonly courseId: string;
  readonly suggestion: NeedSuggestion;
}

/** What a person decides about the course that comes closest to a need's topic. */
@Injectable()
export class NeedSuggestions {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly catalog: CatalogChanges,
    private readonly wakeups: Wakeups,
    private readonly changes: NeedChanges,
  ) {}

  /**
   * Recommends the suggested course, and stores the need's topic as a synonym of it.
   * @throws NotFound, Stale, NoSuggestion, SynonymTaken, TooManySynonyms
   */
  accept(id: string, ifMatch: string | null): Promise<NeedView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const { topic, version, courseId, suggestion } = await lockUndecided(tx, id, ifMatch);
      const isTaught = await teachSynonym(tx, { topic, courseId, actor });
      const evidence = [`"${topic}" means "${suggestion.title}" here`];
      await tx.nativeUpdate(
        Need,
        { id },
        {
          recommendation: 'course',
          courseId,
          score: 1,
          evidence,
          suggestedCourseId: null,
          suggestedScore: null,
          suggestedEvidence: null,
          version: version + 1,
        },
      );
      audit(tx, {
        actor,
        action: 'need.suggestion_accepted',
        subject: { kind: 'need', id },
        before: { recommendation: 'author_one', suggestion },
        after: { recommendation: 'course', courseId: suggestion.courseId, score: 1, evidence },
      });
      if (isTaught) await this.catalog.publish(tx);
      // The others with the topic are resolved again; this one has its recommendation already.
      await keepEvents(tx, [{ tenantId: tx.tenantId, type: 'need.updated', subjectId: id }]);
      return this.changed(tx, id);
    });
  }

  /** Keeps the suggested course from being suggested for the need again. @throws NotFound, Stale, NoSuggestion */
  reject(id: string, ifMatch: string | null): Promise<NeedView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const { version, courseId, suggestion } = await lockUndecided(tx, id, ifMatch);
      // It is resolved once more, so that a draft may be written for its topic now.
      await tx.nativeUpdate(
        Need,
        { id },
        { rejectedCourseId: courseId, unresolvedSince: sql.now(), version: version + 1 },
      );
      audit(tx, {
        actor,
        action: 'need.suggestion_rejected',
        subject: { kind: 'need', id },
        before: { suggestion },
        after: { suggestion: null },
      });
      afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
      return this.changed(tx, id);
    });
  }

  private async changed(tx: TenantTransaction, id: string): Promise<NeedView> {
    await this.changes.publish(tx, { needIds: [id] });
    return shownNeed(tx, id);
  }
}

/** @throws NotFound, Stale, NoSuggestion */
async function lockUndecided(tx: TenantTransaction, id: string, ifMatch: string | null): Promise<Undecided> {
  await lockGaps(tx, [id]);
  const { version } = await lockNeed(tx, id, ifMatch);
  const row = await readNeed(tx, id);
  const suggestion = row === null ? null : needView(row).suggestion;
  const courseId = suggestion === null ? null : ids.parse('crs', suggestion.courseId);
  if (row?.topic === null || row?.topic === undefined || suggestion === null || courseId === null)
    throw new NoSuggestion();
  return { topic: row.topic, version, courseId, suggestion };
}
