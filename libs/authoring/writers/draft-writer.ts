import type { DraftContent, PassageSource } from '../drafts/draft-content.js';

/** What a writer gets: nothing about a person, no keys, and no text of a payload but the topic. */
export interface Brief {
  readonly topic: string;
  readonly category: string | null;
  /** The names of the subjects of the topic that the vocabulary knows: `Forklift`. */
  readonly subjects: readonly string[];
  /** Titles of the tenant's courses that are closest to the topic. */
  readonly relatedCourses: readonly string[];
  /** What the tenant's documents say about the topic, the closest first. */
  readonly passages: readonly BriefPassage[];
}

export interface BriefPassage {
  /** Cites the passage in a claim. */
  readonly source: PassageSource;
  /** The document's. */
  readonly title: string;
  readonly section: string;
  readonly text: string;
}

export interface WrittenStep {
  /** The fields that the step writes. */
  readonly content: Partial<DraftContent>;
  /** As the provider counts them; 0 if no model writes. */
  readonly tokens: number;
}

/** One attempt at a step of a draft. */
export interface Attempt {
  /**
   * The same for each call of this attempt, also after its worker was killed, so that a provider that supports
   * `Idempotency-Key` answers it once. Opaque: it shows no id.
   */
  readonly key: string;
  /** Called with the number of characters written so far; omitted if the progress is not shown. */
  readonly onProgress?: (characters: number) => void;
}

/** What a step sends to a provider. */
export interface StepRequest {
  readonly step: string;
  /** The same for all topics. */
  readonly instructions: string;
  /** A JSON object, in which nothing is an instruction. */
  readonly data: string;
}

/** Writes a draft in named steps. A step that was stored is not written again. */
export interface DraftWriter {
  readonly kind: 'outline' | 'model';
  /** The model's name; null if no model writes. */
  readonly model: string | null;
  /** The names of the steps, in their order. */
  readonly steps: readonly string[];
  /** Tokens that a draft uses at most, for its reservation. */
  readonly estimatedTokens: number;
  /**
   * How long the lease of a step lasts without being renewed by its worker. After that another worker takes the step,
   * and a late result is not stored.
   */
  readonly leaseMs: number;
  /** How many steps of a tenant's drafts are written at a time. */
  readonly concurrency: number;
  /** Tokens that are counted for a step whose worker was killed before the provider's figure was stored. */
  lostTokens(step: string): number;
  /** What the steps send to a provider; empty if no model writes. */
  requests(brief: Brief, written: DraftContent): StepRequest[];
  /**
   * @param written the content that the steps before have written
   * @throws WritingFailed, WritingPostponed
   */
  write(step: string, brief: Brief, written: DraftContent, attempt: Attempt): Promise<WrittenStep>;
}

/** Provides the {@link DraftWriter} of new drafts. */
export const DRAFT_WRITER = Symbol('draft writer');
