import { diffArrays } from 'diff';
import type { Question } from '#catalog';
import { type DraftContent, type Lesson, sourceText } from './draft-content.js';

/** A line of a changed field; `skipped` stands for unchanged lines that are left out. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'skipped';
  readonly text: string;
}

/** How a field changed, line by line. */
export interface FieldChange {
  /** `title`, `objectives`, `lessons/lesson-1/markdown`, `lessons/lesson-1/claims`, `quiz/1`. */
  readonly field: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly lines: readonly DiffLine[];
}

/** What a version holds. */
export type SavedContent = DraftContent & { readonly category?: string | null };

/** Unchanged lines that are shown before and after a change. */
const CONTEXT = 3;
/**
 * With more different lines than this, all are shown as removed and added: the time to find the shortest difference
 * grows with the square of their number. Of several fields that differ, each may have so many fewer that all of them
 * together take no longer.
 */
const MAX_EDITS = 300;

/** What differs between two versions, in the order of the draft's fields. @param before null: there was none */
export function contentDiff(before: SavedContent | null, after: SavedContent): FieldChange[] {
  const old = before === null ? new Map<string, string[]>() : fieldsOf(before);
  const now = fieldsOf(after);
  const changed = [...new Set([...now.keys(), ...old.keys()])].filter(
    (field) => !areSame(old.get(field) ?? [], now.get(field) ?? []),
  );
  const maxEdits = Math.floor(MAX_EDITS / Math.sqrt(changed.length));
  return changed.map((field): FieldChange => {
    const [was, is] = [old.get(field), now.get(field)];
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return { field, kind, lines: shortened(linesBetween(was ?? [], is ?? [], maxEdits)) };
  });
}

/** Each field as lines of text. */
function fieldsOf(content: SavedContent): Map<string, string[]> {
  const { title, summary, audience, estimatedMinutes, objectives, topics, lessons, quiz, category = null } = content;
  return new Map<string, string[]>([
    ['title', [title]],
    ['summary', summary.split('\n')],
    ['audience', [audience]],
    ['estimatedMinutes', [String(estimatedMinutes)]],
    ['category', category === null ? [] : [category]],
    ['objectives', [...objectives]],
    ['topics', [...topics]],
    ['lessons', lessons.map((lesson) => lesson.title)],
    ...lessons.flatMap(lessonFields),
    ...quiz.map((question, index): [string, string[]] => [`quiz/${index + 1}`, questionLines(question)]),
  ]);
}

function lessonFields({ id, markdown, claims }: Lesson): Array<[string, string[]]> {
  const sourced = claims.map(
    ({ text, source }) => `${text} [${source === null ? 'needs source' : sourceText(source)}]`,
  );
  return [
    [`lessons/${id}/markdown`, markdown.split('\n')],
    [`lessons/${id}/claims`, sourced],
  ];
}

function questionLines({ question, options, answer, rationale }: Question): string[] {
  return [question, ...options.map((option, index) => `${index === answer ? '(x)' : '( )'} ${option}`), rationale];
}

function areSame(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((line, index) => line === after[index]);
}

function linesBetween(before: readonly string[], after: readonly string[], maxEdits: number): DiffLine[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: maxEdits });
  if (parts === undefined)
    return [
      ...before.map((text): DiffLine => ({ kind: 'removed', text })),
      ...after.map((text): DiffLine => ({ kind: 'added', text })),
    ];
  return parts.flatMap(({ added, removed, value }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    return value.map((text): DiffLine => ({ kind, text }));
  });
}

/** Leaves out unchanged lines that are far from a change. */
function shortened(lines: readonly DiffLine[]): DiffLine[] {
  const isNear = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind !== 'same') for (let near = index - CONTEXT; near <= index + CONTEXT; near++) isNear.add(near);
  });
  const shown: DiffLine[] = [];
  let skipped = 0;
  lines.forEach((line, index) => {
    if (!isNear.has(index)) skipped += 1;
    if (isNear.has(index) && skipped > 0) shown.push(leftOut(skipped));
    if (isNear.has(index)) {
      skipped = 0;
      shown.push(line);
    }
  });
  return skipped > 0 ? [...shown, leftOut(skipped)] : shown;
}

function leftOut(count: number): DiffLine {
  return { kind: 'skipped', text: `${count} unchanged ${count === 1 ? 'line' : 'lines'}` };
}
