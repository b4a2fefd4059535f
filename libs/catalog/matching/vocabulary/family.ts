/**
 * What a term of the vocabulary is to a course.
 * - `subject`: what the course is about.
 * - `general subject`: what it is about where it names nothing else (work safely).
 * - `action`: what is done with the subject (inspect, remove, audit): another action is another course.
 * - `role`: whom the course makes of one (trainer, assessor, attendant): another role is another course.
 * - `setting`: where it applies (healthcare, laboratory): another setting is another course, unless asked for.
 * - `common setting`: where most courses apply (industry, construction), so that naming it tells little.
 * - `person`: who attends, which tells nothing (operator, employee).
 * - `filler`: words that any course may have (safety, procedures).
 */
export type TermKind =
  'subject' | 'general subject' | 'action' | 'role' | 'setting' | 'common setting' | 'person' | 'filler';

/** Terms that belong together, as written by people: see docs/matching.md for how to add to one. */
export interface Family {
  readonly name: string;
  /** Where the terms can be looked up. */
  readonly source: string;
  readonly kind: TermKind;
  /** One concept a line: `name < broader, broader ~ near, near = other term, other term`; `#` begins a remark. */
  readonly terms: string;
}

export interface Concept {
  readonly name: string;
  readonly kind: TermKind;
  /** Its name and all that means the same. */
  readonly terms: readonly string[];
  /** Names of concepts that it is a kind of: a course on one of them covers it. */
  readonly broader: readonly string[];
  /** Names of concepts that it is a part of or close to: worth showing to an admin, and not the same. */
  readonly near: readonly string[];
}

/** The concepts of a family's lines. @throws Error where a line names nothing */
export function conceptsOf({ name: family, kind, terms }: Family): Concept[] {
  return terms
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [left = '', right = ''] = split(line, '=');
      const [names = '', near = ''] = split(left, '~');
      const [name = '', broader = ''] = split(names, '<');
      if (name === '') throw new Error(`A line of the family "${family}" names no concept: ${line}`);
      return { name, kind, terms: [name, ...list(right)], broader: list(broader), near: list(near) };
    });
}

function split(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return (at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]).map((side) => side.trim());
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '');
}
