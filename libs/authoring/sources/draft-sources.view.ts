import { FoundPassage } from '../documents/document.view.js';

/** A claim that needs a source. */
export class NeededSource {
  /** Lesson with the claim. */
  lessonId: string;
  /** The statement that needs a source. */
  claim: string;
  /**
   * The passage of the tenant's documents that is closest to it; null: none has half of its words, or the documents
   * have so many passages that only claims before it are compared.
   */
  nearest: FoundPassage | null;
}

/** A claim that cites a passage which is no longer in the current version of its document. */
export class OutdatedSource {
  /** Lesson with the claim. */
  lessonId: string;
  /** The statement whose source has changed. */
  claim: string;
  /** Document that the claim cites: `doc_…`. */
  documentId: string;
  /** Passage that the claim cites: `psg_…`. */
  passageId: string;
  /** The document, its version and the section, as they were when the passage was cited. */
  text: string;
}

export class DraftSources {
  /** Claims without a source. */
  needed: NeededSource[];
  /** Not empty: the draft, or the course that it was published as, is due for review. */
  outdated: OutdatedSource[];
}
