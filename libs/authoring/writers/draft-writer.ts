import type { DraftContent } from '../drafts/draft-content.js';

/** What a writer gets: nothing about a person, no keys, and no text of a payload but the topic. */
export interface Brief {
  readonly topic: string;
  readonly category: string | null;
  /** The names of the subjects of the topic that the vocabulary knows: `Forklift`. */
  readonly subjects: readonly string[];
  /** Titles of the tenant's courses that are closest to the topic. */
  readonly relatedCourses: readonly string[];
}

export interface WrittenStep {
  /** The fields that the step writes. */
  readonly content: Partial<DraftContent>;
  /** As the provider counts them; 0 where no model writes. */
  readonly tokens: number;
}

/** Writes a draft in named steps. A step that was stored is not written again. */
export interface DraftWriter {
  readonly kind: 'outline' | 'model';
  /** The model's name; null where no model writes. */
  readonly model: string | null;
  /** The names of the steps, in their order. */
  readonly steps: readonly string[];
  /** Tokens that a draft uses at most, for its reservation. */
  readonly estimatedTokens: number;
  /** How long one step may take; after that another worker takes it, and a late result is not stored. */
  readonly leaseMs: number;
  /** @param written the content that the steps before have written */
  write(step: string, brief: Brief, written: DraftContent): Promise<WrittenStep>;
}

/** Provides the {@link DraftWriter}. */
export const DRAFT_WRITER = Symbol('draft writer');
