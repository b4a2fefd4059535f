import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';

type Version = Schemas['VersionView'];

/**
 * The label of a changed field, such as `lessons/lesson-1/markdown` or `quiz/2`, with the title of the lesson in the
 * version.
 */
export function fieldText(field: string, { lessons }: Pick<Version, 'lessons'>): string {
  const words = text.drafts.one.fields;
  const [name = '', part = '', of] = field.split('/');
  if (name === 'quiz') return words.question(part);
  if (name === 'lessons' && of !== undefined) {
    const index = lessons.findIndex(({ id }) => id === part);
    // A lesson that the version has removed has no number any more.
    const lesson = index < 0 ? words.goneLesson : words.lesson(index + 1, lessons[index]?.title ?? '');
    return of === 'claims' ? words.claimsOf(lesson) : lesson;
  }
  return new Map<string, string>(Object.entries(words.plain)).get(name) ?? field;
}
