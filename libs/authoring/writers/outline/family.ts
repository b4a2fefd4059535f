/**
 * What a course about a kind of topic has to cover. Texts say nothing that differs between companies: where such a fact
 * belongs, there is a claim without a source, and a line to fill in. `{topic}` stands for the topic.
 */
export interface Family {
  readonly name: string;
  /** Matches topics and categories, in lower case, that the family is about. */
  readonly about: RegExp;
  /** For whom, in words. */
  readonly audience: string;
  readonly minutes: number;
  readonly objectives: readonly string[];
  readonly lessons: readonly FamilyLesson[];
  readonly quiz: readonly FamilyQuestion[];
}

export interface FamilyLesson {
  readonly title: string;
  /** Paragraphs that hold everywhere. */
  readonly text: readonly string[];
  /** What the company has to add. */
  readonly fillIn: readonly string[];
  /** Facts that the company, or a standard, decides. */
  readonly claims: readonly string[];
}

/** A question whose answer the lessons give. */
export interface FamilyQuestion {
  readonly question: string;
  readonly right: string;
  readonly wrong: readonly string[];
  readonly rationale: string;
}
