/**
 * What a concept is to a course.
 * - `subject`: what the course is about.
 * - `general subject`: what the course is about if it names nothing more specific (work safely).
 * - `action`: what is done with the subject (inspect, remove, audit). Another action makes another course.
 * - `role`: the role that the course qualifies for (trainer, assessor, attendant). Another role makes another course.
 * - `setting`: where the course applies (healthcare, laboratory). Another setting makes another course, unless the
 *   topic asks for it.
 * - `common setting`: where most courses apply (industry, construction). Naming it tells little.
 * - `person`: who attends (operator, employee). Naming it tells nothing.
 * - `filler`: words that any course may have (safety, procedures).
 * - `mechanism`: how people are hurt, or what a check found (caught in machinery). Courses name what prevents it.
 * - `circumstance`: words of records that tell nothing of a topic (complaint, building, hand, overdue).
 */
export type ConceptKind =
  | 'subject'
  | 'general subject'
  | 'action'
  | 'role'
  | 'setting'
  | 'common setting'
  | 'person'
  | 'filler'
  | 'mechanism'
  | 'circumstance';

export interface Concept {
  readonly name: string;
  readonly kind: ConceptKind;
  /** The name and its aliases. */
  readonly terms: readonly string[];
  /** Names of the concepts that this one is a kind of. A course on a broader concept covers it. */
  readonly broader: readonly string[];
  /** Names of the concepts that this one is close to, or a part of. They are shown to an admin, but not recommended. */
  readonly related: readonly string[];
  /** Names of the concepts that people are trained in against this one. A course on one of them answers it. */
  readonly trainedBy: readonly string[];
}

/** A concept as the data files write it. */
export interface ConceptEntry {
  readonly name: string;
  readonly broader?: readonly string[];
  readonly related?: readonly string[];
  readonly trainedBy?: readonly string[];
  readonly aliases?: readonly string[];
}

export function toConcept(
  { name, broader = [], related = [], trainedBy = [], aliases = [] }: ConceptEntry,
  kind: ConceptKind = 'subject',
): Concept {
  return { name, kind, terms: [name, ...aliases], broader, related, trainedBy };
}
