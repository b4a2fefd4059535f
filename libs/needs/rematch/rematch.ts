import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MATCHER_VERSION, Meanings, type TopicMatcher, TopicMatching, catalogVersion } from '#catalog';
import { Database, FIRST_ID, RequestScope, type SqlFragment, type TenantTransaction } from '#platform/database';
import { JobSender } from '#platform/queue';
import { inSpan, noteInTrace } from '#platform/telemetry';
import { ResolveNeeds } from '#signals';
import { keepStored } from '#tenancy';
import { lockResolutionExclusive } from '../resolution-lock.js';
import {
  type CurrentRecommendation,
  currentRecommendations,
  hasRecommendation,
  retryFailed,
  unresolveNext,
} from './current-recommendations.js';
import { decidedTopicsOfOtherGaps, isDecidedAbout } from './decided-needs.js';
import { MatchedLibrary } from './matched-library.entity.js';
import { MatcherChanges } from './matcher-changes.js';
import { outdatedRecommendations } from './outdated-recommendations.js';

/** The number of needs that one transaction makes unresolved, and so locks while recording may wait for them. */
const NEEDS_PER_TRANSACTION = 5_000;

interface Task {
  /** Version of the library, read first: a later change makes the tenant due again. */
  readonly version: number;
  /** The needs were never matched with a library: nothing has changed that failed resolutions depend on. */
  readonly isFirst: boolean;
  /** The needs were matched by another release, or never. */
  readonly isNewMatcher: boolean;
  readonly matcher: TopicMatcher;
  readonly given: readonly CurrentRecommendation[];
}

/**
 * Matches the undecided needs of a tenant again after a change of its library, or of the matcher by a release. Each
 * topic is matched once, and only needs whose recommendation or gap changes become unresolved. Matching holds no lock:
 * a need that becomes unresolved unnecessarily gets the same recommendation again. Needs that a person has decided on
 * keep theirs; after a change of the matcher they become unresolved if they belong to another gap.
 *
 * First it waits for running resolutions, by taking the lock exclusively: after that, no resolution with the old
 * library can still be stored. The change of the library does not do this itself: its caller would wait, and it could
 * deadlock with offers, which lock the same course or synonym.
 */
@Injectable()
export class Rematch {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly matching: TopicMatching,
    private readonly meanings: Meanings,
    private readonly jobs: JobSender,
    private readonly matcherChanges: MatcherChanges,
  ) {}

  /** Matches the needs of the tenant in scope, if its library or the matcher has changed since the last time. */
  async run(): Promise<void> {
    await this.database.inTenant(lockResolutionExclusive);
    const task = await this.database.inTenant((tx) => this.read(tx));
    if (task === null) return;
    const outdated = await inSpan('match topics again', () => outdatedRecommendations(task.given, task.matcher));
    noteInTrace({
      'tenant.id': this.scope.tenant.tenantId,
      'answers.given': task.given.length,
      'answers.outdated': outdated.length,
      'needs.outdated': outdated.reduce((sum, { needs }) => sum + needs, 0),
    });
    if (outdated.length > 0) await this.unresolve(hasRecommendation(outdated));
    const regrouped = task.isNewMatcher ? await this.database.inTenant(decidedTopicsOfOtherGaps) : [];
    if (regrouped.length > 0) await this.unresolve(isDecidedAbout(regrouped));
    const retries = await this.database.inTenant((tx) => this.finish(tx, task));
    this.meanings.want(
      this.scope.tenant.tenantId,
      task.given.flatMap(({ topic, recommendation }) => (recommendation === 'author_one' ? [topic] : [])),
    );
    if (outdated.length + regrouped.length > 0 || retries)
      await this.jobs.send(ResolveNeeds, [{ tenantId: this.scope.tenant.tenantId }]);
  }

  private async unresolve(condition: SqlFragment): Promise<void> {
    let after: string | null = FIRST_ID;
    const next = (from: string): Promise<string | null> =>
      this.database.inTenant((tx) => unresolveNext(tx, condition, from, NEEDS_PER_TRANSACTION));
    while (after !== null) after = await next(after);
  }

  private async read(tx: TenantTransaction): Promise<Task | null> {
    const version = await catalogVersion(tx);
    const matched = await tx.findOne(MatchedLibrary, { tenantId: tx.tenantId });
    const isNewMatcher = matched === null || matched.matcher < MATCHER_VERSION;
    if (matched !== null && !isNewMatcher && matched.version >= version) return null;
    return {
      version,
      isFirst: matched === null && version === 0,
      isNewMatcher,
      matcher: await this.matching.matcherOf(tx),
      given: await currentRecommendations(tx),
    };
  }

  /** @returns whether needs are retried whose resolution failed */
  private async finish(tx: TenantTransaction, { version, isFirst, isNewMatcher }: Task): Promise<boolean> {
    // A tenant that is being deleted may have been found by the rows that it has lost already.
    if (!(await keepStored(tx))) return false;
    const retries = !isFirst && (await retryFailed(tx));
    await tx
      .createQueryBuilder(MatchedLibrary)
      .insert({ tenantId: tx.tenantId, version, matcher: MATCHER_VERSION })
      .onConflict('tenantId')
      .merge({
        version: sql`greatest(matched_library.version, excluded.version)`,
        // An older one makes the tenant due for the newer release, whose workers run as well during an upgrade.
        matcher: sql`excluded.matcher`,
      })
      .execute();
    if (isNewMatcher) await this.matcherChanges.publish(tx);
    return retries;
  }
}
