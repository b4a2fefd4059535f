import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Notifications, type TenantTransaction, type Transaction, asOneOf } from '#platform/database';
import { SerialQueue } from '#platform/lifecycle';
import { catalogVersion, catalogVersions } from '../courses/catalog-version.js';
import { readNearCourses } from './library/near-titles.js';
import { readJudgements } from './library/read-judgements.js';
import { MatcherWithJudgements } from './matcher-with-judgements.js';
import { matcherWithSynonyms } from './matcher-with-synonyms.js';
import {
  type SmallLibrary,
  acceptedSynonyms,
  allCourses,
  firstCourses,
  isLarge,
  smallLibraries,
} from './library/read-library.js';
import { matches } from './match-cache.js';
import { type LibraryVersion, PreparedLibraries } from './prepared-libraries.js';
import { knownWordsOf } from './parsing/known-words.js';
import type { MatchableCourse, PreparedMatcher, TopicMatcher } from './topic-matcher.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';
import { eventWordsOf } from './vocabulary/event-words.js';
import { languages } from './vocabulary/languages.js';

/** One cache for the process, shared by all instances. */
const libraries = new PreparedLibraries();
/** Limits the memory that preparations need at the same time. Small libraries do not wait. */
const largeLibraries = new SerialQueue();

/**
 * Matches topics against the published library and the synonyms of a tenant. Each version of a library is prepared
 * once, and each distinct topic is matched once for each version.
 */
@Injectable()
export class TopicMatching implements OnModuleInit {
  private readonly log = new Logger(TopicMatching.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly notifications: Notifications,
  ) {}

  /**
   * Loads the vocabulary and builds its index at the start, instead of during the first request. After a failover, the
   * same version of a library may have other courses than the one in memory.
   */
  onModuleInit(): void {
    knownWordsOf(domainVocabulary());
    eventWordsOf(domainVocabulary());
    languages();
    this.notifications.onMissed(() => {
      libraries.clear();
      matches.clear();
    });
  }

  /** Returns a matcher for the version of the tenant's library that this transaction sees, or a later one. */
  async matcherOf(tx: TenantTransaction): Promise<TopicMatcher> {
    // The matcher outlives the transaction.
    const { tenantId } = tx;
    const seen = await catalogVersion(tx);
    return cachingMatcher(tenantId, await libraries.of(tenantId, seen, () => this.prepare(tx)));
  }

  /**
   * As {@link matcherOf}, of several tenants. Small libraries that nobody has prepared yet are read together.
   * @returns by tenant
   */
  async matchersOf(tx: Transaction, tenantIds: readonly string[]): Promise<ReadonlyMap<string, TopicMatcher>> {
    const versions = [...(await catalogVersions(tx, tenantIds))];
    const unknown = versions.filter(([tenantId, version]) => libraries.known(tenantId, version) === null);
    const small = await this.readSmall(
      tx,
      unknown.map(([tenantId]) => tenantId),
    );
    const matchers = new Map<string, TopicMatcher>();
    for (const [tenantId, version] of versions) {
      const read = small.get(tenantId);
      const prepare = (): Promise<PreparedMatcher> =>
        read === undefined
          ? asOneOf(tx, tenantId, (tenantTx) => this.prepare(tenantTx))
          : matcherWithSynonyms(read.courses, read.synonyms);
      matchers.set(tenantId, cachingMatcher(tenantId, await libraries.of(tenantId, version, prepare)));
    }
    return matchers;
  }

  /** None of one tenant alone, and none about which a model has been asked: these are read one by one. */
  private async readSmall(tx: Transaction, tenantIds: readonly string[]): Promise<ReadonlyMap<string, SmallLibrary>> {
    const { embeddings, draftModel } = this.config;
    const areAlone = tenantIds.length < 2 || embeddings !== null || draftModel !== null;
    return areAlone ? new Map() : smallLibraries(tx, tenantIds);
  }

  /** As {@link matcherOf}, for a version that was read before; null: nobody has prepared it yet. */
  preparedMatcher(tenantId: string, version: number): TopicMatcher | null {
    const library = libraries.known(tenantId, version);
    return library === null ? null : cachingMatcher(tenantId, library);
  }

  private async prepare(tx: TenantTransaction): Promise<PreparedMatcher> {
    const first = await firstCourses(tx);
    const prepare = (): Promise<PreparedMatcher> => this.prepareAll(tx, first);
    const matcher = await (isLarge(first) ? largeLibraries.run(prepare) : prepare());
    if (matcher.skippedNames > 0) {
      this.log.warn(
        { tenantId: tx.tenantId, names: matcher.skippedNames },
        'a library is too large: some names of its courses are not matched',
      );
    }
    return matcher;
  }

  private async prepareAll(tx: TenantTransaction, first: readonly MatchableCourse[]): Promise<PreparedMatcher> {
    const courses = await allCourses(tx, first);
    const synonyms = await acceptedSynonyms(tx);
    const model = this.config.embeddings?.model;
    const near = model === undefined ? null : await readNearCourses(tx, model, courses);
    const matcher = await matcherWithSynonyms(courses, synonyms, near);
    const judgements = this.config.draftModel === null ? null : await readJudgements(tx);
    return judgements === null ? matcher : new MatcherWithJudgements(matcher, judgements);
  }
}

function cachingMatcher(tenantId: string, { version, matcher }: LibraryVersion): TopicMatcher {
  return {
    match: (topic, category) => {
      const key = JSON.stringify([tenantId, version, topic, category]);
      const known = matches.get(key);
      if (known !== undefined) return known;
      const match = matcher.match(topic, category);
      matches.set(key, match);
      return match;
    },
  };
}
