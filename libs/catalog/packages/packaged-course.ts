import type { Question } from '../courses/quiz.js';

/** A course as a package holds it. */
export interface PackagedCourse {
  /** Absolute and permanent (an IRI): learning systems know the course by it. */
  readonly iri: string;
  readonly title: string;
  readonly summary: string | null;
  /** Markdown. */
  readonly content: string;
  readonly quiz: readonly Question[];
  /** Percent of the questions. */
  readonly passMark: number;
}

/** The file of the package that a learning system opens. */
export const LAUNCHED_FILE = 'index.html';
