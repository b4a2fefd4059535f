import type { Schemas } from '#client';
import { name, words } from '../../shared/search/params.js';

export const TABS = ['courses', 'synonyms', 'match', 'documents'] as const;
export type LibraryTab = (typeof TABS)[number];

export const COURSE_STATUSES = ['published', 'draft', 'archived'] as const satisfies ReadonlyArray<
  Schemas['CourseView']['status']
>;
export const SYNONYM_STATUSES = ['suggested', 'accepted', 'rejected'] as const satisfies ReadonlyArray<
  Schemas['SynonymView']['status']
>;

export interface LibrarySearch {
  readonly tab?: Exclude<LibraryTab, 'courses'> | undefined;
  readonly q?: string | undefined;
  /** Courses: all if it is missing. */
  readonly status?: (typeof COURSE_STATUSES)[number] | undefined;
  readonly category?: string | undefined;
  /** Courses that cite a document of which there is a newer version. */
  readonly review?: true | undefined;
  /** Synonyms: all if it is missing. */
  readonly synonyms?: (typeof SYNONYM_STATUSES)[number] | undefined;
  /** The topic of the match tester. */
  readonly topic?: string | undefined;
}

export function librarySearch(given: Record<string, unknown>): LibrarySearch {
  return {
    tab: TABS.filter((tab) => tab !== 'courses').find((tab) => tab === given['tab']),
    q: words(given['q']),
    status: COURSE_STATUSES.find((status) => status === given['status']),
    category: words(given['category']),
    review: given['review'] === true ? true : undefined,
    synonyms: SYNONYM_STATUSES.find((status) => status === given['synonyms']),
    topic: name(given['topic']),
  };
}
