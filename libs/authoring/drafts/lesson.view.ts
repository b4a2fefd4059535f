/** A passage that a claim cites. */
export class PassageSourceView {
  /** Document that the claim cites: `doc_…`. */
  documentId: string;
  /** Passage of the document: `psg_…`. */
  passageId: string;
  /** The document, its version and the section, as they were when the passage was cited. */
  text: string;
}

/** A statement of fact. `source: null` reads "needs source", and blocks approval. */
export class ClaimView {
  /** The statement, as the lesson makes it. */
  text: string;
  /**
   * Where the statement comes from: a text, or a passage of a document. Null: it needs a source, and blocks
   * approval.
   */
  source: string | PassageSourceView | null;
}

export class LessonView {
  /** Identifier of the lesson within the draft. */
  id: string;
  /** Title of the lesson. */
  title: string;
  /** Text of the lesson, in Markdown. */
  markdown: string;
  /** Statements of fact in the lesson, with their sources. */
  claims: ClaimView[];
}
