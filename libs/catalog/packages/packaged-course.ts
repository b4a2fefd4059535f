import type { Question } from '../courses/quiz.js';

/** A course as a package holds it. */
export interface PackagedCourse {
  /** An absolute and permanent IRI, by which learning systems identify the course. */
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

/**
 * The identifier of a SCORM manifest, which is an XML id. Some learning systems identify the course by it: a package
 * with the same identifier is a new version of the course.
 */
export function manifestIdentifier({ iri }: Pick<PackagedCourse, 'iri'>): string {
  return iri.slice(iri.lastIndexOf('/') + 1);
}
