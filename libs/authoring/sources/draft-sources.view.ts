import { FoundPassage } from '../documents/document.view.js';

/** A claim that needs a source. */
export class NeededSource {
  lessonId: string;
  claim: string;
  /** The passage of the tenant's documents that is closest to it; null: none has half of its words. */
  nearest: FoundPassage | null;
}

/** A claim that cites a passage which is no longer in the current version of its document. */
export class OutdatedSource {
  lessonId: string;
  claim: string;
  documentId: string;
  passageId: string;
  /** The document, its version and the section, as they were when the passage was cited. */
  text: string;
}

export class DraftSources {
  needed: NeededSource[];
  /** Not empty: the draft, or the course that it was published as, is due for review. */
  outdated: OutdatedSource[];
}
