import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { CONFIG, type Config } from '#platform/config';
import type { Transaction } from '#platform/database';
import { Course } from '../courses/course.entity.js';
import { readNearCourses } from '../meanings/near-titles.js';
import { matcherWithSynonyms } from '../topics/synonyms/matcher-with-synonyms.js';
import { TopicSynonym } from '../topics/synonyms/topic-synonym.entity.js';
import type { TopicMatch, TopicMatcher } from './topic-matcher.js';

const LIBRARIES_IN_MEMORY = 200;
const MATCHES_A_LIBRARY = 5_000;

interface Library {
  readonly version: string;
  readonly matcher: TopicMatcher;
  readonly matches: LRUCache<string, TopicMatch>;
}

/** Matches topics against the published library of a tenant, in its own words: each library is prepared, and each distinct topic matched, once a version. */
@Injectable()
export class TopicMatching {
  private readonly libraries = new LRUCache<string, Library>({ max: LIBRARIES_IN_MEMORY });

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A function that matches topics against the tenant's library as this transaction sees it. */
  async matcherOf(tx: Transaction, tenantId: string): Promise<TopicMatcher> {
    const library = await this.library(tx, tenantId);
    return {
      match: (topic, category) => {
        const key = JSON.stringify([topic, category]);
        const match = library.matches.get(key) ?? library.matcher.match(topic, category);
        library.matches.set(key, match);
        return match;
      },
    };
  }

  private async library(tx: Transaction, tenantId: string): Promise<Library> {
    const [row] = await tx.execute<Array<{ version: string }>>('select version::text from catalog_version where tenant_id = ?', [tenantId]);
    const version = row?.version ?? '0';
    const known = this.libraries.get(tenantId);
    if (known?.version === version) return known;
    const courses = await tx.find(Course, { status: 'published' }, { fields: ['title', 'topics', 'category'], orderBy: { id: 'asc' } });
    const synonyms = await tx.find(TopicSynonym, { status: 'accepted' }, { fields: ['topic', 'topicKey', 'courseId', 'means'], orderBy: { id: 'asc' } });
    const model = this.config.embeddings?.model;
    const near = model === undefined ? undefined : await readNearCourses(tx, tenantId, model, courses);
    const library = { version, matcher: matcherWithSynonyms(courses, synonyms, near), matches: new LRUCache<string, TopicMatch>({ max: MATCHES_A_LIBRARY }) };
    this.libraries.set(tenantId, library);
    return library;
  }
}
