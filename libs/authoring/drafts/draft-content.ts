import { isDeepStrictEqual } from 'node:util';
import type { Question } from '#catalog';

/** A passage of a document of the tenant, by the ids that the API shows. */
export interface PassageSource {
  readonly documentId: string;
  readonly passageId: string;
  /** The document, its version and the section, as they were when the passage was cited. */
  readonly text: string;
}

/** Where a claim is written: a standard or a person's title in words, or a passage. */
export type Source = string | PassageSource;

/** A source in words. */
export function sourceText(source: Source): string {
  return typeof source === 'string' ? source : source.text;
}

/** A statement of fact in a lesson. `source: null` reads "needs source", and blocks approval. */
export interface Claim {
  readonly text: string;
  readonly source: Source | null;
}

export interface Lesson {
  /** Unique within the draft. */
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
  readonly claims: readonly Claim[];
}

/** What a draft teaches; as it is edited, versioned and published. */
export interface DraftContent {
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  /** Whom it is for, in words. */
  readonly audience: string;
  readonly estimatedMinutes: number;
  /** The topics that the course will teach, as in signals. */
  readonly topics: readonly string[];
  readonly lessons: readonly Lesson[];
  readonly quiz: readonly Question[];
}

export const EMPTY_CONTENT: DraftContent = {
  title: '',
  summary: '',
  objectives: [],
  audience: '',
  estimatedMinutes: 0,
  topics: [],
  lessons: [],
  quiz: [],
};

const FIELDS = Object.keys(EMPTY_CONTENT) as ReadonlyArray<keyof DraftContent>;

/** The fields in which two contents differ. */
export function changedFields(before: DraftContent, after: DraftContent): Array<keyof DraftContent> {
  // Not as JSON: PostgreSQL returns the keys of objects in another order.
  return FIELDS.filter((field) => !isDeepStrictEqual(before[field], after[field]));
}

/** The passages that its claims cite. */
export function citedPassages({ lessons }: DraftContent): PassageSource[] {
  return lessons.flatMap(({ claims }) =>
    claims.flatMap(({ source }) => (source === null || typeof source === 'string' ? [] : [source])),
  );
}

/** The statements that have no source yet. */
export function unsourcedClaims({ lessons }: DraftContent): Claim[] {
  return lessons.flatMap(({ claims }) => claims.filter(({ source }) => source === null));
}
